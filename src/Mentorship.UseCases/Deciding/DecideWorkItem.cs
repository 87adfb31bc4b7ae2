using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Deciding;

/// <summary>A person decides one task, by a mail link, from the inbox or through the API: one transaction.</summary>
public sealed class DecideWorkItem
{
    private readonly Work _work;
    private readonly CaseDesk _desk;

    internal DecideWorkItem(Work work, CaseDesk desk) => (_work, _desk) = (work, desk);

    /// <summary>Decides. Signing is a verb of its own: here a signature can only be refused («вернуть»).</summary>
    public async Task<Outcome<DecisionReceipt>> RunAsync(Guid institution, DecisionRequest request, CancellationToken cancel)
    {
        Guid? caseId = await _work.ReadAsync(institution, db => db.WorkItems.Where(w => w.Id == request.WorkItemId).Select(w => (Guid?)w.CaseId).SingleOrDefaultAsync(cancel), cancel);
        if (caseId is null) return DecisionRules.NotOpen;
        return await _work.OnCaseAsync<DecisionReceipt>(institution, caseId.Value, async (db, at) =>
        {
            OpenedCase opened = (await _desk.OpenAsync(db, caseId.Value, cancel))!;
            WorkItem? item = opened.Case.WorkItems.FirstOrDefault(w => w.Id == request.WorkItemId);
            if (item is null) return await AlreadyAsync(db, request.WorkItemId, cancel);
            if (item.Status == WorkStatus.Signing) return BeingSigned;
            if (item.Kind == WorkKind.Sign && request.Outcome != "Returned") return SignInInbox;
            if (await AboutDocumentAsync(db, item, cancel) is { } first) return first;
            CaseChanges changes = opened.Case.Decide(opened.Graph, opened.Around, request, at);
            if (changes.Refusal is { } no) return no;
            if (request.Outcome is "Returned" or "Rejected") await MarkReturnedAsync(db, opened.Case, request, cancel);
            await _desk.PutAwayAsync(db, opened, changes, at, cancel);
            return new DecisionReceipt(item.Id, item.Title, request.Outcome, at);
        }, cancel);
    }

    internal static Refusal SignInInbox { get; } = new("SignInInbox", "Подписать можно только после входа в систему, на странице «Входящие».");
    internal static Refusal BeingSigned { get; } = new("BeingSigned", "Документ уже подписывается. Отменить подпись можно в течение минуты на странице «Входящие».");

    internal static Refusal ReworkOnPage { get; } = new("ReworkOnPage", "Исправьте приказ и отправьте его снова на странице документа: задание закроется само.");

    /// <summary>A returned order is done by sending it again; a print that has its number is voided before it is returned.</summary>
    private static async Task<Refusal?> AboutDocumentAsync(MentorshipDb db, WorkItem item, CancellationToken cancel)
    {
        if (item.DocumentId is not { } id) return null;
        if (item.Kind == WorkKind.Prepare) return ReworkOnPage;
        return item.Kind == WorkKind.Sign && (await db.Documents.FindAsync([id], cancel))!.Status == DocumentStatus.OnPaper ? Signing.PaperRules.VoidFirst : null;
    }

    /// <summary>Says who closed the task, how and when.</summary>
    private static async Task<Refusal> AlreadyAsync(MentorshipDb db, Guid id, CancellationToken cancel)
    {
        WorkItem? item = await db.WorkItems.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, cancel);
        if (item is null) return DecisionRules.NotOpen;
        string who = item.DecidedBy is { } person ? await db.People.Where(p => p.Id == person).Select(p => p.Surname).SingleOrDefaultAsync(cancel) ?? "" : "";
        Domain.Institutions.Institution home = await db.Institutions.SingleAsync(i => i.Id == item.InstitutionId, cancel);
        return WorkFate.Refusal(item, who, home);
    }

    private static async Task MarkReturnedAsync(MentorshipDb db, Case subject, DecisionRequest request, CancellationToken cancel)
    {
        if (subject.DocumentId is not { } id) return;
        Document document = (await db.Documents.FindAsync([id], cancel))!;
        document.Status = DocumentStatus.Returned;
        document.ReturnReason = request.Comment;
        document.ReturnCount++;
    }
}

/// <summary>What was decided, for the page that says thank you.</summary>
public sealed record DecisionReceipt(Guid WorkItemId, string Title, string Outcome, DateTimeOffset At);
