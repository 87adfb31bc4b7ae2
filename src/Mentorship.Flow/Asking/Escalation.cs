using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>Who is told when a step is not answered, after how long, how often (input <c>escalation</c>).</summary>
/// <param name="To">People as steps name them: <c>role:deputy, person:…</c>.</param>
/// <param name="After">So many days past the last day; past the opening where <paramref name="SinceOpening"/>, and where there is no last day.</param>
/// <param name="Every">Again every so many days; null: once.</param>
/// <param name="Most">How often in all.</param>
public sealed record Escalation(string To, int After, bool SinceOpening, int? Every, int Most)
{
    private const int UsualMost = 3;

    /// <summary>What the step itself says; null when it says nothing, or what cannot be read.</summary>
    public static Escalation? Of(FlowNode node) => Read(node).Escalation;

    /// <summary>The same form kept elsewhere: an institution's own usual escalation.</summary>
    public static (Escalation? Escalation, string? Problem) Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Activity.String(json, "to") is not { } to || string.IsNullOrWhiteSpace(to)) return (null, "укажите, кому сообщить о просрочке.");
        if (!Setting.Number(json, "after", 1, Reminders.MostDays, out int? after) || after is null) return (null, $"укажите, через сколько дней сообщить: от 1 до {Reminders.MostDays}.");
        string since = Activity.String(json, "since") ?? "due";
        if (since is not ("due" or "open")) return (null, "считать можно от срока (due) или от открытия (open).");
        if (!Setting.Number(json, "every", 1, Reminders.MostDays, out int? every)) return (null, $"повторять можно раз в 1–{Reminders.MostDays} дней.");
        if (!Setting.Number(json, "most", 1, Reminders.GreatestMost, out int? most)) return (null, $"повторов может быть от 1 до {Reminders.GreatestMost}.");
        return (new Escalation(to, after.Value, since == "open", every, every is null ? 1 : most ?? UsualMost), null);
    }

    internal static (Escalation? Escalation, string? Problem) Read(FlowNode node) =>
        !node.Activity.Inputs.ContainsKey("escalation") ? (null, null)
        : node.Json("escalation") is { } json ? Read(json)
        : (null, "укажите, кому и через сколько дней сообщить о просрочке.");
}
