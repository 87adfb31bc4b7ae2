using System.Globalization;
using System.Text.RegularExpressions;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Deadlines.Scheduling;
using Mentorship.Domain.Institutions;
using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>Turns the deadline text of a step into the engine's schedule, in the institution's time zone.</summary>
public static partial class WorkSchedule
{
    /// <summary>«3 рабочих дня»: counted from when the step begins, so that it lies in no year.</summary>
    public static bool IsRelative(string text) => RelativeDays().IsMatch(text);

    /// <param name="eventAt">When the event came from which the step counts its days; null while it is awaited.</param>
    public static StepSchedule Of(FlowNode node, PlanContext plan, Institution institution, DateTimeOffset at, DateTimeOffset? eventAt = null)
    {
        string text = node.Text("deadline") ?? "";
        if (node.Kind is NodeKind.Task or NodeKind.Survey or NodeKind.Consents or NodeKind.Pairs && AfterEvent.Of(node) is { } after) return OfEvent(after, plan, institution, eventAt);
        if (IsItem(node, text) || IsWindow(node, text)) return OfItem(node, text, plan, institution, eventAt);
        if (text.Length == 0) return StepSchedule.AtOnce;
        return new StepSchedule(ScheduleKind.Window, [new Occurrence("", null, DueOfStep(text, plan, institution, at), null)]);
    }

    /// <summary>A task of a roadmap waits for its dates, and for somebody to name them; a task of a route begins when its turn comes, unless it names dates of its own.</summary>
    private static bool IsItem(FlowNode node, string text) => node.Kind == NodeKind.Task && (StandsInRoadmap(node) || text.Length > 0 && !RelativeDays().IsMatch(text));

    /// <summary>An item of a roadmap, that opens nothing until somebody names its dates.</summary>
    internal static bool StandsInRoadmap(FlowNode node) => node.Kind == NodeKind.Task && (node.StageId is not null || RoadmapInputs.Any(node.Activity.Inputs.ContainsKey));

    private static readonly string[] RoadmapInputs = ["number", "responsible", "columns", "window"];

    /// <summary>Surveys, consents and pairs stand in roadmaps and in routes: «3 рабочих дня» counts from the asking, anything else is a window as of an item.</summary>
    private static bool IsWindow(FlowNode node, string text) =>
        node.Kind is NodeKind.Survey or NodeKind.Consents or NodeKind.Pairs && (text.Length > 0 && !RelativeDays().IsMatch(text) || node.Json("window") is not null);

    private static StepSchedule OfEvent(AfterEvent after, PlanContext plan, Institution institution, DateTimeOffset? eventAt)
    {
        if (eventAt is not { } came) return new StepSchedule(ScheduleKind.AwaitsEvent, []);
        DateOnly day = institution.DayOf(came);
        DateTimeOffset? opens = after.From == 0 ? null : institution.StartOf(Later(after.From));
        return new StepSchedule(ScheduleKind.Window, [new Occurrence("", opens, after.Days is { } days ? institution.EndOf(Later(days)) : null, null)]);

        DateOnly Later(int days) => after.Working ? plan.Days.AddWorkingDays(day, days) : day.AddDays(days);
    }

    /// <summary>An item of a roadmap opens inside its own window: as a person confirmed it, else as its text reads.</summary>
    private static StepSchedule OfItem(FlowNode node, string text, PlanContext plan, Institution institution, DateTimeOffset? eventAt)
    {
        DeadlineContext context = plan.Reading;
        Deadline meaning = DeadlineJson.Read(node.Json("window"), text) ?? DeadlineReader.Read(text, context);
        PlannedWork work = DeadlineSchedule.Plan(meaning, context, new OpeningRules { DaysBefore = institution.OpenDaysBefore });
        return work.Kind switch
        {
            PlannedKind.AwaitsEvent when eventAt is { } came => new StepSchedule(ScheduleKind.Window,
                [new Occurrence("", null, EventSpan.Read(text)?.From(institution.DayOf(came), plan.Days) is { } last ? institution.EndOf(last) : null, null)]),
            PlannedKind.AwaitsEvent => new StepSchedule(ScheduleKind.AwaitsEvent, []),
            PlannedKind.NeedsDeadline => new StepSchedule(ScheduleKind.NeedsDeadline, []),
            PlannedKind.Continuous => new StepSchedule(ScheduleKind.Window, [new Occurrence("", null, null, institution.StartOf(work.ClosesOn!.Value))]),
            _ => new StepSchedule(ScheduleKind.Window, [.. work.Occurrences.Select(o =>
                new Occurrence(work.Occurrences.Count == 1 ? "" : o.Key, institution.StartOf(o.Opens), o.Due is { } due ? institution.EndOf(due) : null, o.Due is null && work.ClosesOn is { } closes ? institution.StartOf(closes) : null))]),
        };
    }

    /// <summary>A step of a document's route is asked at once; «3 рабочих дня» counts from then.</summary>
    private static DateTimeOffset? DueOfStep(string text, PlanContext plan, Institution institution, DateTimeOffset at)
    {
        DateOnly today = institution.DayOf(at);
        if (DaysFrom(text, today, plan.Days) is { } last) return institution.EndOf(last);
        Deadline deadline = DeadlineReader.Read(text, plan.Reading);
        return deadline.To is { } to ? institution.EndOf(to) : null;
    }

    /// <summary>«3 рабочих дня» counted from a day; null for any other text.</summary>
    internal static DateOnly? DaysFrom(string text, DateOnly day, WorkingDays calendar)
    {
        if (RelativeDays().Match(text) is not { Success: true } days) return null;
        int count = Math.Min(int.Parse(days.Groups[1].ValueSpan, CultureInfo.InvariantCulture), 3650);
        return days.Groups[2].Success ? calendar.AddWorkingDays(day, count) : day.AddDays(count);
    }

    [GeneratedRegex(@"^\s*(\d{1,4})\s+(рабоч\S*\s+)?(?:календарн\S*\s+)?д(?:ень|ня|ней)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RelativeDays();
}
