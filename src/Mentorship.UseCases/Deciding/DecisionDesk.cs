using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Deciding;

/// <summary>A task that somebody may be about to decide, with its case on the table.</summary>
internal sealed record TaskOnDesk(OpenedCase Opened, WorkItem Item);

/// <summary>The decision itself, whatever door it came through: what the link, the inbox and the API share. It saves nothing.</summary>
internal sealed class DecisionDesk(CaseDesk cases)
{
    private const int LongestComment = 4000;

    /// <summary>Brings an open task to the table; of a closed one it says who closed it, how and when.</summary>
    public async Task<Outcome<TaskOnDesk>> LayAsync(MentorshipDb db, Guid caseId, Guid workItem, CancellationToken cancel)
    {
        OpenedCase opened = (await cases.OpenAsync(db, caseId, cancel))!;
        WorkItem? item = opened.Case.WorkItems.FirstOrDefault(w => w.Id == workItem);
        if (item is null) return await FateAsync(db, opened, workItem, cancel);
        if (opened.Case.Status == CaseStatus.Suspended) return DecisionRules.Suspended;
        return item.Status == WorkStatus.Signing ? DecideWorkItem.BeingSigned : new TaskOnDesk(opened, item);
    }

    /// <summary>Turns a form into a wish to decide, its proofs stored.</summary>
    public static async Task<Outcome<DecisionRequest>> AskAsync(MentorshipDb db, TaskOnDesk task, Guid person, Answer answer, Door door, DateTimeOffset at, CancellationToken cancel)
    {
        string? comment = answer.Comment?.Trim() is { Length: > 0 } text ? text : null;
        if (comment?.Length > LongestComment) return CommentLong;
        DecisionRequest request = new(task.Item.Id, person, answer.Outcome, door, comment, answer.SeenVersion) { Filled = answer.Filled };
        if (DecisionRules.Check(task.Item, request, task.Opened.Around.Staff) is { } no) return no;
        if (task.Item.Kind != WorkKind.Do || answer.Outcome != "Done") return request;
        if (answer.Evidence is { IsEmpty: true, Unproved: false }) return EvidenceDesk.Missing;
        Outcome<IReadOnlyList<Evidence>> given = await EvidenceDesk.StoreAsync(db, task.Item, person, answer.Evidence, at, cancel);
        return given.Refusal is { } wrong ? wrong : request with { Evidence = given.Value };
    }

    /// <summary>Decides. Signing is a verb of its own: here a signature can only be refused («вернуть»), and a document's next version is sent from its own page.</summary>
    public async Task<Outcome<DecisionReceipt>> RecordAsync(MentorshipDb db, TaskOnDesk task, DecisionRequest request, DateTimeOffset at, CancellationToken cancel)
    {
        if (task.Item.Kind == WorkKind.Sign && request.Outcome != "Returned") return DecideWorkItem.SignInInbox;
        if (await AboutDocumentAsync(db, task, cancel) is { } first) return first;
        if (PersonalAnswers.Fields(task, request) is var filled && filled.Refusal is { } unclear) return unclear;
        request = filled.Value!;
        if (await PersonalAnswers.StoreAsync(db, task, request, at, cancel) is { } incomplete) return incomplete;
        CaseChanges changes = task.Opened.Case.Decide(task.Opened.Graph, task.Opened.Around, request, at);
        if (changes.Refusal is { } no) return no;
        if (request.Outcome is "Returned" or "Rejected") await MarkReturnedAsync(db, task.Item, request, cancel);
        await cases.PutAwayAsync(db, task.Opened, changes, at, cancel);
        return new DecisionReceipt(task.Item.Id, task.Item.Title, request.Outcome, at);
    }

    /// <summary>A returned order is done by sending it again; a print that has its number is voided before it is returned.</summary>
    private static async Task<Refusal?> AboutDocumentAsync(MentorshipDb db, TaskOnDesk task, CancellationToken cancel)
    {
        WorkItem item = task.Item;
        if (item is { Kind: WorkKind.Prepare, DocumentId: null } && task.Opened.Graph.Find(item.NodeId) is { } step && Papers.TemplateOf(step) is not null) return DecideWorkItem.ComposeOnPage;
        if (item.DocumentId is not { } id) return null;
        if (item.Kind == WorkKind.Prepare) return DecideWorkItem.ReworkOnPage;
        return item.Kind == WorkKind.Sign && (await db.Documents.FindAsync([id], cancel))!.Status == DocumentStatus.OnPaper ? Signing.PaperRules.VoidFirst : null;
    }

    private static Refusal CommentLong { get; } = new("CommentLong", "Комментарий длиннее 4000 знаков. Сократите его или приложите файлом.");

    private static async Task<Refusal> FateAsync(MentorshipDb db, OpenedCase opened, Guid id, CancellationToken cancel)
    {
        WorkItem? item = await db.WorkItems.AsNoTracking().Include(w => w.Evidence).SingleOrDefaultAsync(w => w.Id == id, cancel);
        if (item is null) return DecisionRules.NotOpen;
        string who = item.DecidedBy is { } person ? opened.Around.Staff.Member(person)?.Person.ShortName ?? "" : "";
        return WorkFate.Refusal(item, who, opened.Around.Institution);
    }

    private static async Task MarkReturnedAsync(MentorshipDb db, WorkItem item, DecisionRequest request, CancellationToken cancel)
    {
        if (item.DocumentId is not { } id) return;
        Document document = (await db.Documents.FindAsync([id], cancel))!;
        document.Status = DocumentStatus.Returned;
        document.ReturnReason = request.Comment;
        document.ReturnCount++;
    }
}
