using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>One case of a switch: <c>{"label":…,"condition":{"type":…,"value":…},"activity":…}</c>.</summary>
public sealed record SwitchCase(string Label, InputExpression? Condition, JsonElement Json)
{
    /// <summary>The port under which the step of a case is held.</summary>
    internal static string Port(string label) => "case:" + label;

    internal static IReadOnlyList<SwitchCase> Of(Activity activity) =>
        activity.Inputs.TryGetValue("cases", out InputExpression? cases) && cases.Value.ValueKind == JsonValueKind.Array ? ReadAll(cases.Value) : [];

    internal static IReadOnlyList<SwitchCase> ReadAll(JsonElement cases) =>
        [.. cases.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.Object).Select(c => new SwitchCase(Activity.String(c, "label") ?? "", ConditionOf(c), c))];

    private static InputExpression? ConditionOf(JsonElement one) =>
        one.TryGetProperty("condition", out JsonElement condition) ? InputExpression.Read(condition) ?? InputExpression.ReadBare(condition) : null;
}
