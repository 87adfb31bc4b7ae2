using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;

namespace Mentorship.UseCases.Deciding;

/// <summary>A person decides one task, from the inbox or through the API: one transaction.</summary>
public sealed class DecideWorkItem
{
    private readonly Work _work;
    private readonly WorkWhereabouts _whereabouts;
    private readonly DecisionDesk _desk;

    internal DecideWorkItem(Work work, WorkWhereabouts whereabouts, DecisionDesk desk) => (_work, _whereabouts, _desk) = (work, whereabouts, desk);

    /// <summary>A decision whose parts are already known.</summary>
    public Task<Outcome<DecisionReceipt>> RunAsync(Guid institution, DecisionRequest request, CancellationToken cancel) =>
        OnTaskAsync(institution, request.WorkItemId, (db, task, at) => _desk.RecordAsync(db, task, request, at, cancel), cancel);

    /// <summary>A signed-in person answers by a form, with proofs.</summary>
    public Task<Outcome<DecisionReceipt>> RunAsync(Actor actor, Guid workItem, Answer answer, CancellationToken cancel) =>
        OnTaskAsync(actor.InstitutionId, workItem, async (db, task, at) =>
        {
            Outcome<DecisionRequest> request = await DecisionDesk.AskAsync(db, task, actor.PersonId, answer, Door.Session, at, cancel);
            return request.Refusal is { } no ? no : await _desk.RecordAsync(db, task, request.Value!, at, cancel);
        }, cancel);

    internal static Refusal SignInInbox { get; } = new("SignInInbox", "Подписать можно только после входа в систему, на странице «Входящие».");
    internal static Refusal BeingSigned { get; } = new("BeingSigned", "Документ уже подписывается. Отменить подпись можно в течение минуты на странице «Входящие».");
    internal static Refusal ComposeOnPage { get; } = new("ComposeOnPage", "Войдите в систему, откройте это задание и составьте документ по шаблону: когда вы его отправите, задание закроется само.");
    internal static Refusal ReworkOnPage { get; } = new("ReworkOnPage", "Исправьте приказ и отправьте его снова на странице документа: задание закроется само.");

    private async Task<Outcome<DecisionReceipt>> OnTaskAsync(Guid institution, Guid workItem, Func<MentorshipDb, TaskOnDesk, DateTimeOffset, Task<Outcome<DecisionReceipt>>> decide, CancellationToken cancel)
    {
        Guid? caseId = await _whereabouts.CaseOfAsync(_work, institution, workItem, cancel);
        if (caseId is null) return DecisionRules.NotOpen;
        return await _work.OnCaseAsync<DecisionReceipt>(institution, caseId.Value, async (db, at) =>
        {
            Outcome<TaskOnDesk> task = await _desk.LayAsync(db, caseId.Value, workItem, cancel);
            return task.Refusal is { } no ? no : await decide(db, task.Value!, at);
        }, cancel);
    }
}

/// <summary>What was decided, for the page that says thank you.</summary>
public sealed record DecisionReceipt(Guid WorkItemId, string Title, string Outcome, DateTimeOffset At);
