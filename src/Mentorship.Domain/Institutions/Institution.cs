using Mentorship.Domain.Auditing;

namespace Mentorship.Domain.Institutions;

/// <summary>A school, kindergarten, college or centre: the owner of its own process, people, documents and numbers.</summary>
public sealed class Institution
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Full name, as orders print it.</summary>
    public required string Name { get; set; }
    public required string ShortName { get; set; }
    public InstitutionKind Kind { get; set; }
    public string? Founder { get; set; }
    public string? City { get; set; }

    /// <summary>IANA name; days begin and end by it.</summary>
    public string TimeZone { get; set; } = "Europe/Moscow";

    /// <summary>«Директор», «Заведующий».</summary>
    public string HeadPost { get; set; } = "Директор";

    /// <summary>Grounds that every order names («В соответствии с …»): regional acts differ, so they are data.</summary>
    public string? PreambleGrounds { get; set; }

    /// <summary>Work with a last day opens that many days before it.</summary>
    public int OpenDaysBefore { get; set; } = 14;

    /// <summary>How long a decision may be taken back by who made it; zero: not at all.</summary>
    public int UndoMinutes { get; set; } = 10;
    public TimeSpan UndoWindow => TimeSpan.FromMinutes(UndoMinutes);

    /// <summary>Mails without titles of tasks: only «вас ждёт задание».</summary>
    public bool NeutralMails { get; set; }

    /// <summary>Reminders and escalation of steps that say nothing of their own, in the form in which steps keep them; null: none.</summary>
    public string? UsualReminders { get; set; }

    /// <inheritdoc cref="UsualReminders"/>
    public string? UsualEscalation { get; set; }

    /// <summary>Null until the institution has entered its decision: then signatures are made on paper.</summary>
    public ElectronicSigning? ElectronicSigning { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>End of the chain of events that belong to no case (people, settings, sign-ins).</summary>
    public AuditTail Audit { get; init; } = new();
    public int Version { get; set; }

    /// <summary>Goes up with every change of people, roles or bodies: a staff list read under this number is still right.</summary>
    public int StaffNumber { get; private set; }

    public void StaffChanged() => StaffNumber++;

    /// <summary>Saturday works too.</summary>
    public bool SixDayWeek { get; set; }

    /// <summary>Goes up with every change of the calendar: one read under this number is still right.</summary>
    public int CalendarNumber { get; private set; }

    public void CalendarChanged() => CalendarNumber++;

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>The institution's calendar day at an instant.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>The instant at which a day begins here.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        DateTime local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The last instant of a day here, to the second: work decided by then is in time.</summary>
    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1)).AddSeconds(-1);
}

public enum InstitutionKind { School, Kindergarten, College, ExtraEducation, Other }

/// <summary>What must stand before a simple electronic signature (ПЭП) counts: the institution's act and the founder's agreement.</summary>
/// <param name="ActNumber">Number of the act on electronic documents, free text.</param>
/// <param name="FounderAgreement">How the founder agreed («письмо от … № …»).</param>
public sealed record ElectronicSigning(string ActNumber, DateOnly ActDate, string FounderAgreement);
