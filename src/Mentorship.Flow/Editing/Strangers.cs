using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Mentorship.Flow;

/// <summary>
/// Steps that come from elsewhere may name people and bodies that are not there (<c>person:…</c>, <c>body:…</c>). They are left out, together with the cell
/// in which such a step writes its people down: nobody of another institution is named here, and the gap is there to be filled.
/// </summary>
public static partial class Strangers
{
    /// <param name="isKnown">Whether somebody is here, asked by <c>person:</c> or <c>body:</c> and the 32 digits of the id.</param>
    /// <returns>The edit without them, and the titles of the steps that named one.</returns>
    public static (Edit Edit, IReadOnlyList<string> Steps) LeaveOut(Edit edit, Func<string, bool> isKnown)
    {
        Forgetting forgetting = new(isKnown);
        return (Without(edit, forgetting), forgetting.Steps);
    }

    /// <inheritdoc cref="LeaveOut(Edit, Func{string, bool})"/>
    public static (ProcessDefinition Definition, IReadOnlyList<string> Steps) LeaveOut(ProcessDefinition definition, Func<string, bool> isKnown)
    {
        if (!Named().IsMatch(definition.Json.GetRawText())) return (definition, []);
        Forgetting forgetting = new(isKnown);
        JsonObject json = JsonObject.Create(definition.Canonical().Json)!;
        forgetting.Step((JsonObject)json["root"]!);
        foreach (JsonObject variable in (json["variables"] as JsonArray ?? []).OfType<JsonObject>())
            if (Sheet.TextOf(variable["value"]) is { } value) variable["value"] = forgetting.Text(value);
        return forgetting.Any ? (ProcessDefinition.From(json), forgetting.Steps) : (definition, []);
    }

    private static Edit Without(Edit edit, Forgetting forgetting) => edit switch
    {
        EditGroup group => new EditGroup([.. group.Edits.Select(e => Without(e, forgetting))]),
        PasteSteps paste when Named().IsMatch(paste.Clip) => paste with { Clip = Clip(paste.Clip, forgetting) },
        _ => edit,
    };

    private static string Clip(string clip, Forgetting forgetting)
    {
        if (StepClip.Read(clip) is not { } read) return clip;
        read.Steps.ForEach(forgetting.Step);
        return new JsonObject { ["steps"] = new JsonArray([.. read.Steps]), ["arrows"] = new JsonArray([.. read.Arrows]) }.ToJsonString(DefinitionWriter.Compact);
    }

    [GeneratedRegex("(person|body):([0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12})", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    private sealed class Forgetting(Func<string, bool> isKnown)
    {
        public List<string> Steps { get; } = [];
        public bool Any { get; private set; }

        public void Step(JsonObject step)
        {
            bool forgot = false;
            foreach ((string name, JsonNode? value) in step.ToList())
                if (value is JsonObject { } input && input["expression"] is JsonObject said) forgot |= Said(step, name, said);
                else if (value is JsonValue && !Activity.IsFraming(name) && Sheet.TextOf(value) is { } bare) forgot |= Put(bare, kept => { if (kept is null) step.Remove(name); else step[name] = kept; });
                else if (value is JsonObject { } held && held["type"] is not null) Step(held);
                else if (value is JsonArray list)
                    foreach (JsonObject part in list.OfType<JsonObject>()) Step(part["activity"] as JsonObject ?? part);
            if (!forgot) return;
            step.Remove("responsible");
            Steps.Add(Sheet.TextOf(step["name"]) is { Length: > 0 } title ? title : Sheet.IdOf(step));
        }

        /// <summary>What is left of a value; null where nothing is.</summary>
        public string? Text(string text)
        {
            if (!Named().Matches(text).Any(m => !IsHere(m))) return text;
            Any = true;
            if (text.TrimStart() is ['{' or '[', ..] && Evaluating.Json(text) is { } json) return Within(JsonNode.Parse(json.GetRawText())!).ToJsonString(DefinitionWriter.Compact);
            string prefix = text.TrimStart().StartsWith("people:", StringComparison.Ordinal) ? "people:" : "";
            string kept = string.Join(", ", text.TrimStart()[prefix.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(part => !Named().Matches(part).Any(m => !IsHere(m))));
            return kept.Length == 0 ? null : prefix + kept;
        }

        private bool Said(JsonObject step, string name, JsonObject said) =>
            Sheet.TextOf(said["type"]) != "JavaScript" && Sheet.TextOf(said["value"]) is { } text && Put(text, kept => { if (kept is null) step.Remove(name); else said["value"] = kept; });

        private bool Put(string text, Action<string?> put)
        {
            string? kept = Text(text);
            if (kept == text) return false;
            put(kept);
            return true;
        }

        private JsonNode Within(JsonNode node)
        {
            if (node is JsonObject o)
                foreach ((string name, JsonNode? value) in o.ToList())
                    if (Sheet.TextOf(value) is { } text) { if (Text(text) is { } kept) o[name] = kept; else o.Remove(name); }
                    else if (value is JsonObject or JsonArray) Within(value);
            if (node is JsonArray list)
                for (int i = list.Count - 1; i >= 0; i--)
                    if (Sheet.TextOf(list[i]) is { } text) { if (Text(text) is { } kept) list[i] = kept; else list.RemoveAt(i); }
                    else if (list[i] is JsonObject or JsonArray) Within(list[i]!);
            return node;
        }

        private bool IsHere(Match named) => isKnown($"{named.Groups[1].Value}:{Guid.Parse(named.Groups[2].Value):N}");
    }
}
