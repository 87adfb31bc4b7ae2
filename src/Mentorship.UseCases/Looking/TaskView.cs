using Mentorship.Domain;
using Mentorship.Domain.Auditing;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Consents;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>The page of a task: the same sheet as behind its mail link, with what happened to it so far.</summary>
public sealed class TaskView
{
    private readonly Work _work;
    private readonly CaseDesk _cases;

    internal TaskView(Work work, CaseDesk cases) => (_work, _cases) = (work, cases);

    public Task<Outcome<TaskCard>> RunAsync(Actor actor, Guid id, CancellationToken cancel) => _work.ReadAsync<Outcome<TaskCard>>(actor.InstitutionId, async db =>
    {
        WorkItem? item = await db.WorkItems.Include(w => w.Evidence).SingleOrDefaultAsync(w => w.Id == id, cancel);
        if (item is null) return NoTask;
        OpenedCase opened = (await _cases.OpenAsync(db, item.CaseId, cancel))!;
        Institution institution = opened.Around.Institution;
        StaffDirectory staff = opened.Around.Staff;
        if (!MaySee(actor, item, staff)) return DecisionRules.NotYours;
        bool isTheirs = staff.MayAct(actor.PersonId, item.Holder);
        bool stands = opened.Case.Status == CaseStatus.Suspended;
        bool hasAnswers = item.Kind is WorkKind.Survey or WorkKind.Consent && AnswersView.MaySee(actor);
        return new TaskCard(
            await TaskSheets.MakeAsync(db, opened, item, actor.PersonId, _work.Now, cancel), item.Status == WorkStatus.Open && isTheirs && !stands,
            item.IsOpen ? stands ? DecisionRules.Suspended.Text : null : WorkFate.Of(item, TaskSheets.NameOf(staff, item.DecidedBy), institution), item.Comment,
            [.. item.Evidence.Select(e => new ProofLine(e.Kind, e.Text, e.FileId, e.DocumentId))],
            item is { Kind: WorkKind.Do, Status: WorkStatus.Done, Outcome: "Done" } && (actor.RunsProgramme || isTheirs || item.DecidedBy == actor.PersonId),
            HandOverWork.MayChangeHands(item) && !stands && (actor.RunsProgramme || isTheirs)
                ? [.. HandOverWork.Candidates(staff, institution.DayOf(_work.Now), item).OrderBy(m => m.Person.SearchName, StringComparer.Ordinal).Select(m => new Candidate(m.PersonId, m.Person.ShortName, m.Post))] : [],
            await HistoryAsync(db, item, staff, institution, cancel))
        {
            AnswersHref = hasAnswers ? $"/answers/{item.CaseId}/{Uri.EscapeDataString(item.NodeId)}" : null,
            MayEnterPaper = item is { Kind: WorkKind.Consent, Status: WorkStatus.Open } && EnterPaperConsent.MayEnter(actor),
            TakingBack = item.DecidedBy != actor.PersonId && !actor.Is(Roles.Administrator) || !TakingBackDesk.MayTry(opened, item, _work.Now) ? MayTakeBack.No
                : item.DecidedBy == actor.PersonId ? MayTakeBack.Yes : MayTakeBack.WithReason,
        };
    }, cancel);

    /// <summary>A file that proves a task, for who may see the task.</summary>
    public Task<Outcome<FileToSend>> FileAsync(Actor actor, Guid id, Guid file, CancellationToken cancel) => _work.ReadAsync<Outcome<FileToSend>>(actor.InstitutionId, async db =>
    {
        WorkItem? item = await db.WorkItems.Include(w => w.Evidence).SingleOrDefaultAsync(w => w.Id == id, cancel);
        if (item is null || !MaySee(actor, item, await _cases.StaffAsync(db, cancel)) || !item.Evidence.Any(e => e.FileId == file)) return NoTask;
        Domain.Files.StoredFile stored = await db.Files.SingleAsync(f => f.Id == file, cancel);
        return new FileToSend(stored.Name, stored.ContentType, stored.Content);
    }, cancel);

    internal static bool MaySee(Actor actor, WorkItem item, StaffDirectory staff) =>
        actor.RunsProgramme || item.PersonId == actor.PersonId || item.DecidedBy == actor.PersonId || item.HandedOverFrom == actor.PersonId
        || item.BodyId is { } body && staff.Body(body)?.Includes(actor.PersonId) == true;

