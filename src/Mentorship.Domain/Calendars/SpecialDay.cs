namespace Mentorship.Domain.Calendars;

/// <summary>A day of an institution that is not as the rule has it: moved by decree, or by the institution itself. There is one row for a day, so no day both rests and works.</summary>
public sealed class SpecialDay : IInstitutionOwned
{
    public const int LongestNote = 200;

    public required Guid InstitutionId { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>It works although the rule rests; else it rests although the rule works.</summary>
    public required bool Works { get; init; }

    /// <summary>Why: «перенос с 4 января», «день здоровья».</summary>
    public string? Note { get; set; }
}
