using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>From which event a step counts its days (input <c>after</c>): that another step is left, or that a person says «наступило».</summary>
/// <param name="Step">The node whose leaving is the event; null: only a person says so.</param>
/// <param name="Outcome">By which outcome; null: by any.</param>
/// <param name="From">So many days after the event the work opens.</param>
/// <param name="Days">So many days after the event it is due; null: never.</param>
/// <param name="Working">Working days are counted.</param>
public sealed record AfterEvent(string? Step, string? Outcome, int From, int? Days, bool Working)
{
    private const int MostDays = 3650;

    /// <summary>What the step waits for; null when it waits for no event, or when its setting cannot be read.</summary>
    public static AfterEvent? Of(FlowNode node) => Read(node).Event;

    internal static (AfterEvent? Event, string? Problem) Read(FlowNode node)
    {
        if (!node.Activity.Inputs.ContainsKey("after")) return (null, null);
        if (node.Json("after") is not { ValueKind: JsonValueKind.Object } json) return (null, "Опишите событие: после какого шага и за сколько дней.");
        if (!Setting.Number(json, "days", 0, MostDays, out int? days) || !Setting.Number(json, "from", 0, MostDays, out int? from)) return (null, $"Число дней после события – целое, от 0 до {MostDays}.");
        if (from > days) return (null, "Задание открывалось бы позже своего срока. Поменяйте дни местами.");
        return (new AfterEvent(Name(json, "step"), Name(json, "outcome"), from ?? 0, days, Setting.Flag(json, "working")), null);
    }

    /// <summary>Whether leaving that node by that outcome is the event.</summary>
    internal bool Is(string nodeId, string? outcome) => Step == nodeId && (Outcome is null || Outcome == outcome);

    private static string? Name(JsonElement json, string property) => Activity.String(json, property) is { Length: > 0 } name ? name : null;
}
