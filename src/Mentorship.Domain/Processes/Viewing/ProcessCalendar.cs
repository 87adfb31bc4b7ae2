using Mentorship.Domain.Cases;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Deadlines.Scheduling;
using Mentorship.Domain.Institutions;
using Mentorship.Flow;

namespace Mentorship.Domain.Processes.Viewing;

/// <summary>The items of a process on a time axis, as their deadlines are understood.</summary>
public sealed record ProcessCalendar(DateOnly From, DateOnly To, IReadOnlyList<CalendarItem> Items)
{
    public static ProcessCalendar Of(ProcessDefinition definition, PlanContext plan, Institution institution) => Of(FlowGraph.From(definition), plan, institution.OpenDaysBefore);

    /// <param name="openDaysBefore">How many days before a single date its work opens.</param>
    public static ProcessCalendar Of(FlowGraph graph, PlanContext plan, int openDaysBefore)
    {
        DeadlineContext context = plan.Reading;
        OpeningRules rules = new() { DaysBefore = openDaysBefore };
        List<CalendarItem> items = [.. ReadingOrder.Groups(graph).SelectMany(g => g.Steps.Where(s => s.Kind is NodeKind.Task or NodeKind.Approval or NodeKind.Signature
            or NodeKind.Acquaintance or NodeKind.Document or NodeKind.Survey or NodeKind.Consents or NodeKind.Pairs).Select(s => Item(s, g.Owner, context, rules)))];
        List<CalendarBar> bars = [.. items.SelectMany(i => i.Bars)];
        return new ProcessCalendar(bars.Select(b => b.From).Append(plan.Period.From).Min(), bars.Select(b => b.To).Append(plan.Period.To).Max(), items);
    }

    private static CalendarItem Item(FlowNode step, FlowNode? stage, DeadlineContext context, OpeningRules rules)
    {
        string text = step.Text("deadline") ?? "";
        CalendarItem item = new(step.Id, stage?.Id, step.Name, text, [], CalendarNote.AfterTheStepBefore);
        if (text.Length == 0 && step.Json("window") is null) return WorkSchedule.StandsInRoadmap(step) ? item with { Note = CalendarNote.NeedsDeadline } : item;
        if (WorkSchedule.IsRelative(text)) return item with { Note = CalendarNote.DaysFromItsStart };
        Deadline meaning = DeadlineJson.Read(step.Json("window"), text) ?? DeadlineReader.Read(text, context);
        PlannedWork work = DeadlineSchedule.Plan(meaning, context, rules);
        return work.Kind switch
        {
            PlannedKind.AwaitsEvent => item with { Note = CalendarNote.AwaitsEvent, Meaning = meaning },
            PlannedKind.NeedsDeadline => item with { Note = CalendarNote.NeedsDeadline },
            _ => item with { Note = CalendarNote.None, Meaning = meaning, Bars = [.. work.Occurrences.Select(o => Bar(o, work.ClosesOn, context))] },
        };
    }

    /// <summary>Work without a last day goes on to its closing check, or to the end of the plan.</summary>
    private static CalendarBar Bar(PlannedOccurrence occurrence, DateOnly? closes, DeadlineContext context)
    {
        DateOnly to = occurrence.Due ?? closes ?? context.Period?.To ?? occurrence.Opens;
        return new CalendarBar(occurrence.Key, occurrence.Opens, to < occurrence.Opens ? occurrence.Opens : to, occurrence.Due is null);
    }
}

/// <param name="StageId">The stage that holds it; null outside every stage.</param>
/// <param name="Note">Why there is no bar.</param>
public sealed record CalendarItem(string NodeId, string? StageId, string Title, string Deadline, IReadOnlyList<CalendarBar> Bars, CalendarNote Note)
{
    /// <summary>What the deadline was understood to mean; null where it has none of its own.</summary>
    public Deadline? Meaning { get; init; }
}

/// <param name="IsOpenEnded">Nothing is overdue after its last day.</param>
public sealed record CalendarBar(string Key, DateOnly From, DateOnly To, bool IsOpenEnded);

public enum CalendarNote { None, NeedsDeadline, AwaitsEvent, AfterTheStepBefore, DaysFromItsStart }
