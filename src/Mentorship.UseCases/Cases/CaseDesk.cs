using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Mailing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Cases;

/// <summary>A case on the table: the aggregate with its open work, its pinned graph, and what it may look at.</summary>
internal sealed record OpenedCase(Case Case, FlowGraph Graph, CaseSurroundings Around)
{
    /// <summary>The case whose step started it, where that lies on the table too.</summary>
    public OpenedCase? Parent { get; init; }

    /// <summary>What a mail says of the changes of a version, by its id: the same to everybody whom this moment asks about it.</summary>
    public Dictionary<Guid, string> ChangesTold { get; } = [];
}

/// <summary>Brings a case to the table and puts what it changed away: the part that every use case about a case shares. It saves nothing itself.</summary>
internal sealed class CaseDesk(GraphCache graphs, Surroundings surroundings, WorkMail mail, WorkWhereabouts work, ProcessDrafts drafts)
{
    // Translated once, for every decision asks them; a translation is of one database, so each desk has its own. Whether rows are tracked is
    // translated with it and would else be taken from the first that asks: a page that only reads would make every later decision unsaved.
    private readonly Func<MentorshipDb, Guid, CancellationToken, Task<CaseOfInstitution?>> _caseById = EF.CompileAsyncQuery((MentorshipDb db, Guid id, CancellationToken _) =>
        db.Cases.AsTracking().Where(c => c.Id == id).Join(db.Institutions, c => c.InstitutionId, i => i.Id, (c, i) => new CaseOfInstitution(c, i)).SingleOrDefault());
    private readonly Func<MentorshipDb, Guid, IAsyncEnumerable<WorkItem>> _openWork = EF.CompileAsyncQuery((MentorshipDb db, Guid id) =>
        db.WorkItems.AsTracking().Where(w => w.CaseId == id && (w.Status == WorkStatus.Open || w.Status == WorkStatus.Signing)));
    private readonly Func<MentorshipDb, Guid, IAsyncEnumerable<CaseTimer>> _timers = EF.CompileAsyncQuery((MentorshipDb db, Guid id) => db.Timers.AsTracking().Where(t => t.CaseId == id));

    /// <summary>Loads a case with its open work and timers; null when this institution has none of that id.</summary>
    public async Task<OpenedCase?> OpenAsync(MentorshipDb db, Guid caseId, CancellationToken cancel)
    {
        if (db.Held<Case>(caseId) is { } fresh && db.Entry(fresh).State == EntityState.Added) return await LayAsync(db, fresh, fresh.StartedAt, cancel);
        if (await _caseById(db, caseId, cancel) is not { Case: Case found }) return null;
        // What a tracked case owns finds its way into the case by itself.
        await foreach (WorkItem _ in _openWork(db, caseId).WithCancellation(cancel)) { }
        await foreach (CaseTimer _ in _timers(db, caseId).WithCancellation(cancel)) { }
        return await LayAsync(db, found, found.StartedAt, cancel);
    }

    /// <summary>Starts a case of a process version and puts its first changes away.</summary>
    public async Task<OpenedCase> StartAsync(MentorshipDb db, Case fresh, DateTimeOffset at, CancellationToken cancel, IReadOnlyDictionary<string, object?>? variables = null, OpenedCase? parent = null)
    {
        db.Cases.Add(fresh);
        OpenedCase opened = await LayAsync(db, fresh, at, cancel) with { Parent = parent };
        await PutAwayAsync(db, opened, fresh.Start(opened.Graph, opened.Around, at, variables), at, cancel);
        return opened;
    }

    public Task<StaffDirectory> StaffAsync(MentorshipDb db, CancellationToken cancel) => surroundings.StaffAsync(db, cancel);

    public Task<InstitutionCalendar> CalendarAsync(MentorshipDb db, CancellationToken cancel) => surroundings.CalendarAsync(db, cancel);

    public Task<FlowGraph> GraphAsync(MentorshipDb db, Guid version, CancellationToken cancel) => graphs.OfAsync(db, version, cancel);

