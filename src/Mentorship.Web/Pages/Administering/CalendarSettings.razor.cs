using System.Globalization;
using Mentorship.Domain;
using Mentorship.Domain.Institutions;
using Mentorship.UseCases;
using Mentorship.UseCases.Calendars;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Administering;

/// <summary>The institution's calendar: its working week, the days it marks, the study schedule of two years.</summary>
public sealed partial class CalendarSettings : SitePage
{
    [Inject] private LookAtCalendar Looking { get; set; } = null!;
    [Inject] private ChangeWorkingWeek Weeks { get; set; } = null!;
    [Inject] private ChangeTimeZone Clocks { get; set; } = null!;
    [Inject] private MarkDays Marking { get; set; } = null!;
    [Inject] private UnmarkDays Unmarking { get; set; } = null!;
    [Inject] private ChangeStudyYear Studies { get; set; } = null!;
    [SupplyParameterFromQuery] public string? Said { get; set; }
    [SupplyParameterFromQuery] public int? Found { get; set; }
    [SupplyParameterFromQuery] public int? Year { get; set; }
    [SupplyParameterFromForm] public WeekForm? Week { get; set; }
    [SupplyParameterFromForm] public ZoneForm? Zone { get; set; }
    [SupplyParameterFromForm] public MarkForm? Mark { get; set; }
    [SupplyParameterFromForm] public UnmarkForm? Unmark { get; set; }
    [SupplyParameterFromForm] public StudyForm? Study { get; set; }

    private CalendarPage? View { get; set; }
    private StudyYearInput? _usual;

    /// <summary>What stands in the fields of the schedule: a usual one, what was typed, else what holds now.</summary>
    private StudyYearInput Typed => _usual ?? Study?.Input ?? View!.Fields;
    private bool Proposed => _usual is not null;

    private string? SaidWords => Said switch
    {
        "week" => CalendarTexts.SavedWeek,
        "zone" => CalendarTexts.SavedZone,
        "marked" => CalendarTexts.Marked,
        "unmarked" => CalendarTexts.Unmarked,
        "study" => Found is > 0 and var found ? CalendarTexts.SavedFound.With(Domain.Wording.Plural.Count(found, "пункта", "пунктов", "пунктов")) : CalendarTexts.SavedStudy,
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        if (Took(await Looking.RunAsync(Actor, Year, null, Cancel), out CalendarPage? view)) View = view;
        else Http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private async Task ChangeWeekAsync() => await LeaveAsync(await Weeks.RunAsync(Actor, Week!.Days == "6", Week.Seen == "6", Cancel), "said=week");

    private async Task ChangeZoneAsync() => await LeaveAsync(await Clocks.RunAsync(Actor, Zone!.Id, Zone.Seen, Cancel), "said=zone");

    private async Task MarkAsync() => await LeaveAsync(await Marking.RunAsync(Actor, Mark!.Days, Mark.As == "on", Mark.Note, Cancel), "said=marked");

    private async Task UnmarkAsync()
    {
        string[] parts = (Unmark!.Days ?? "").Split('/');
        if (parts.Length == 3 && Day(parts[0], out DateOnly from) && Day(parts[1], out DateOnly to))
            await LeaveAsync(await Unmarking.RunAsync(Actor, from, to, parts[2] == "on", Cancel), "said=unmarked");
    }

    private async Task ChangeStudyAsync()
    {
        if (View is null) return;
        switch (Study!.Act)
        {
            case "usual":
                Outcome<StudyYearInput> usual = await Looking.UsualAsync(Actor, View.Year.FirstYear, Study.Input.Teaching, Cancel);
                if (Took(usual, out StudyYearInput? input)) _usual = input;
                break;
            case "show":
                View = (await Looking.RunAsync(Actor, View.Year.FirstYear, Study.Input, Cancel)).Value;
                Refusal = View?.Tried?.Problem;
                break;
            default:
                Outcome<int> saved = await Studies.RunAsync(Actor, View.Year.FirstYear, Study.Input, Study.Seen ?? "", Cancel);
                await LeaveAsync(saved, $"year={View.Year.FirstYear}&said=study&found={saved.Value}");
                break;
        }
    }

    /// <summary>After a change to the page as it stands now; after a refusal with what holds now above what was typed.</summary>
    private async Task LeaveAsync<T>(Outcome<T> outcome, string query)
    {
        if (Took(outcome, out _)) Navigation.NavigateTo($"/calendar?{query}");
        else View = (await Looking.RunAsync(Actor, View?.Year.FirstYear, null, Cancel)).Value;
    }

    /// <summary>The zones of Russia; one of the institution's own that is none of them stands first, by the name of that with the same clock.</summary>
    private static IEnumerable<(string Id, string Name)> Zones(CalendarPage view)
    {
        IEnumerable<(string, string)> all = RussianZone.All.Select(z => (z.Id, z.Name));
        return RussianZone.All.Any(z => z.Id == view.Zone) ? all : all.Prepend((view.Zone, ZoneName(view)));
    }

    private static string ZoneName(CalendarPage view) => RussianZone.Of(view.Zone, view.Now) is { } known ? known.Id == view.Zone ? known.Name : CalendarTexts.ZoneLike.With(view.Zone, known.Name) : view.Zone;

    private static string CodeOf(MarkedDays run) => string.Create(CultureInfo.InvariantCulture, $"{run.From:yyyy-MM-dd}/{run.To:yyyy-MM-dd}/{(run.Works ? "on" : "off")}");

    private static bool Day(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}

public sealed class WeekForm
{
    public string? Seen { get; set; }
    public string? Days { get; set; }
}

public sealed class ZoneForm
{
    public string? Seen { get; set; }
    public string? Id { get; set; }
}

public sealed class MarkForm
{
    public string? As { get; set; }
    public string? Days { get; set; }
    public string? Note { get; set; }
}

public sealed class UnmarkForm
{
    /// <summary>From, to, and whether they were marked as working.</summary>
    public string? Days { get; set; }
}

public sealed class StudyForm
{
    /// <summary>The schedule that the page showed.</summary>
    public string? Seen { get; set; }

    /// <summary>Save, only show what it would mean, or take a usual one.</summary>
    public string? Act { get; set; }
    public string? Kind { get; set; }
    public List<PeriodForm> Terms { get; set; } = [];
    public List<PeriodForm> Holidays { get; set; } = [];

    internal StudyYearInput Input => new() { Kind = Kind, Terms = [.. Terms.Select(t => new TypedPeriod(t.From, t.To))], Holidays = [.. Holidays.Select(t => new TypedPeriod(t.From, t.To))] };
}

public sealed class PeriodForm
{
    public string? From { get; set; }
    public string? To { get; set; }
}
