using System.Globalization;
using System.Text.Json;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;

namespace Mentorship.Cli.Deadlines;

/// <summary>
/// Study schedules for the command line: <c>{"2026-2027":{"quarters":[["2026-09-01","2026-10-25"],…],"holidays":{"autumn":["2026-10-26","2026-11-02"]}}}</c>;
/// <c>quarters</c>, <c>trimesters</c> or <c>semesters</c>, holidays by season, several as a list of pairs.
/// </summary>
internal static class CalendarFile
{
    private static readonly Dictionary<string, TermKind> Kinds = new(StringComparer.Ordinal) { ["quarters"] = TermKind.Quarter, ["trimesters"] = TermKind.Trimester, ["semesters"] = TermKind.Semester };
    private static readonly Dictionary<string, int> Seasons = new(StringComparer.Ordinal) { ["autumn"] = 9, ["winter"] = 12, ["spring"] = 3, ["summer"] = 6 };

    /// <summary>The calendar of a text, or what is wrong with it.</summary>
    public static (InstitutionCalendar? Calendar, string? Problem) Read(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return (null, "ожидается объект с учебными годами.");
            List<StudyCalendar> years = [];
            foreach (JsonProperty entry in document.RootElement.EnumerateObject())
            {
                if (!SchoolYear.TryParse(entry.Name, out SchoolYear year)) return (null, $"учебный год «{entry.Name}» не понят. Напишите его так: 2026-2027.");
                if (Terms(entry.Value) is not { } terms) return (null, $"{entry.Name}: ожидаются quarters, trimesters или semesters со списком пар дат и holidays с autumn, winter, spring, summer.");
                StudyCalendar schedule = new(year, terms);
                if (StudyCheck.Of(schedule) is { } refusal) return (null, $"{entry.Name}: {refusal.Text}");
                years.Add(schedule);
            }
            return (new InstitutionCalendar(WorkingDays.ByRule, years), null);
        }
        catch (JsonException)
        {
            return (null, "это не JSON.");
        }
    }

    private static List<StudyTerm>? Terms(JsonElement year)
    {
        if (year.ValueKind != JsonValueKind.Object) return null;
        List<StudyTerm> found = [];
        foreach (JsonProperty part in year.EnumerateObject())
        {
            if (Kinds.TryGetValue(part.Name, out TermKind kind) && Windows(part.Value) is { } terms) found.AddRange(terms.Select((window, i) => new StudyTerm(kind, i + 1, window)));
            else if (part.Name == "holidays" && part.Value.ValueKind == JsonValueKind.Object)
                foreach (JsonProperty season in part.Value.EnumerateObject())
                {
                    if (!Seasons.TryGetValue(season.Name, out int month) || Windows(season.Value) is not { } rests) return null;
                    found.AddRange(rests.Select(window => new StudyTerm(TermKind.Holidays, month, window)));
                }
            else return null;
        }
        return found;
    }

    /// <summary>A pair of days, or a list of pairs.</summary>
    private static List<DateWindow>? Windows(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) return null;
        if (Pair(value) is { } only) return [only];
        List<DateWindow> windows = [];
        foreach (JsonElement pair in value.EnumerateArray())
            if (Pair(pair) is { } window) windows.Add(window);
            else return null;
        return windows;
    }

    private static DateWindow? Pair(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2 && Day(value[0]) is { } from && Day(value[1]) is { } to ? new DateWindow(from, to) : null;

    private static DateOnly? Day(JsonElement value) => value.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