    private static async Task<IReadOnlyList<HistoryLine>> HistoryAsync(MentorshipDb db, WorkItem item, StaffDirectory staff, Institution institution, CancellationToken cancel)
    {
        List<Guid> rounds = await db.WorkItems.Where(w => w.CaseId == item.CaseId && w.NodeId == item.NodeId).Select(w => w.Id).ToListAsync(cancel);
        List<Decision> decisions = await db.Decisions.Where(d => rounds.Contains(d.WorkItemId)).ToListAsync(cancel);
        List<AuditEvent> events = await db.Audit.Where(e => e.StreamId == item.CaseId && (e.Kind == "HandedOver" || e.Kind == "Commented" || e.Kind == "Reminded" || e.Kind == "ReminderSent" || e.Kind == "Escalated" || e.Kind == "EvidenceAttached")).ToListAsync(cancel);
        return [.. decisions.Select(d => new HistoryLine(d.At, TaskSheets.NameOf(staff, d.PersonId), HistoryKind.Decided, WorkFate.OutcomeName(d.Outcome) + (d.TakenBackAt is null ? "" : " (решение отменено)"), d.Comment))
            .Concat(events.Where(e => e.Data == item.StepId || e.Data.StartsWith(item.StepId + " ", StringComparison.Ordinal)).Select(e => Line(e, item, staff)))
            .Append(new HistoryLine(item.OpenedAt, "", HistoryKind.Opened, "", null))
            .OrderBy(l => l.At).Select(l => l with { At = TimeZoneInfo.ConvertTime(l.At, institution.Zone) })];
    }

    private static HistoryLine Line(AuditEvent entry, WorkItem item, StaffDirectory staff)
    {
        string data = entry.Data.Length > item.StepId.Length ? entry.Data[(item.StepId.Length + 1)..] : "";
        string who = TaskSheets.NameOf(staff, entry.ActorId);
        return entry.Kind switch
        {
            "HandedOver" => new HistoryLine(entry.At, who, HistoryKind.HandedOver, TaskSheets.NameOf(staff, Participant.Parse(data.Split(' ')[^1]).Id), null),
            "Reminded" => new HistoryLine(entry.At, who, HistoryKind.Reminded, "", null),
            "ReminderSent" => new HistoryLine(entry.At, "", HistoryKind.AskedAgain, "", null),
            "Escalated" => new HistoryLine(entry.At, "", HistoryKind.Escalated, "", null),
            "EvidenceAttached" => new HistoryLine(entry.At, who, HistoryKind.Proved, "", data),
            _ => new HistoryLine(entry.At, who, HistoryKind.Commented, "", data),
        };
    }

    private static Refusal NoTask { get; } = new("NoTask", "Такого задания нет. Откройте его со страницы «Сегодня».");
}

/// <param name="MayDecide">It is open and theirs.</param>
/// <param name="MayProve">It is done, and more may be attached that proves it.</param>
/// <param name="Candidates">To whom it may be handed over; empty where it may not.</param>
public sealed record TaskCard(TaskSheet Sheet, bool MayDecide, string? Fate, string? Comment, IReadOnlyList<ProofLine> Proofs, bool MayProve, IReadOnlyList<Candidate> Candidates, IReadOnlyList<HistoryLine> History)
{
    /// <summary>Where all answers to the step stand, for who may see them.</summary>
    public string? AnswersHref { get; init; }

    /// <summary>What the person answered on paper may be entered.</summary>
    public bool MayEnterPaper { get; init; }

    /// <summary>Whether the decision may still be taken back, and by whom.</summary>
    public MayTakeBack TakingBack { get; init; }
}

/// <summary><c>WithReason</c>: an administrator takes back another's decision.</summary>
public enum MayTakeBack { No, Yes, WithReason }

public sealed record ProofLine(EvidenceKind Kind, string Text, Guid? FileId, Guid? DocumentId);

public sealed record Candidate(Guid PersonId, string Name, string Post);

/// <param name="At">In the institution's own time zone.</param>
/// <param name="What">The outcome of a decision, or to whom the task was handed over.</param>
public sealed record HistoryLine(DateTimeOffset At, string Who, HistoryKind Kind, string What, string? Text);

public enum HistoryKind { Opened, Decided, HandedOver, Commented, Reminded, Proved, AskedAgain, Escalated }
