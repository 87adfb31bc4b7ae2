using Mentorship.Domain.People;
using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>Carries the engine's effects out on the case, and answers what the engine asks in the same breath, until it asks nothing more.</summary>
internal sealed class CaseEffects(Case subject, FlowGraph graph, CaseSurroundings around, CaseChanges changes, DateTimeOffset at)
{
    private readonly Queue<FlowEvent> _answers = [];
    private readonly List<FlowEvent> _answered = [];
    private readonly List<SetTimer> _earlier = [];
    private FlowState? _state;

    /// <summary>What the host answered, in order.</summary>
    public IReadOnlyList<FlowEvent> Answered => _answered;

    /// <summary>Timers that were moved or taken away, as they were.</summary>
    public IReadOnlyList<SetTimer> Earlier => _earlier;

    /// <summary>Takes a result over; the state is written once, at the end.</summary>
    public FlowState Carry(FlowResult result)
    {
        FlowState state = _state = result.State;
        foreach (Effect effect in result.Effects) Carry(effect);
        while (_answers.TryDequeue(out FlowEvent? answer))
        {
            FlowResult next = FlowEngine.Apply(graph, state, answer);
            if (next.Refusal is { } no) throw new InvalidOperationException($"The engine refused its own host's answer {answer}: {no.Code} {no.Message}");
            state = _state = next.State;
            _answered.Add(answer);
            foreach (Effect effect in next.Effects) Carry(effect);
        }
        subject.Keep(state);
        return state;
    }

    private void Carry(Effect effect)
    {
        switch (effect)
        {
            case PrepareStep prepare: _answers.Enqueue(Prepare(prepare)); break;
            case OpenWork open: Open(open); break;
            case ReopenWork reopen: Reopen(reopen); break;
            case WithdrawWork withdraw: Withdraw(withdraw); break;
            case AskClosingCheck check: AskClosing(check); break;
            case RemindOfWork remind: changes.Reminders.AddRange(Waiting(remind.Step, remind.Participant, remind.Occurrence)); break;
            case EscalateWork escalate: changes.Escalations.AddRange(Waiting(escalate.Step, escalate.Participant, escalate.Occurrence)); break;
            case SetTimer timer: Set(timer); break;
            case CancelTimer timer: Cancel(timer); break;
            case DraftDocument draft: changes.Drafts.Add(draft); break;
            case PrepareWait wait: _answers.Enqueue(around.Next(wait, at)); break;
            case AwaitEvent awaited: Set(new SetTimer(awaited.Step, awaited.NodeId, WakingKeys.OfEvent(awaited.Event), CaseTimer.WhenTheEventComes)); break;
            case ForgetEvent forgotten: subject.Timers.RemoveAll(t => t.StepId == forgotten.Step && t.Key == WakingKeys.OfEvent(forgotten.Event)); break;
            case PrepareItems or SumUpSurvey or StartChild or CancelChild or SuspendChild or ResumeChild or RaiseEvent: changes.Asked.Add(effect); break;
            case RenameCase named:
                subject.Title = named.Name;
                changes.Record(subject, "Renamed", null, $"{named.Step} {named.Name}", at);
                break;
            case CorrelateCase marked: subject.CorrelationId = marked.CorrelationId; break;
            case NoteLine line: changes.Record(subject, "Noted", null, $"{line.Step} {line.Text}", at); break;
            case SendMail mail: changes.Mails.Add(mail); _answers.Enqueue(new StepCompleted(at, mail.Step)); break;
            case AskAttention attention: changes.Record(subject, "NeedsAttention", null, $"{attention.Step} {attention.Reason}", at); break;
            case StepLeft left:
                changes.Left.Add(left);
                changes.Record(subject, "StepLeft", null, $"{left.Step} {left.Outcome}", at);
                break;
            case CaseEnded ended:
                changes.Ended = ended;
                subject.End(ended.Outcome == "Cancelled" ? CaseStatus.Cancelled : CaseStatus.Finished, at);
                break;
        }
    }

    /// <summary>A step that breaks here is held for attention: the decision that led to it is not lost, the other branches go on.</summary>
    private FlowEvent Prepare(PrepareStep step)
    {
        FlowNode node = graph.Node(step.NodeId);
        try
        {
            return around.Prepare(step, node, at);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            changes.Faults.Add(new StepFault(step.Step, cause));
            return new StepFailed(at, step.Step, $"Не получилось узнать, кому и к какому сроку поручить шаг «{node.Name}». Проверьте его настройки и повторите; если не поможет, обратитесь к тому, кто обслуживает систему.");
        }
    }

