using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Mentorship.Flow;

/// <summary>Where an arrow leaves a step.</summary>
public sealed record ArrowStart(string Step, string Outcome);

/// <summary>A value for an input: <c>Literal</c>, <c>Object</c> (JSON text), <c>JavaScript</c> (a condition), <c>Variable</c>; null unsets it.</summary>
public sealed record InputValue(string? Value = null, string Kind = "Literal");

/// <summary>A new step in a flowchart, a sequence or a stage, together with the arrows of the same gesture.</summary>
/// <param name="Into">The container, or the stage whose body it is.</param>
public sealed record AddStep(string Into, string Type, string Title) : Edit
{
    public const int LongestTitle = 10_000;

    /// <summary>Null: one that nobody has (<c>task-1</c>).</summary>
    public string? Id { get; init; }
    public Position? At { get; init; }

    /// <summary>Its place among the steps of the container, for tables and sequences; null is the last.</summary>
    public int? Index { get; init; }

    /// <summary>An arrow leads from there to the new step.</summary>
    public ArrowStart? From { get; init; }

    /// <summary>An arrow leads from the new step, by its first outcome, to that one. Where an arrow went from <see cref="From"/> to it, the new step is put on that arrow.</summary>
    public string? To { get; init; }
    public IReadOnlyDictionary<string, InputValue>? Inputs { get; init; }

    internal override FlowRefusal? Change(Sheet sheet)
    {
        if (sheet.Container(Into) is not { } container) return Refusals.NoContainer(Into);
        if (string.IsNullOrWhiteSpace(Type)) return Refusals.NoType;
        if (Titles.Check(Title) is { } wrong) return wrong;
        string id = Id ?? sheet.FreeId(Stem(Type));
        if (id.Length is 0 or > 100 || sheet.Has(id)) return Refusals.IdTaken(id);
        JsonObject step = new ActivityBuilder(Type, id, Title) { Body = Type is "Mentorship.Stage" or "Elsa.ForEach" or "Elsa.ParallelForEach" ? Body(id, Title) : null }.At(At?.X ?? 0, At?.Y ?? 0).Build("");
        foreach ((string input, InputValue value) in Inputs ?? new Dictionary<string, InputValue>())
            if (SetInput.Put(step, input, value) is { } no) return no;
        sheet.Insert(container, step, Index);
        sheet.Made.Add(id);
        return Draw(sheet, container, id);
    }

    private FlowRefusal? Draw(Sheet sheet, JsonObject container, string id)
    {
        if (From is null && To is null) return null;
        if (!Sheet.IsFlowchart(container)) return Refusals.NotAFlowchart(Sheet.TextOf(container["name"]) ?? Into);
        if (From is not null && To is not null) Arrows.Cut(container, From.Step, From.Outcome, To);
        if (From is not null && Arrows.Draw(sheet, From.Step, From.Outcome, id) is { } no) return no;
        return To is null ? null : Arrows.Draw(sheet, id, FlowNode.GoodOutcomeOf(Type, []), To);
    }

    /// <summary>What a stage or a repetition holds begins with a Start: whatever it leads to begins together.</summary>
    private static FlowchartBuilder Body(string id, string title) => new FlowchartBuilder(id + "-body", title).StartAll(id + "-start");

    private static string Stem(string type) => type[(type.LastIndexOf('.') + 1)..] is { Length: > 0 and <= 60 } name ? name.ToLowerInvariant() : "step";
}

/// <summary>Takes steps out with all that they hold and with their arrows.</summary>
/// <param name="Heal">What led to them leads on to what followed them.</param>
public sealed record RemoveSteps(IReadOnlyList<string> Ids, bool Heal = true) : Edit
{
    internal override FlowRefusal? Change(Sheet sheet)
    {
        foreach (string id in Ids)
        {
            if (!sheet.Has(id)) return Refusals.NoStep(id);
            if (sheet.HolderOf(id) is null) return Refusals.NotRemovable(Sheet.TextOf(sheet.Step(id)!["name"]) ?? id);
        }
        foreach (IGrouping<string, string> together in Ids.Distinct().GroupBy(id => sheet.ParentOf(id)!).ToList())
        {
            if (!sheet.Has(together.Key)) continue; // it went with what held it
            HashSet<string> gone = [.. together];
            Arrows.TakeOut(sheet.Step(together.Key)!, gone, Heal);
            foreach (string id in gone) sheet.TakeOut(id);
        }
        return null;
    }
}

/// <summary>Another title of a step.</summary>
public sealed record RenameStep(string Id, string Title) : Edit
{
    internal override FlowRefusal? Change(Sheet sheet)
    {
        if (sheet.Step(Id) is not { } step) return Refusals.NoStep(Id);
        if (Titles.Check(Title) is { } wrong) return wrong;
        step["name"] = Title;
        if (step["metadata"] is not JsonObject metadata) step["metadata"] = metadata = [];
        metadata["displayText"] = Title;
        return null;
    }
}

/// <summary>Another value of one input of a step.</summary>
[method: JsonConstructor]
public sealed partial record SetInput(string Id, string Input, InputValue Value) : Edit
{
    public SetInput(string id, string input, string? literal) : this(id, input, new InputValue(literal))
    {
    }

    internal override FlowRefusal? Change(Sheet sheet) => sheet.Step(Id) is { } step ? Put(step, Input, Value) : Refusals.NoStep(Id);

    internal static FlowRefusal? Put(JsonObject step, string input, InputValue value)
    {
        if (!InputName().IsMatch(input) || Activity.IsFraming(input) || step[input] is JsonArray list && (input == "cases" || list.Any(part => part is JsonObject)) || step[input] is JsonObject held && held["type"] is not null) return Refusals.NotAnInput(input);
        if (value.Kind is not ("Literal" or "Object" or "JavaScript" or "Variable" or "Input")) return Refusals.NotJson(input);
        if (value is { Kind: "Object", Value: { } json } && !IsJson(json)) return Refusals.NotJson(input);
        string typeName = value.Kind switch { "Object" => "Object", "JavaScript" => "Boolean", _ => "String" };
        ProcessDefinition.SetInput(step, input, typeName, value.Kind, value.Value);
        return null;
    }

    private static bool IsJson(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,60}$", RegexOptions.CultureInvariant)]
    private static partial Regex InputName();
}

/// <summary>What a step may be called.</summary>
internal static class Titles
{
    public static FlowRefusal? Check(string title) =>
        string.IsNullOrWhiteSpace(title) ? Refusals.NoTitle : title.Length > AddStep.LongestTitle ? Refusals.TooLong : null;
}
