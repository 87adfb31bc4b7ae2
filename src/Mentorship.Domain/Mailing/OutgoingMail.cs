namespace Mentorship.Domain.Mailing;

/// <summary>A mail as a row of the commit that caused it (outbox). It stores the template and the link's id, never a token: the token is made at sending.</summary>
public sealed class OutgoingMail : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Address { get; init; }
    public required MailTemplate Template { get; init; }

    /// <summary>Values of the template's fields.</summary>
    public Dictionary<string, string> Fields { get; init; } = [];

    /// <summary>What goes with it.</summary>
    public List<MailAttachment> Attached { get; init; } = [];
    public Guid? LinkId { get; init; }
    public Guid? WorkItemId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public MailStatus Status { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? NextAttemptAt { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public string? LastError { get; set; }
    public int Version { get; set; }

    /// <summary>Names the step that wrote a mail of the process, kept as its field <c>step</c>.</summary>
    public static string StepMark(Guid caseId, string step) => $"{caseId:N} {step}";

    /// <summary>The field that names the document whose page a mail leads to, where it carries none.</summary>
    public const string DocumentField = "document";

    /// <summary>The same for every attempt, so that a mail sent twice is recognised as one.</summary>
    public string MessageId(string host) => $"<{Id:N}@{host}>";
}

public enum MailTemplate { Work, ClosingCheck, FreshLink, Invitation, ProcessMail, Withdrawn, Reminder, Escalation }

/// <summary><c>Kept</c>: written in a demonstration, never sent. <c>Unneeded</c>: what it asked for was done before it could go out.</summary>
public enum MailStatus { Waiting, Sent, Failed, Kept, Unneeded }
