using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>What one definition changed against another, steps matched by id. Drawings are left out unless asked for.</summary>
public static class Comparison
{
    public static IReadOnlyList<DefinitionChange> Of(ProcessDefinition before, ProcessDefinition after, bool drawings = false)
    {
        DefinitionParts old = new(before), now = new(after);
        return
        [
            .. OfProcess(before, after),
            .. now.Steps.Where(s => !old.ById.ContainsKey(s.Id) && (s.Parent is null || old.ById.ContainsKey(s.Parent))).Select(s => Came(ChangeKind.StepAdded, s)),
            .. old.Steps.Where(s => !now.ById.ContainsKey(s.Id) && (s.Parent is null || now.ById.ContainsKey(s.Parent))).Select(s => Came(ChangeKind.StepRemoved, s)),
            .. now.Steps.Where(s => old.ById.ContainsKey(s.Id)).SelectMany(s => OfStep(old.ById[s.Id], s, old, now, drawings)),
            .. OfArrows(old, now, drawings),
        ];
    }

    private static DefinitionChange Came(ChangeKind kind, DefinitionParts.Part part) =>
        new(kind, part.Id, part.Step.Title, Name: part.Step.Type) { Steps = Count(part.Step) };

    private static int Count(Activity step) => 1 + step.Children.Sum(c => c.Port == "activities" ? Count(c) : Count(c) - 1);

    private static IEnumerable<DefinitionChange> OfStep(DefinitionParts.Part old, DefinitionParts.Part now, DefinitionParts before, DefinitionParts after, bool drawings)
    {
        DefinitionChange about = new(ChangeKind.StepMoved, now.Id, now.Step.Title);
        if (old.Parent != now.Parent) yield return about with { Name = now.Parent, Old = old.Parent is { } from ? before.TitleOf(from) : null, New = now.Parent is { } to ? after.TitleOf(to) : null };
        if (old.Step.Title != now.Step.Title) yield return about with { Kind = ChangeKind.StepRenamed, Old = old.Step.Title, New = now.Step.Title };
        if (old.Step.Type != now.Step.Type) yield return about with { Kind = ChangeKind.TypeChanged, Old = old.Step.Type, New = now.Step.Type };
        foreach (string name in old.Own.Keys.Union(now.Own.Keys))
        {
            (JsonElement? was, JsonElement? @is) = (Get(old.Own, name), Get(now.Own, name));
            if (!Same(was, @is)) yield return about with { Kind = ChangeKind.InputChanged, Name = name, Old = Text(was), New = Text(@is), Value = @is };
        }
        if (drawings && old.Drawing.Keys.Union(now.Drawing.Keys).Any(n => !Same(Get(old.Drawing, n), Get(now.Drawing, n)))) yield return about with { Kind = ChangeKind.DrawingChanged };
        string[] common = [.. before.ChildrenOf(now.Id).Where(after.ChildrenOf(now.Id).Contains)];
        string[] order = [.. after.ChildrenOf(now.Id).Where(common.Contains)];
        if (!common.SequenceEqual(order)) yield return about with { Kind = ChangeKind.OrderChanged };
    }

    private static IEnumerable<DefinitionChange> OfArrows(DefinitionParts old, DefinitionParts now, bool drawings)
    {
        foreach ((ActivityConnection arrow, (string container, _)) in now.Arrows)
            if (old.ById.ContainsKey(container) && !(old.Arrows.TryGetValue(arrow, out (string Container, JsonElement) before) && before.Container == container)) yield return About(ChangeKind.ArrowAdded, arrow, now);
        foreach ((ActivityConnection arrow, (string container, JsonElement json)) in old.Arrows)
            if (!now.Arrows.TryGetValue(arrow, out (string Container, JsonElement Json) kept))
            {
                if (now.ById.ContainsKey(container)) yield return About(ChangeKind.ArrowRemoved, arrow, old);
            }
            else if (drawings && !DefinitionParts.Bends(json).SequenceEqual(DefinitionParts.Bends(kept.Json))) yield return About(ChangeKind.DrawingChanged, arrow, now);
    }

    private static DefinitionChange About(ChangeKind kind, ActivityConnection arrow, DefinitionParts parts) =>
        new(kind, arrow.Source, parts.TitleOf(arrow.Source), Name: arrow.Outcome) { Arrow = arrow, TargetTitle = parts.TitleOf(arrow.Target) };

    private static IEnumerable<DefinitionChange> OfProcess(ProcessDefinition before, ProcessDefinition after)
    {
        if (before.Name != after.Name) yield return new(ChangeKind.NameChanged, null, after.Name, Old: before.Name, New: after.Name);
        if (before.Description != after.Description) yield return new(ChangeKind.DescriptionChanged, null, after.Name, Old: before.Description, New: after.Description);
        foreach (string name in before.Variables.Concat(after.Variables).Select(v => v.Name).Distinct())
        {
            ProcessVariable? old = before.Variables.FirstOrDefault(v => v.Name == name), now = after.Variables.FirstOrDefault(v => v.Name == name);
            if (old != now) yield return new(ChangeKind.VariableChanged, null, name, name, Text(old), Text(now));
        }
        Dictionary<string, JsonElement> was = Custom(before), @is = Custom(after);
        foreach (string name in was.Keys.Union(@is.Keys))
            if (!Same(Get(was, name), Get(@is, name))) yield return new(ChangeKind.PropertyChanged, null, after.Name, name, Text(Get(was, name)), Text(Get(@is, name))) { Value = Get(@is, name) };
    }

    private static string? Text(ProcessVariable? variable) => variable is null ? null : $"{variable.TypeName}: {variable.Default}";

    private static Dictionary<string, JsonElement> Custom(ProcessDefinition definition) =>
        definition.Json.TryGetProperty("customProperties", out JsonElement custom) && custom.ValueKind == JsonValueKind.Object ? custom.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal) : [];

    private static JsonElement? Get(Dictionary<string, JsonElement> from, string name) => from.TryGetValue(name, out JsonElement found) && found.ValueKind != JsonValueKind.Null ? found : null;

    private static bool Same(JsonElement? a, JsonElement? b) => a is { } left && b is { } right ? JsonElement.DeepEquals(left, right) : a is null && b is null;

    /// <summary>The value of an input as a person would read it, else its JSON.</summary>
    private static string? Text(JsonElement? value) =>
        value is not { } json ? null : InputExpression.Read(json) is { } input ? input.Text ?? input.Value.GetRawText() : json.GetRawText();
}