    private void Open(OpenWork open)
    {
        WorkItem? known = Find(open.Step, open.Participant, open.Occurrence).FirstOrDefault();
        if (known is not null)
        {
            known.DueAt = open.DueAt;
            known.BeforeApproval = IsBeforeApproval(open);
            return;
        }
        FlowNode node = graph.Node(open.NodeId);
        (Guid Document, Guid Version)? about = CasePaper.Of(node, open.Step, graph, _state!, around);
        Participant holder = Participant.Parse(open.Participant);
        WorkItem item = new()
        {
            InstitutionId = subject.InstitutionId, CaseId = subject.Id, StepId = open.Step, NodeId = open.NodeId, Kind = KindOf(open.Kind), Round = open.Round,
            Occurrence = open.Occurrence, Title = WorkTitle.Of(node, subject, open.Occurrence, open.Item), PersonId = holder.IsBody ? null : holder.Id, BodyId = holder.IsBody ? holder.Id : null,
            DocumentId = about?.Document, DocumentVersionId = about?.Version, DueAt = open.DueAt,
            BeforeApproval = IsBeforeApproval(open), Continuous = open.ClosesAt is not null, OpenedAt = at,
        };
        subject.WorkItems.Add(item);
        changes.Opened.Add(item);
    }

    /// <summary>The same task, so that the links that lead to it work again.</summary>
    private void Reopen(ReopenWork work)
    {
        WorkItem? closed = subject.WorkItems.Where(w => !w.IsOpen && w.StepId == work.Step && w.Holder.Key == work.Participant && w.Occurrence == work.Occurrence).MaxBy(w => w.EndedAt);
        if (closed is null) Open(new OpenWork(work.Step, work.NodeId, work.Kind, work.Round, work.Participant, work.Occurrence, work.DueAt, work.ClosesAt));
        else closed.Reopen();
    }

    /// <summary>Its last day was over when the roadmap started.</summary>
    private bool IsBeforeApproval(OpenWork open) => open.Kind is NodeKind.Task or NodeKind.Survey or NodeKind.Consents or NodeKind.Pairs && open.DueAt < subject.StartedAt;

    private void Withdraw(WithdrawWork withdraw)
    {
        foreach (WorkItem item in Find(withdraw.Step, withdraw.Participant, withdraw.Occurrence))
        {
            item.Status = WorkStatus.Withdrawn;
            item.WithdrawReason = withdraw.Reason;
            item.EndedAt = at;
            changes.Withdrawn.Add(item);
        }
    }

    private void AskClosing(AskClosingCheck check)
    {
        foreach (WorkItem item in Find(check.Step, null, check.Occurrence))
        {
            item.ClosingAskedAt = at;
            changes.ClosingChecks.Add(item);
        }
    }

    private void Set(SetTimer timer)
    {
        CaseTimer? known = subject.Timers.FirstOrDefault(t => t.StepId == timer.Step && t.Key == timer.Key);
        if (known is not null)
        {
            _earlier.Add(AsSet(known));
            known.DueAt = timer.DueAt;
        }
        else subject.Timers.Add(new CaseTimer { InstitutionId = subject.InstitutionId, CaseId = subject.Id, StepId = timer.Step, NodeId = timer.NodeId, Key = timer.Key, DueAt = timer.DueAt });
    }

    private void Cancel(CancelTimer timer)
    {
        foreach (CaseTimer known in subject.Timers.FindAll(t => t.StepId == timer.Step && t.Key == timer.Key))
        {
            _earlier.Add(AsSet(known));
            subject.Timers.Remove(known);
        }
    }

    internal static SetTimer AsSet(CaseTimer timer) => new(timer.StepId, timer.NodeId, timer.Key, timer.DueAt);

    private IEnumerable<WorkItem> Find(string step, string? participant, string? occurrence) => subject.WorkItems
        .Where(w => w.IsOpen && w.StepId == step && (participant is null || w.Holder.Key == participant) && (occurrence is null || w.Occurrence == occurrence)).ToList();

    /// <summary>What is being signed this minute needs no reminder.</summary>
    private IEnumerable<WorkItem> Waiting(string step, string participant, string occurrence) => Find(step, participant, occurrence).Where(w => w.Status == WorkStatus.Open);

    private static WorkKind KindOf(NodeKind kind) => kind switch
    {
        NodeKind.Approval => WorkKind.Concur,
        NodeKind.Signature => WorkKind.Sign,
        NodeKind.Acquaintance => WorkKind.Acquaint,
        NodeKind.Document => WorkKind.Prepare,
        NodeKind.Survey => WorkKind.Survey,
        NodeKind.Consents => WorkKind.Consent,
        NodeKind.Pairs => WorkKind.Pairs,
        _ => WorkKind.Do,
    };
}
