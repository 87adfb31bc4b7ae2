namespace Mentorship.Domain.Calendars;

/// <summary>A school year, named by the calendar year in which it begins: 2023 is 1 September 2023 – 31 August 2024.</summary>
public readonly record struct SchoolYear(int FirstYear) : IComparable<SchoolYear>
{
    public int SecondYear => FirstYear + 1;
    public DateOnly From => new(FirstYear, 9, 1);
    public DateOnly To => new(SecondYear, 8, 31);

    /// <summary>The school year that a day belongs to: September begins a new one.</summary>
    public static SchoolYear Of(DateOnly day) => new(day.Month >= 9 ? day.Year : day.Year - 1);

    /// <summary>Reads «2023-2024», «2023/24», «2023 – 2024»; false for anything else or years that do not follow each other.</summary>
    public static bool TryParse(string? text, out SchoolYear year)
    {
        year = default;
        string[] parts = (text ?? "").Split(['-', '/', '–', '—'], StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || parts[0].Length != 4 || !int.TryParse(parts[0], out int first) || !int.TryParse(parts[1], out int second)) return false;
        if (parts[1].Length == 2) second += first / 100 * 100 + (first % 100 == 99 ? 100 : 0);
        if (second != first + 1 || first is < 1990 or > 2100) return false;
        year = new SchoolYear(first);
        return true;
    }

    public int CompareTo(SchoolYear other) => FirstYear.CompareTo(other.FirstYear);

    /// <summary>«2023/2024», as roadmaps print it.</summary>
    public override string ToString() => $"{FirstYear}/{SecondYear}";

    public static bool operator <(SchoolYear a, SchoolYear b) => a.FirstYear < b.FirstYear;
    public static bool operator >(SchoolYear a, SchoolYear b) => a.FirstYear > b.FirstYear;
    public static bool operator <=(SchoolYear a, SchoolYear b) => a.FirstYear <= b.FirstYear;
    public static bool operator >=(SchoolYear a, SchoolYear b) => a.FirstYear >= b.FirstYear;
}