    /// <inheritdoc cref="GraphCache.FindAsync"/>
    public Task<FlowGraph?> FindGraphAsync(MentorshipDb db, Guid version, CancellationToken cancel) => graphs.FindAsync(db, version, cancel);

    /// <summary>Stores decisions, audit, mails with their links, and lets the process write its own documents.</summary>
    public async Task PutAwayAsync(MentorshipDb db, OpenedCase opened, CaseChanges changes, DateTimeOffset at, CancellationToken cancel)
    {
        if (db.Held<Case>(opened.Case.Id) is null) throw new InvalidOperationException("A case that is only read cannot be changed");
        foreach (DraftDocument draft in changes.Drafts.ToList())
        {
            FlowEvent answer = await drafts.WriteAsync(db, opened, draft, at, cancel);
            // What was written now is what the next steps are about.
            if (Papers.AreWritten(opened.Graph)) opened = opened with { Around = await surroundings.OfAsync(db, opened.Case, opened.Graph, opened.Case.StartedAt, cancel) };
            CaseChanges next = opened.Case.Apply(opened.Graph, opened.Around, answer, at);
            await PutAwayAsync(db, opened, next, at, cancel);
        }
        foreach (StepFault fault in changes.Faults) drafts.Tell(opened, fault);
        db.Decisions.AddRange(changes.Decisions);
        db.Audit.AddRange(changes.Audit);
        foreach (WorkItem item in changes.Opened)
        {
            work.Remember(item);
            await mail.WorkAsync(db, opened, item, at, cancel);
        }
        foreach (WorkItem item in changes.ClosingChecks) await mail.ClosingCheckAsync(db, opened, item, at, cancel);
        foreach (SendMail step in changes.Mails)
            foreach (string missing in await mail.OfProcessAsync(db, opened, step, at, cancel)) Tell(db, opened, "NotAttached", $"{step.Step} {missing}", at);
        foreach (IGrouping<string, WorkItem> step in changes.Reminders.GroupBy(w => w.StepId)) await AskAgainAsync(db, opened, step, at, cancel);
        foreach (IGrouping<string, WorkItem> step in changes.Escalations.GroupBy(w => w.StepId))
            if (await mail.EscalateAsync(db, opened, [.. step], at, cancel)) Tell(db, opened, "Escalated", step.Key, at);
        await Outside.CarryAsync(this, db, opened, changes, at, cancel);
    }

    /// <summary>Tells a case on the table what its process asked for, and puts away what follows.</summary>
    public async Task TellAsync(MentorshipDb db, OpenedCase opened, FlowEvent answer, DateTimeOffset at, CancellationToken cancel)
    {
        CaseChanges next = opened.Case.Apply(opened.Graph, opened.Around, answer, at);
        if (next.Refusal is null) await PutAwayAsync(db, opened, next, at, cancel);
    }

    private async Task AskAgainAsync(MentorshipDb db, OpenedCase opened, IGrouping<string, WorkItem> step, DateTimeOffset at, CancellationToken cancel)
    {
        // Switched off for the institution meanwhile: nothing more goes out.
        if (AskingAgain.RemindersOf(opened.Graph.Node(step.First().NodeId), opened.Around.Institution) is null) return;
        bool sent = false;
        foreach (WorkItem item in step) sent |= await mail.ReminderAsync(db, opened, item, at, cancel);
        if (sent) Tell(db, opened, "ReminderSent", step.Key, at);
    }

    private static void Tell(MentorshipDb db, OpenedCase opened, string kind, string data, DateTimeOffset at) =>
        db.Audit.Add(opened.Case.Audit.Append(opened.Case.InstitutionId, opened.Case.Id, kind, null, data, at));

    private async Task<OpenedCase> LayAsync(MentorshipDb db, Case subject, DateTimeOffset started, CancellationToken cancel)
    {
        FlowGraph graph = await graphs.OfAsync(db, subject.ProcessVersionId, cancel);
        return new OpenedCase(subject, graph, await surroundings.OfAsync(db, subject, graph, started, cancel));
    }

    private sealed record CaseOfInstitution(Case Case, Institution Institution);
}
