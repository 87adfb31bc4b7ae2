using System.Text.Json.Nodes;

namespace Mentorship.Flow;

/// <summary>A case of a switch as it shall be.</summary>
/// <param name="Was">The label under which it stands now; null for a new one.</param>
/// <param name="Condition">When it holds, without a value: never; null leaves the condition as it stands.</param>
public sealed record CaseDraft(string Label, string? Was = null, InputValue? Condition = null);

/// <summary>
/// The cases of a switch, in the order in which they are looked at. What a case leads to goes with it under a new label: its arrows, and
/// the step that it holds; of a case that is left out the arrows go.
/// </summary>
public sealed record SetCases(string Id, IReadOnlyList<CaseDraft> Cases) : Edit
{
    public const int Most = 100, LongestLabel = 200;
    private const string Otherwise = "Default";

    internal override FlowRefusal? Change(Sheet sheet)
    {
        if (sheet.Step(Id) is not { } step) return Refusals.NoStep(Id);
        if (Sheet.TextOf(step["type"]) is not ("Elsa.FlowSwitch" or "Elsa.Switch")) return Refusals.NotAnInput("cases");
        if (Wrong() is { } wrong) return wrong;
        List<JsonObject> before = [.. (step["cases"] as JsonArray ?? []).OfType<JsonObject>()];
        List<JsonObject> cases = [];
        foreach (CaseDraft draft in Cases)
        {
            JsonObject? old = draft.Was is null ? null : before.Find(c => LabelOf(c) == draft.Was);
            if (old is not null) before.Remove(old);
            cases.Add(Drawn(draft, old));
        }
        step["cases"] = new JsonArray([.. cases]);
        if (sheet.HolderOf(Id) is { } flowchart && Sheet.IsFlowchart(flowchart)) Lead(flowchart, [.. before.Select(LabelOf)]);
        sheet.Become(sheet.Json);
        return null;
    }

    private FlowRefusal? Wrong()
    {
        if (Cases.Count > Most) return Refusals.TooManyCases;
        HashSet<string> taken = new(StringComparer.Ordinal) { Otherwise };
        foreach (CaseDraft draft in Cases)
        {
            if (string.IsNullOrWhiteSpace(draft.Label) || draft.Label.Length > LongestLabel) return Refusals.CaseLabel;
            if (!taken.Add(draft.Label)) return Refusals.CaseTaken(draft.Label);
            if (draft.Condition?.Kind is not (null or "JavaScript" or "Literal" or "Variable" or "Input")) return Refusals.NotJson(draft.Label);
        }
        return null;
    }

    /// <summary>Whatever else a case carries stays with it.</summary>
    private static JsonObject Drawn(CaseDraft draft, JsonObject? old)
    {
        JsonObject drawn = old is null ? [] : (JsonObject)old.DeepClone();
        drawn["label"] = draft.Label;
        if (draft.Condition is { Value: { } value, Kind: var kind }) drawn["condition"] = new JsonObject { ["type"] = kind, ["value"] = value };
        else if (draft.Condition is not null) drawn.Remove("condition");
        return drawn;
    }

    /// <summary>All at once, so that two cases may exchange their labels.</summary>
    private void Lead(JsonObject flowchart, IReadOnlyCollection<string> gone)
    {
        Dictionary<string, string> renamed = Cases.Where(c => c.Was is not null && c.Was != c.Label).DistinctBy(c => c.Was).ToDictionary(c => c.Was!, c => c.Label, StringComparer.Ordinal);
        HashSet<string> stays = [.. Cases.Select(c => c.Was ?? c.Label), Otherwise];
        foreach ((JsonObject json, ActivityConnection arrow) in Arrows.All(flowchart).Where(a => a.Arrow.Source == Id).ToList())
            if (renamed.TryGetValue(arrow.Outcome, out string? label)) Arrows.LeaveBy(json, label);
            else if (gone.Contains(arrow.Outcome) && !stays.Contains(arrow.Outcome)) Arrows.Of(flowchart).Remove(json);
    }

    private static string LabelOf(JsonObject one) => Sheet.TextOf(one["label"]) ?? "";
}
