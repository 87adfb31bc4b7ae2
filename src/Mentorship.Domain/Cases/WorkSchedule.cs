using System.Globalization;
using System.Text.RegularExpressions;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Institutions;
using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>Turns the deadline text of a step into the engine's schedule, in the institution's time zone.</summary>
public static partial class WorkSchedule
{
    public static StepSchedule Of(FlowNode node, PlanContext plan, Institution institution, DateTimeOffset at)
    {
        string text = node.Text("deadline") ?? "";
        if (node.Kind == NodeKind.Task) return OfItem(text, plan, institution);
        if (text.Length == 0) return StepSchedule.AtOnce;
        return new StepSchedule(ScheduleKind.Window, [new Occurrence("", null, DueOfStep(text, plan, institution, at), null)]);
    }

    /// <summary>An item of a roadmap opens inside its own window.</summary>
    private static StepSchedule OfItem(string text, PlanContext plan, Institution institution)
    {
        if (text.Length == 0) return new StepSchedule(ScheduleKind.NeedsDeadline, []);
        DeadlineContext context = new() { SchoolYear = plan.SchoolYear, PlanPeriod = plan.Period };
        Deadline deadline = DeadlineReader.Read(text, context);
        return deadline.Kind switch
        {
            DeadlineKind.Event => new StepSchedule(ScheduleKind.AwaitsEvent, []),
            DeadlineKind.Template or DeadlineKind.Unresolved => new StepSchedule(ScheduleKind.NeedsDeadline, []),
            DeadlineKind.Continuous => new StepSchedule(ScheduleKind.Window, [new Occurrence("", null, null, institution.StartOf(plan.Period.To))]),
            DeadlineKind.Multi when deadline.Parts is { Count: > 0 } parts => new StepSchedule(ScheduleKind.Window,
                [.. parts.Select(p => new Occurrence(p.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), institution.StartOf(p.From), institution.EndOf(p.To), null))]),
            _ => new StepSchedule(ScheduleKind.Window, [Window(deadline, institution)]),
        };
    }

    private static Occurrence Window(Deadline deadline, Institution institution)
    {
        DateOnly? opens = deadline.Kind is DeadlineKind.Day or DeadlineKind.By ? deadline.To?.AddDays(-institution.OpenDaysBefore) : deadline.From;
        return new Occurrence("", opens is { } from ? institution.StartOf(from) : null, deadline.To is { } to ? institution.EndOf(to) : null, null);
    }

    /// <summary>A step of a document's route is asked at once; «3 рабочих дня» counts from then.</summary>
    private static DateTimeOffset? DueOfStep(string text, PlanContext plan, Institution institution, DateTimeOffset at)
    {
        DateOnly today = institution.DayOf(at);
        if (RelativeDays().Match(text) is { Success: true } days)
        {
            int count = Math.Min(int.Parse(days.Groups[1].ValueSpan, CultureInfo.InvariantCulture), 3650);
            return institution.EndOf(days.Groups[2].Success ? AfterWorkingDays(today, count) : today.AddDays(count));
        }
        Deadline deadline = DeadlineReader.Read(text, new DeadlineContext { SchoolYear = plan.SchoolYear, PlanPeriod = plan.Period });
        return deadline.To is { } to ? institution.EndOf(to) : null;
    }

    private static DateOnly AfterWorkingDays(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) count--;
        }
        return day;
    }

    [GeneratedRegex(@"^\s*(\d{1,4})\s+(рабоч\S*\s+)?(?:календарн\S*\s+)?д(?:ень|ня|ней)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RelativeDays();
}
