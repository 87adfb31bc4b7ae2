using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;

namespace Mentorship.Domain.Tests.Deadlines;

/// <summary>A table of phrases with their answers: phrase, school year, kind, from, to, recurrence.</summary>
internal static class PhraseTable
{
    public static TheoryData<string, string, string> Load(string name)
    {
        using StreamReader reader = new(typeof(PhraseTable).Assembly.GetManifestResourceStream(name)!);
        TheoryData<string, string, string> rows = [];
        foreach (string line in reader.ReadToEnd().Split('\n').Skip(1).Where(l => l.Contains('\t')))
        {
            string[] cells = [.. line.TrimEnd('\r').Split('\t'), "", "", "", "", ""];
            rows.Add(cells[0], cells[1], string.Join(" | ", cells[2..6]).TrimEnd());
        }
        return rows;
    }

    public static DeadlineContext Context(string schoolYear) =>
        new() { SchoolYear = SchoolYear.TryParse(schoolYear, out SchoolYear year) ? year : null };

    public static string Answer(Deadline read) =>
        string.Join(" | ", read.Kind.ToString().ToLowerInvariant(), $"{read.From:yyyy-MM-dd}", $"{read.To:yyyy-MM-dd}", read.Recurrence ?? "").TrimEnd();
}
