using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>When those who have not answered are asked again (input <c>reminders</c>).</summary>
/// <param name="Before">So many days before the last day; 0 is the last day itself.</param>
/// <param name="After">Past the last day every so many days.</param>
/// <param name="Open">Every so many days from the opening, whether or not there is a last day.</param>
/// <param name="Most">How often <paramref name="After"/> and <paramref name="Open"/> may repeat, each.</param>
public sealed record Reminders(IReadOnlyList<int> Before, int? After, int? Open, int Most)
{
    public const int UsualMost = 5, GreatestMost = 30, MostDays = 365;

    public static Reminders None { get; } = new([], null, null, 0);

    /// <summary>What the step itself says; null when it says nothing, or what cannot be read.</summary>
    public static Reminders? Of(FlowNode node) => Read(node).Reminders;

    /// <summary>The same form kept elsewhere: an institution's own usual reminders.</summary>
    public static (Reminders? Reminders, string? Problem) Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return (null, "опишите, когда напоминать: до срока, в день срока, после срока.");
        if (!Days(json, out List<int> before)) return (null, $"дни до срока – целые числа от 0 до {MostDays}.");
        if (!Setting.Number(json, "after", 1, MostDays, out int? after) || !Setting.Number(json, "open", 1, MostDays, out int? open)) return (null, $"повторять можно раз в 1–{MostDays} дней.");
        if (!Setting.Number(json, "most", 1, GreatestMost, out int? most)) return (null, $"повторов может быть от 1 до {GreatestMost}.");
        return (new Reminders(before, after, open, most ?? UsualMost), null);
    }

    internal static (Reminders? Reminders, string? Problem) Read(FlowNode node) =>
        !node.Activity.Inputs.ContainsKey("reminders") ? (null, null)
        : node.Json("reminders") is { } json ? Read(json)
        : (null, "опишите, когда напоминать: до срока, в день срока, после срока.");

    /// <summary><c>before</c> is a number or a list of numbers.</summary>
    private static bool Days(JsonElement json, out List<int> days)
    {
        days = [];
        if (!json.TryGetProperty("before", out JsonElement value) || value.ValueKind == JsonValueKind.Null) return true;
        JsonElement[] listed = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        foreach (JsonElement day in listed)
        {
            if (day.ValueKind != JsonValueKind.Number || !day.TryGetInt32(out int number) || number is < 0 or > MostDays) return false;
            days.Add(number);
        }
        return listed.Length <= GreatestMost;
    }
}
