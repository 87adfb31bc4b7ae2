using Mentorship.Domain.Auditing;
using Mentorship.Domain.Institutions;
using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>
/// One run of a process version: the aggregate that a decision changes. It holds the engine's state and applies the engine's effects
/// to its own work items and timers; what leaves the aggregate (mails, documents to write) is collected in a <see cref="CaseChanges"/>.
/// Only open work needs to be loaded.
/// </summary>
public sealed class Case : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required Guid ProcessVersionId { get; set; }
    public Guid? ProgrammeId { get; init; }

    /// <summary>The document whose route this is; null for a running roadmap.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>The case whose step started this one; null when a person did.</summary>
    public Guid? ParentCaseId { get; init; }
    public string? ParentStepId { get; init; }

    /// <summary>It stands still because its parent does, and goes on with it.</summary>
    public bool SuspendedWithParent { get; private set; }

    /// <summary>How many cases stand above it.</summary>
    public int Depth { get; init; }
    public required string Title { get; set; }

    /// <summary>What the process marked it with, so that an event can be meant for it alone.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>The engine's state as it writes it.</summary>
    public string State { get; private set; } = "";

    /// <summary>What may still be taken back, as <see cref="RecentEvents"/> keeps it; null where nothing may.</summary>
    public string? Recent { get; private set; }
    public CaseStatus Status { get; private set; }
    public bool NeedsAttention { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public AuditTail Audit { get; init; } = new();

    /// <summary>Concurrency token.</summary>
    public int Version { get; set; }
    public List<WorkItem> WorkItems { get; init; } = [];
    public List<CaseTimer> Timers { get; init; } = [];

    /// <summary>Starts the process.</summary>
    public CaseChanges Start(FlowGraph graph, CaseSurroundings around, DateTimeOffset at, IReadOnlyDictionary<string, object?>? variables = null)
    {
        StartedAt = at;
        CaseChanges changes = new();
        FlowResult result = FlowEngine.Start(graph, new CaseStarted(at, variables));
        changes.Record(this, "CaseStarted", null, Title, at);
        new CaseEffects(this, graph, around, changes, at).Carry(result);
        return changes;
    }

    /// <summary>Records a person's decision: open, theirs, on this version, with a reason where one is due.</summary>
    public CaseChanges Decide(FlowGraph graph, CaseSurroundings around, DecisionRequest request, DateTimeOffset at)
    {
        WorkItem? item = WorkItems.FirstOrDefault(w => w.Id == request.WorkItemId);
        if (DecisionRules.Check(item, request, around.Staff) is { } refusal) return CaseChanges.Refused(refusal);
        CaseChanges changes = Apply(graph, around, new Decided(at, item!.StepId, item.Holder.Key, request.Outcome, item.Occurrence) { Values = request.Values is { Count: > 0 } filled ? filled : null }, at);
        if (changes.Refusal is not null) return changes;
        changes.Withdrawn.Remove(item);
        item.Status = WorkStatus.Done;
        item.Outcome = request.Outcome;
        item.Comment = request.Comment;
        item.DecidedBy = request.PersonId;
        item.EndedAt = at;
        item.WithdrawReason = null;
        item.Evidence.AddRange(request.Evidence ?? []);
        changes.Decisions.Add(new Decision
        {
            InstitutionId = InstitutionId, CaseId = Id, WorkItemId = item.Id, PersonId = request.PersonId, Outcome = request.Outcome,
            Comment = request.Comment, DocumentVersionId = item.DocumentVersionId, Round = item.Round, Door = request.Door, At = at,
        });
        changes.Record(this, "Decided", request.PersonId, $"{item.StepId} {item.Occurrence} {request.Outcome} {request.Door} {request.Comment}", at);
        return changes;
    }

    /// <summary>Gives open work to another person; its history goes with it.</summary>
    public CaseChanges HandOver(FlowGraph graph, CaseSurroundings around, Guid workItem, Guid to, Guid by, DateTimeOffset at)
    {
        WorkItem? item = WorkItems.FirstOrDefault(w => w.Id == workItem && w.Status == WorkStatus.Open);
        if (item is null) return CaseChanges.Refused(DecisionRules.NotOpen);
        string target = People.Participant.OfPerson(to).Key;
        CaseChanges changes = Apply(graph, around, new WorkHandedOver(at, item.StepId, item.Holder.Key, target), at);
        if (changes.Refusal is not null) return changes;
        foreach (WorkItem held in WorkItems.Where(w => w.StepId == item.StepId && w.Holder == item.Holder && w.Status == WorkStatus.Open).ToList())
        {
            held.HandedOverFrom = held.PersonId ?? by;
            held.PersonId = to;
            held.BodyId = null;
            changes.Opened.Add(held);
        }
        changes.Record(this, "HandedOver", by, $"{item.StepId} → {target}", at);
        return changes;
    }

    /// <summary>What an administrator does to the case or to one of its steps, recorded with who, what and why.</summary>
    /// <param name="kind">The kind of the record.</param>
    /// <param name="what">The step it is about; empty for the whole case.</param>
    public CaseChanges Administer(FlowGraph graph, CaseSurroundings around, FlowEvent happened, string kind, string what, Guid? by, string? reason, DateTimeOffset at)
    {
        CaseChanges changes = Apply(graph, around, happened, at);
        if (changes.Refusal is not null) return changes;
        foreach (WorkItem item in changes.Withdrawn) item.Comment ??= reason;
        changes.Record(this, kind, by, $"{what} {reason}".Trim(), at);
        return changes;
    }

    /// <summary>Applies any other event: a timer, a trigger, a retry, a completed draft.</summary>
    public CaseChanges Apply(FlowGraph graph, CaseSurroundings around, FlowEvent happened, DateTimeOffset at)
    {
        CaseChanges changes = new();
        FlowState before = FlowStateJson.Read(State);
        FlowResult result = FlowEngine.Apply(graph, before, happened);
        if (result.Refusal is { } no) return CaseChanges.Refused(DecisionRules.Of(no));
        CaseEffects effects = new(this, graph, around, changes, at);
        List<SetTimer> fired = [.. Fired(happened)];
        FlowState after = effects.Carry(result);
        // Of a finished case only what finished it can be taken back: history stays small.
        if (around.Institution.UndoWindow > TimeSpan.Zero && Status != CaseStatus.Cancelled)
            Recent = RecentEvents.Add(Status == CaseStatus.Finished ? null : Recent, RecentEvent.Between(before, after, [happened, .. effects.Answered], [.. fired, .. effects.Earlier]), around.Institution.UndoWindow);
        else Recent = null;
        return changes;
    }

    /// <summary>Works out how the case stands without a decision that was made on a task; nothing is changed yet.</summary>
    public TakenBack Without(FlowGraph graph, WorkItem item) =>
        FlowEngine.TakeBack(graph, FlowStateJson.Read(State), RecentEvents.Read(Recent), new Decided(StartedAt, item.StepId, item.Holder.Key, item.Outcome ?? "", item.Occurrence));

    /// <summary>Takes a decision back: the tasks that it closed are open again, what it opened is withdrawn.</summary>
    /// <param name="without">The case without it, as <see cref="Without"/> worked it out; of the tasks that ended with the decision or later all must be loaded.</param>
    public CaseChanges TakeBack(FlowGraph graph, CaseSurroundings around, WorkItem item, TakenBack without, Guid by, string? reason, DateTimeOffset at)
    {
        CaseChanges changes = new();
        if (without.Result.Refusal is { } no) return CaseChanges.Refused(DecisionRules.Of(no));
        changes.Record(this, "DecisionTakenBack", by, $"{item.StepId} {item.Outcome} {reason}".Trim(), at);
        new CaseEffects(this, graph, around, changes, at).Carry(without.Result);
        Recent = RecentEvents.Write(without.Recent);
        if (Status is CaseStatus.Running) EndedAt = null;
        return changes;
    }

    private IEnumerable<SetTimer> Fired(FlowEvent happened) =>
        happened is TimerFired fired ? Timers.Where(t => t.StepId == fired.Step && t.Key == fired.Key).Select(CaseEffects.AsSet) : [];

    /// <summary>Follows a newer version of its process: steps are matched by id, done steps stay done.</summary>
    public CaseChanges MoveTo(Guid version, FlowGraph from, FlowGraph to, CaseSurroundings around, Guid by, DateTimeOffset at)
    {
        CaseChanges changes = new();
        FlowResult result = FlowEngine.Move(from, to, FlowStateJson.Read(State), at);
        if (result.Refusal is { } no) return CaseChanges.Refused(new Refusal(no.Code, no.Message), result.Reasons);
        ProcessVersionId = version;
        Recent = null;
        changes.Record(this, "Moved", by, version.ToString(), at);
        new CaseEffects(this, to, around, changes, at).Carry(result);
        return changes;
    }

    /// <summary>Days and hours stay what they are by another clock. What was decided before can be taken back no more: it would come back by the old one.</summary>
    /// <param name="graph">Null where its version cannot be read: then its timetables stay where they are.</param>
    public void GoBy(ClockChange clock, FlowGraph? graph)
    {
        Recent = null;
        State = FlowStateJson.Write(Redating.Of(FlowStateJson.Read(State), clock.Of));
        foreach (CaseTimer timer in Timers.Where(t => Redating.IsByClock(t.Key, graph?.Find(t.NodeId)))) timer.DueAt = clock.Of(timer.DueAt);
    }

    /// <summary>Stands still for as long as its parent does.</summary>
    public CaseChanges SuspendWithParent(FlowGraph graph, CaseSurroundings around, string parent, DateTimeOffset at)
    {
        CaseChanges changes = Apply(graph, around, new CaseSuspended(at), at);
        if (changes.Refusal is not null) return changes;
        SuspendedWithParent = true;
        changes.Record(this, "CaseSuspended", null, $"вместе с делом «{parent}»", at);
        return changes;
    }

    /// <summary>Goes on with its parent, where it stood still because of it.</summary>
    public CaseChanges ResumeWithParent(FlowGraph graph, CaseSurroundings around, string parent, DateTimeOffset at)
    {
        CaseChanges changes = Apply(graph, around, new CaseResumed(at), at);
        if (changes.Refusal is null) changes.Record(this, "CaseResumed", null, $"вместе с делом «{parent}»", at);
        return changes;
    }

    /// <summary>The step still waits: nobody went past it, nothing withdrew it.</summary>
    public bool Waits(string stepId) => FlowStateJson.Read(State).Step(stepId) is { IsLive: true };

    /// <summary>Something came while the case stands still: it is told when the case is resumed.</summary>
    public void TellLater(string stepId, string nodeId, string key, DateTimeOffset at)
    {
        if (!Timers.Exists(t => t.StepId == stepId && t.Key == key))
            Timers.Add(new CaseTimer { InstitutionId = InstitutionId, CaseId = Id, StepId = stepId, NodeId = nodeId, Key = key, DueAt = at });
    }

    internal void Keep(FlowState state)
    {
        State = FlowStateJson.Write(state);
        if (state.Status == FlowStatus.Suspended) Status = CaseStatus.Suspended;
        else if (state.Status == FlowStatus.Running) Status = CaseStatus.Running;
        SuspendedWithParent &= Status == CaseStatus.Suspended;
        NeedsAttention = state.NeedsAttention;
    }

    internal void End(CaseStatus status, DateTimeOffset at)
    {
        Status = status;
        EndedAt = at;
    }
}

/// <summary><c>Suspended</c>: nothing can be decided and no timer fires until it is resumed.</summary>
public enum CaseStatus { Running, Finished, Cancelled, Suspended }
