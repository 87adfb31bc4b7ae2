namespace Mentorship.Domain.Calendars;

/// <summary>What the days of one institution are: which of them work, and when it teaches and rests in each school year that it has entered.</summary>
public sealed class InstitutionCalendar
{
    private readonly SortedDictionary<SchoolYear, StudyCalendar> _years = [];

    public InstitutionCalendar(WorkingDays days, params IEnumerable<StudyCalendar> years)
    {
        Days = days;
        foreach (StudyCalendar year in years) _years[year.Year] = year;
    }

    /// <summary>Of an institution that has entered nothing: five days a week, the country's holidays, no terms.</summary>
    public static InstitutionCalendar ByRule { get; } = new(WorkingDays.ByRule);

    public WorkingDays Days { get; }

    /// <summary>The school years that were entered, in order.</summary>
    public IReadOnlyCollection<StudyCalendar> Years => _years.Values;

    /// <summary>The study schedule of a year; null while nobody has entered it.</summary>
    public StudyCalendar? Of(SchoolYear year) => _years.GetValueOrDefault(year);

    /// <summary>The same with one year as it would be; a year without terms and holidays is one that nobody has entered.</summary>
    public InstitutionCalendar With(StudyCalendar year) => new(Days, _years.Values.Where(y => y.Year != year.Year).Concat(year.Terms.Count > 0 ? [year] : []));

    /// <summary>The day lies in school holidays.</summary>
    public bool IsSchoolHoliday(DateOnly day) => Of(SchoolYear.Of(day))?.AllHolidays.Any(window => window.From <= day && day <= window.To) == true;
}
