namespace Mentorship.Domain.Documents.Orders;

/// <summary>What a participant is to the institution; the law of labour mentoring looks at employees only.</summary>
public enum ParticipantKind { Employee, Pupil, External }

/// <summary>A mentor or mentee of a pair order; a pupil's <see cref="OrderPerson.Post"/> is the class.</summary>
public sealed record PairParticipant(OrderPerson Person, ParticipantKind Kind);

/// <summary>A written consent: the day it was given or the scan that shows it.</summary>
public sealed record PairConsent(DateOnly? Given = null, string? Scan = null)
{
    public bool IsThere => Given is not null || !string.IsNullOrWhiteSpace(Scan);
}

/// <summary>The supplementary agreement to the mentor's contract.</summary>
public sealed record PairAgreement(string Number, DateOnly? Date = null);

/// <summary>One pair of a pair order, typed in by the curator.</summary>
public sealed record PairRow
{
    public required PairParticipant Mentor { get; init; }
    public required PairParticipant Mentee { get; init; }

    /// <summary>«учитель – учитель», in the institution's own words.</summary>
    public string Form { get; init; } = "";
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public PairConsent? ConsentMentor { get; init; }
    public PairConsent? ConsentMentee { get; init; }
    public PairAgreement? Agreement { get; init; }

    /// <summary>Why no agreement on pay is needed («наставничество входит в должностные обязанности»), typed by the personnel officer.</summary>
    public string? UnpaidReason { get; init; }

    public bool IsEmployeeToEmployee => Mentor.Kind == ParticipantKind.Employee && Mentee.Kind == ParticipantKind.Employee;
}
