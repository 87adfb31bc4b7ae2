using System.Text.RegularExpressions;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Wording;

namespace Mentorship.Domain.Roadmaps;

/// <summary>
/// Fills a blank form: rows without a date get one, spread evenly over the school year in the order of the rows; rows whose responsible is
/// still to be named get people in turn. Every such cell says «предложено», so that nobody takes it for a decision.
/// </summary>
public static partial class BlankProposal
{
    public const string Mark = "(предложено)";

    /// <param name="people">Whom to propose, by name, in the order of asking; empty leaves the responsible cells alone.</param>
    /// <returns>The filled roadmap, and for each proposed responsible text whose name it is.</returns>
    public static FilledBlank Fill(Roadmap roadmap, SchoolYear year, InstitutionCalendar calendar, IReadOnlyList<string> people)
    {
        RoadmapUnderstanding read = RoadmapUnderstanding.Of(roadmap, calendar, year);
        int blanks = read.Stages.Sum(s => s.Items.Count(NeedsDate)), date = 0, person = 0;
        Dictionary<string, string> proposed = [];
        List<RoadmapStage> stages = [];
        foreach (StageUnderstanding stage in read.Stages)
        {
            List<RoadmapItem> items = [];
            foreach (ItemUnderstanding item in stage.Items)
            {
                RoadmapItem filled = item.Item;
                if (NeedsDate(item)) filled = filled with { DeadlineText = $"до {RussianDate.Short(DayOf(year, calendar.Days, ++date, blanks))} {Mark}" };
                if (people.Count > 0 && NeedsName(item))
                {
                    string name = people[person++ % people.Count], text = $"{name} {Mark}";
                    proposed[text] = name;
                    filled = filled with { ResponsibleText = text };
                }
                items.Add(filled);
            }
            stages.Add(stage.Stage with { Items = items });
        }
        return new FilledBlank(roadmap with { SchoolYear = year, Title = Title(roadmap.Title, year), Stages = stages, Doubts = [.. roadmap.Doubts.Where(d => d.Place != "учебный год")] }, proposed);
    }

    /// <summary>«на гггг/гг учебный год» names the year.</summary>
    private static string? Title(string? title, SchoolYear year) => title is null ? null : YearBlank().Replace(title, year.ToString());

    [GeneratedRegex(@"г{2,4}\s*[/\-–—]\s*г{2,4}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YearBlank();

    /// <summary>How many rows wait for a date or a name.</summary>
    public static int Count(RoadmapUnderstanding read) => read.Stages.Sum(s => s.Items.Count(i => NeedsDate(i) || NeedsName(i)));

    private static bool NeedsName(ItemUnderstanding item) => item.Responsibles.All(r => r.Role is null && r.Person is null);

    private static bool NeedsDate(ItemUnderstanding item) => item.Deadline.Kind is DeadlineKind.Template or DeadlineKind.Unresolved;

    /// <summary>A Friday between 11 September and the end of May, or the working day before it.</summary>
    private static DateOnly DayOf(SchoolYear year, WorkingDays days, int number, int of)
    {
        DateOnly first = new(year.FirstYear, 9, 11), last = new(year.SecondYear, 5, 28);
        DateOnly day = first.AddDays((last.DayNumber - first.DayNumber) * (number - 1) / Math.Max(of - 1, 1));
        return days.AtOrBefore(day.AddDays(((int)DayOfWeek.Friday - (int)day.DayOfWeek + 7) % 7));
    }
}

/// <param name="Proposed">Responsible text → the name it proposes.</param>
public sealed record FilledBlank(Roadmap Roadmap, IReadOnlyDictionary<string, string> Proposed);
