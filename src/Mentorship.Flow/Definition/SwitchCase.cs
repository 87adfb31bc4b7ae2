using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>One case of a switch: <c>{"label":…,"condition":{"type":…,"value":…},"activity":…}</c>.</summary>
internal sealed record SwitchCase(string Label, InputExpression? Condition, JsonElement Json)
{
    /// <summary>The port under which the step of a case is held.</summary>
    public static string Port(string label) => "case:" + label;

    public static IReadOnlyList<SwitchCase> Of(Activity activity) =>
        activity.Inputs.TryGetValue("cases", out InputExpression? cases) && cases.Value.ValueKind == JsonValueKind.Array ? ReadAll(cases.Value) : [];

    public static IReadOnlyList<SwitchCase> ReadAll(JsonElement cases) =>
        [.. cases.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.Object).Select(c => new SwitchCase(Activity.String(c, "label") ?? "", ConditionOf(c), c))];

    private static InputExpression? ConditionOf(JsonElement one) =>
        one.TryGetProperty("condition", out JsonElement condition) ? InputExpression.Read(condition) ?? InputExpression.ReadBare(condition) : null;
}
