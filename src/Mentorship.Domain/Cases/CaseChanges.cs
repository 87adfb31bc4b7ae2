using Mentorship.Domain.Auditing;
using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>What one event changed outside the case's own rows; the use case saves all of it in one transaction.</summary>
public sealed class CaseChanges
{
    public Refusal? Refusal { get; private init; }

    /// <summary>Why a case cannot follow another version, step by step.</summary>
    public IReadOnlyList<Problem> Reasons { get; private init; } = [];

    /// <summary>Work that was opened or changed hands: each needs a mail.</summary>
    public List<WorkItem> Opened { get; } = [];

    /// <summary>Continuous work whose one closing check is asked now.</summary>
    public List<WorkItem> ClosingChecks { get; } = [];

    /// <summary>Open work that is asked for again.</summary>
    public List<WorkItem> Reminders { get; } = [];

    /// <summary>Open work of which others are told.</summary>
    public List<WorkItem> Escalations { get; } = [];
    public List<WorkItem> Withdrawn { get; } = [];
    public List<Decision> Decisions { get; } = [];
    public List<AuditEvent> Audit { get; } = [];

    /// <summary>Documents that the process writes itself; each is answered with <see cref="StepCompleted"/> in the same transaction.</summary>
    public List<DraftDocument> Drafts { get; } = [];

    /// <summary>Mail steps: what the process says to whom.</summary>
    public List<SendMail> Mails { get; } = [];

    /// <summary>Steps that were left, by which outcome, in order.</summary>
    public List<StepLeft> Left { get; } = [];

    /// <summary>What the process asks of the world outside this case, in order: lists to go through, other processes, events.</summary>
    public List<Effect> Asked { get; } = [];

    /// <summary>The case came to its end.</summary>
    public CaseEnded? Ended { get; set; }

    /// <summary>What broke while a step was answered: the step is held for attention, the host logs the cause.</summary>
    public List<StepFault> Faults { get; } = [];

    public static CaseChanges Refused(Refusal refusal, IReadOnlyList<Problem>? reasons = null) => new() { Refusal = refusal, Reasons = reasons ?? [] };

    /// <summary>Appends an event to the case's audit chain.</summary>
    public void Record(Case subject, string kind, Guid? actor, string data, DateTimeOffset at) =>
        Audit.Add(subject.Audit.Append(subject.InstitutionId, subject.Id, kind, actor, data, at));

    /// <summary>Adds what a following event of the same transaction changed.</summary>
    public void Include(CaseChanges next)
    {
        Opened.AddRange(next.Opened);
        ClosingChecks.AddRange(next.ClosingChecks);
        Reminders.AddRange(next.Reminders);
        Escalations.AddRange(next.Escalations);
        Withdrawn.AddRange(next.Withdrawn);
        Decisions.AddRange(next.Decisions);
        Audit.AddRange(next.Audit);
        Drafts.AddRange(next.Drafts);
        Mails.AddRange(next.Mails);
        Left.AddRange(next.Left);
        Faults.AddRange(next.Faults);
        Asked.AddRange(next.Asked);
        Ended ??= next.Ended;
    }
}

/// <summary>A step that could not be answered, and what was thrown.</summary>
public sealed record StepFault(string Step, Exception Cause);
