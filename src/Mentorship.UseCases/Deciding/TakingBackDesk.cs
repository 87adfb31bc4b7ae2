using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Mailing;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Signing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Deciding;

/// <summary>A task that was decided a moment ago, with its case on the table and everything that ended since.</summary>
internal sealed record DecidedTask(OpenedCase Opened, WorkItem Item);

/// <summary>Takes a decision back as long as nothing that cannot be undone has come of it. It saves nothing.</summary>
internal sealed class TakingBackDesk(CaseDesk cases)
{
    /// <summary>Brings a decided task to the table; what ended since lies beside it, to be opened again.</summary>
    public async Task<Outcome<DecidedTask>> LayAsync(MentorshipDb db, Guid caseId, Guid workItem, DateTimeOffset at, CancellationToken cancel)
    {
        OpenedCase opened = (await cases.OpenAsync(db, caseId, cancel))!;
        WorkItem? item = await db.WorkItems.AsTracking().Include(w => w.Evidence).SingleOrDefaultAsync(w => w.Id == workItem, cancel);
        if (item is null) return DecisionRules.NotOpen;
        if (Check(opened, item, at) is { } no) return no;
        await db.WorkItems.AsTracking().Include(w => w.Evidence).Where(w => w.CaseId == caseId && w.EndedAt >= item.EndedAt).LoadAsync(cancel);
        return new DecidedTask(opened, item);
    }

    /// <summary>Null while the task may still be taken back, as far as can be seen without asking what became of mails and documents.</summary>
    public static Refusal? Check(OpenedCase opened, WorkItem item, DateTimeOffset at)
    {
        if (item is not { Status: WorkStatus.Done, EndedAt: { } ended }) return NothingDecided;
        if (opened.Case.Status == CaseStatus.Suspended) return DecisionRules.Suspended;
        if (item.Outcome == "Signed") return SignedForGood;
        if (item.Kind == WorkKind.Prepare) return SentForGood;
        if (item.Kind is WorkKind.Survey or WorkKind.Consent or WorkKind.Pairs) return AnsweredForGood;
        return at - ended > opened.Around.Institution.UndoWindow || opened.Case.Status == CaseStatus.Cancelled
            || opened.Case is { Status: CaseStatus.Finished, ParentCaseId: not null } ? TooLate : null;
    }

    /// <summary>A page offers what has a chance: what became of mails and documents is asked when it is done.</summary>
    public static bool MayTry(OpenedCase opened, WorkItem item, DateTimeOffset at) => Check(opened, item, at) is null && opened.Case.Without(opened.Graph, item).Result.Refusal is null;

    public async Task<Outcome<Done>> TakeBackAsync(MentorshipDb db, DecidedTask task, Guid by, string? reason, DateTimeOffset at, CancellationToken cancel)
    {
        (OpenedCase opened, WorkItem item) = task;
        Document? document = (item.DocumentId ?? opened.Case.DocumentId) is { } id ? await db.Documents.FindAsync([id], cancel) : null;
        string outcome = item.Outcome!;
        HashSet<WorkItem> signing = [.. opened.Case.WorkItems.Where(w => w.Status == WorkStatus.Signing)];
        TakenBack without = opened.Case.Without(opened.Graph, item);
        if (without.Result.Refusal is null && await UndoAsync(db, opened, without.Undone, at, cancel) is { } gone) return gone;
        CaseChanges changes = opened.Case.TakeBack(opened.Graph, opened.Around, item, without, by, reason, at);
        if (changes.Refusal is { } no) return no;
        if (changes.Withdrawn.Exists(signing.Contains)) return DecideWorkItem.BeingSigned;
        if (document?.Status == DocumentStatus.OnPaper && changes.Withdrawn.Exists(w => w.Kind == WorkKind.Sign)) return PaperRules.VoidFirst;
        Decision decision = await db.Decisions.AsTracking().Where(d => d.WorkItemId == item.Id && d.TakenBackAt == null).OrderByDescending(d => d.At).FirstAsync(cancel);
        (decision.TakenBackAt, decision.TakenBackBy) = (at, by);
        if (document is { Status: DocumentStatus.Returned } && outcome is "Returned" or "Rejected") await UnmarkReturnedAsync(db, document!, decision, cancel);
        await DropMailsAsync(db, changes.Withdrawn, cancel);
        await cases.PutAwayAsync(db, opened, changes, at, cancel);
        return default(Done);
    }

