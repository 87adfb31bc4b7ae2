using System.Globalization;
using System.Xml;

namespace Mentorship.Flow;

/// <summary>Waits for an instant that it computes itself.</summary>
internal abstract class TimerStep : StepKind
{
    public override NodeKind Kind => NodeKind.Wait;
    public override bool Waits(FlowNode node) => true;
    public override bool IsTold => true;

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        if (Until(node, run.At) is not { } until)
        {
            run.Hold(step, $"У шага «{node.Name}» не указано, сколько ждать.");
            return;
        }
        WaitUntil(run, step, until);
    }

    public static void WaitUntil(Run run, StepState step, DateTimeOffset until)
    {
        run.Replace(step with { Status = StepStatus.Open, Reason = null });
        run.Effects.Add(new SetTimer(step.Id, step.NodeId, TimerKeys.Wait, until));
    }

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (Until(node, DateTimeOffset.UnixEpoch) is null)
            inspection.Error("NoInstant", node, $"Шаг «{node.Name}»: не указано, сколько ждать. Впишите {Wanted}.");
    }

    protected abstract string Wanted { get; }

    protected abstract DateTimeOffset? Until(FlowNode node, DateTimeOffset now);
}

/// <summary>Waits for a span of time.</summary>
internal sealed class DelayStep : TimerStep
{
    public override IReadOnlyList<string> Types { get; } = ["Elsa.Delay", "Elsa.Timer"];
    protected override string Wanted => "длительность, например 1.00:00:00 (сутки)";

    protected override DateTimeOffset? Until(FlowNode node, DateTimeOffset now) =>
        Span(node.Text("timeSpan") ?? node.Text("interval")) is { } span && span >= TimeSpan.Zero && span <= TimeSpan.FromDays(36500) ? now + span : null;

    /// <summary>The form of .NET (<c>1.00:00:00</c>) or of ISO 8601 (<c>P1D</c>).</summary>
    private static TimeSpan? Span(string? text)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span)) return span;
        if (text is null || !text.StartsWith('P')) return null;
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null; // not a span: the checker names it and the step is held for attention
        }
    }
}

/// <summary>Waits until an instant.</summary>
internal sealed class StartAtStep : TimerStep
{
    public override IReadOnlyList<string> Types { get; } = ["Elsa.StartAt"];
    protected override string Wanted => "дату и время, например 2026-09-01T09:00:00+03:00";

    protected override DateTimeOffset? Until(FlowNode node, DateTimeOffset now) =>
        DateTimeOffset.TryParse(node.Text("dateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at) ? at.ToUniversalTime() : null;
}

/// <summary>Waits for the next instant of a timetable, which the host finds in its own time zone.</summary>
internal sealed class CronStep : TimerStep
{
    public override IReadOnlyList<string> Types { get; } = ["Elsa.Cron"];
    protected override string Wanted => "расписание из пяти или шести полей, например «0 9 * * 1» (понедельник, 9:00)";
    protected override DateTimeOffset? Until(FlowNode node, DateTimeOffset now) => CronText.Next(node.Text("cronExpression") ?? "", now, TimeZoneInfo.Utc);

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        if (Until(node, run.At) is null)
        {
            run.Hold(step, $"Расписание шага «{node.Name}» не понято или больше никогда не наступит.");
            return;
        }
        run.Replace(step with { Status = StepStatus.Preparing, Reason = null });
        run.Effects.Add(new PrepareWait(step.Id, node.Id, node.Text("cronExpression")!));
    }
}
