namespace Mentorship.Domain.Calendars;

/// <summary>The study schedule of an institution for one school year, as its administrator entered it.</summary>
public sealed class StudyYear : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }

    /// <summary>First calendar year of the school year.</summary>
    public required int FirstYear { get; init; }
    public List<StudyTerm> Terms { get; set; } = [];
    public int Version { get; set; }

    public StudyCalendar Calendar => new(new SchoolYear(FirstYear), Terms);
}