    /// <summary>What the process did of itself because of the decision: a mail that has not left yet is dropped, anything else stands.</summary>
    private static async Task<Refusal?> UndoAsync(MentorshipDb db, OpenedCase opened, IReadOnlyList<Effect> undone, DateTimeOffset at, CancellationToken cancel)
    {
        if (undone.Any(e => e is not SendMail)) return WrittenForGood;
        if (undone.Count == 0) return null;
        DateTimeOffset since = at - opened.Around.Institution.UndoWindow;
        HashSet<string> steps = [.. undone.Select(e => OutgoingMail.StepMark(opened.Case.Id, e.Step))];
        List<OutgoingMail> mails = [.. (await db.Mails.AsTracking().Where(m => m.Template == MailTemplate.ProcessMail && m.CreatedAt >= since).ToListAsync(cancel)).Where(m => steps.Contains(m.Fields.GetValueOrDefault("step", "")))];
        if (mails.Exists(m => m.Attempts > 0 || m.Status is MailStatus.Sent or MailStatus.Failed)) return MailedForGood;
        foreach (OutgoingMail mail in mails) mail.Status = MailStatus.Unneeded;
        return null;
    }

    /// <summary>What a task said of itself and nobody has got yet; who has got it sees behind the link that it is withdrawn.</summary>
    private static async Task DropMailsAsync(MentorshipDb db, List<WorkItem> withdrawn, CancellationToken cancel)
    {
        Guid[] items = [.. withdrawn.Select(w => w.Id)];
        if (items.Length == 0) return;
        foreach (OutgoingMail mail in await db.Mails.AsTracking().Where(m => m.WorkItemId != null && items.Contains(m.WorkItemId.Value) && m.Status == MailStatus.Waiting && m.Attempts == 0).ToListAsync(cancel))
            mail.Status = MailStatus.Unneeded;
    }

    /// <summary>The document is on its route again, with the remark that it had before.</summary>
    private static async Task UnmarkReturnedAsync(MentorshipDb db, Document document, Decision taken, CancellationToken cancel)
    {
        document.Status = DocumentStatus.OnRoute;
        document.ReturnCount--;
        document.ReturnReason = await db.Decisions.Where(d => d.CaseId == taken.CaseId && d.Id != taken.Id && d.TakenBackAt == null && (d.Outcome == "Returned" || d.Outcome == "Rejected"))
            .OrderByDescending(d => d.At).Select(d => d.Comment).FirstOrDefaultAsync(cancel);
    }

    public static Refusal NotYours { get; } = new("NotYourDecision", "Отменить решение может тот, кто решил. Если ошибка серьёзная, обратитесь к администратору учреждения.");
    private static Refusal NothingDecided { get; } = new("NothingToTakeBack", "По этому заданию нечего отменять: оно не решено. Обновите страницу.");
    private static Refusal TooLate { get; } = new("TooLateToTakeBack", "Это решение отменить уже нельзя: время на отмену вышло. Сообщите куратору, он поможет исправить.");
    private static Refusal SignedForGood { get; } = new("SignedForGood", "Подпись отменяется только в первую минуту, на странице «Входящие». После неё приказ меняют новым приказом.");
    private static Refusal SentForGood { get; } = new("SentForGood", "Новая редакция уже у согласующих. Чтобы исправить её, отзовите документ с маршрута.");
    private static Refusal AnsweredForGood { get; } = new("AnsweredForGood", "Ответ на анкету, согласие и список пар этой кнопкой не отменяются. Обратитесь к куратору, он исправит.");
    private static Refusal WrittenForGood { get; } = new("WrittenForGood", "Это решение отменить уже нельзя: после него система уже сделала то, что назад не вернуть: составила документ или начала другое дело.");
    private static Refusal MailedForGood { get; } = new("MailedForGood", "Это решение отменить уже нельзя: по нему уже ушло письмо.");
}
