using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Consents;
using Mentorship.Domain.Files;
using Mentorship.Domain.People;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Files;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Consents;

/// <summary>The curator or the secretary enters what a person answered on paper, with its scan.</summary>
public sealed class EnterPaperConsent
{
    private readonly Work _work;
    private readonly DecisionDesk _desk;
    private readonly WorkWhereabouts _whereabouts;

    internal EnterPaperConsent(Work work, DecisionDesk desk, WorkWhereabouts whereabouts) => (_work, _desk, _whereabouts) = (work, desk, whereabouts);

    /// <param name="given">False: the paper says no.</param>
    /// <param name="on">The day on the paper.</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid workItem, bool given, DateOnly? on, Upload? scan, CancellationToken cancel)
    {
        if (!MayEnter(actor)) return Actor.NotAllowed;
        if (scan is null) return NoScan;
        if (on is not { } day) return NoDay;
        Guid? caseId = await _whereabouts.CaseOfAsync(_work, actor.InstitutionId, workItem, cancel);
        if (caseId is null) return DecisionRules.NotOpen;
        return await _work.OnCaseAsync<Done>(actor.InstitutionId, caseId.Value, async (db, at) =>
        {
            Outcome<TaskOnDesk> laid = await _desk.LayAsync(db, caseId.Value, workItem, cancel);
            if (laid.Refusal is { } closed) return closed;
            TaskOnDesk task = laid.Value!;
            if (task.Item is not { Kind: WorkKind.Consent, PersonId: { } person }) return DecisionRules.NotOpen;
            if (day > task.Opened.Around.Institution.DayOf(at)) return InFuture;
            Outcome<StoredFile> file = scan.AsScan(actor, at);
            if (file.Refusal is { } unreadable) return unreadable;
            DecisionRequest request = new(workItem, person, given ? "Done" : "Refused", Door.Paper);
            Consent answer = PersonalAnswers.Answer(task, request, day, at, file.Value!.Id, actor.PersonId);
            db.AddRange(file.Value, answer);
            Outcome<DecisionReceipt> recorded = await _desk.RecordAsync(db, task, request, at, cancel);
            if (recorded.Refusal is { } refused) return refused;
            db.Audit.Add(task.Opened.Case.Audit.Append(actor.InstitutionId, task.Item.CaseId, "ConsentEntered", actor.PersonId, $"{task.Item.StepId} {answer.Id}", at));
            return default(Done);
        }, cancel);
    }

    /// <summary>The scan of a consent, for who may enter them.</summary>
    public Task<Outcome<FileToSend>> ScanAsync(Actor actor, Guid consent, CancellationToken cancel) => _work.ReadAsync<Outcome<FileToSend>>(actor.InstitutionId, async db =>
    {
        if (!MayEnter(actor)) return Actor.NotAllowed;
        StoredFile? file = await db.Consents.Where(c => c.Id == consent).Join(db.Files, c => c.ScanFileId, f => (Guid?)f.Id, (_, f) => f).SingleOrDefaultAsync(cancel);
        return file is null ? new Refusal("NoScan", "Такого скана нет.") : new FileToSend(file.Name, file.ContentType, file.Content);
    }, cancel);

    internal static bool MayEnter(Actor actor) => actor.Is(Roles.Curator, Roles.Administrator, Roles.Secretary);

    private static Refusal NoScan { get; } = new("ScanMissing", "Приложите скан или фотографию подписанного листа.");
    private static Refusal NoDay { get; } = new("DayMissing", "Укажите дату, которая стоит на листе.");
    private static Refusal InFuture { get; } = new("DayAhead", "Дата на листе ещё не наступила. Проверьте её.");
}
