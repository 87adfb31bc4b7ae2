using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Wording;
using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>What the deadline text of a step will mean when the step runs, for the person who types it.</summary>
/// <param name="Meaning">«до 14 октября 2026 г. включительно, среда».</param>
/// <param name="Doubt">What to look at; it does not replace the meaning.</param>
/// <param name="Window">What a step that stands in its own window keeps beside the text; null for all others and where a person must decide.</param>
public sealed record StepDeadline(string Meaning, string? Doubt, Deadline? Window)
{
    /// <param name="title">Of the step: it may name a tighter deadline.</param>
    /// <param name="today">What «3 рабочих дня» is counted from in the example.</param>
    public static StepDeadline Read(NodeKind kind, string? text, string? title, PlanContext plan, DateOnly today) => Read(kind, kind == NodeKind.Task, text, title, plan, today);

    /// <summary>The same for a step as it stands: a task of a route begins when its turn comes, one of a roadmap waits for its dates.</summary>
    public static StepDeadline Read(FlowNode step, string? text, PlanContext plan, DateOnly today) => Read(step.Kind, WorkSchedule.StandsInRoadmap(step), text, step.Name, plan, today);

    private static StepDeadline Read(NodeKind kind, bool isItem, string? text, string? title, PlanContext plan, DateOnly today)
    {
        string phrase = text?.Trim() ?? "";
        bool standsInWindow = kind is NodeKind.Task or NodeKind.Survey or NodeKind.Consents or NodeKind.Pairs;
        if (phrase.Length == 0) return isItem
            ? new StepDeadline("срок не указан: шаг не откроется сам", "Впишите дату или период словами, например «до 15 октября» или «в течение года».", null)
            : new StepDeadline("без срока, шаг ждёт, пока не ответят", null, null);
        if (!isItem && WorkSchedule.DaysFrom(phrase, today, plan.Days) is { } last)
            return new StepDeadline($"считая с начала шага; если начать сегодня, до\u00A0{RussianDate.Day(last)}, {RussianDate.Weekday(last)}", null, null);
        Deadline read = DeadlineReader.Read(phrase, plan.Reading with { ActivityText = title });
        string meaning = DeadlineWords.Of(read) + (read is { Kind: DeadlineKind.Day or DeadlineKind.By, To: { } due } ? $", {RussianDate.Weekday(due)}" : "");
        if (standsInWindow) return new StepDeadline(meaning, read.Doubt, read.Kind is DeadlineKind.Unresolved or DeadlineKind.Template ? null : read);
        return read.To is null
            ? new StepDeadline("крайний день не понят, шаг будет ждать без срока", "Впишите, например, «3 рабочих дня» или «до 15 октября».", null)
            : new StepDeadline(meaning, read.Doubt, null);
    }
}
