using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Mentorship.Flow;

/// <summary>Another name or description of the process; null stays.</summary>
public sealed record RenameProcess(string? Name = null, string? Description = null) : Edit
{
    internal override FlowRefusal? Change(Sheet sheet)
    {
        if (Name is not null && Titles.Check(Name) is { } wrong) return wrong;
        if (Description is { Length: > AddStep.LongestTitle }) return Refusals.TooLong;
        if (Name is not null) sheet.Json["name"] = Name;
        if (Description is not null) sheet.Json["description"] = Description;
        return null;
    }
}

/// <summary>A field of the process that conditions look at; with <see cref="Remove"/> it goes.</summary>
/// <param name="TypeName"><c>String</c>, <c>Boolean</c> or <c>Double</c>.</param>
public sealed partial record SetVariable(string Name, string TypeName = "String", string? Value = null, bool Remove = false) : Edit
{
    internal override FlowRefusal? Change(Sheet sheet)
    {
        if (!VariableName().IsMatch(Name) || TypeName.Length is 0 or > 200) return Refusals.BadVariable(Name);
        if (sheet.Json["variables"] is not JsonArray list) sheet.Json["variables"] = list = [];
        JsonObject? known = list.OfType<JsonObject>().FirstOrDefault(v => Sheet.TextOf(v["name"]) == Name);
        if (Remove) return known is not null && list.Remove(known) ? null : Refusals.NoVariable(Name);
        if (known is null) list.Add((JsonNode)DefinitionBuilder.NewVariable(Name, TypeName, Value));
        else
        {
            known["typeName"] = TypeName;
            known["value"] = Value;
        }
        return null;
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,60}$", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();
}

/// <summary>Something that belongs to the whole definition and to no step, as the heading of a roadmap; null takes it away.</summary>
public sealed record SetProperty(string Name, JsonElement? Value = null) : Edit
{
    internal override FlowRefusal? Change(Sheet sheet)
    {
        if (Name.Length is 0 or > 100) return Refusals.NotAnInput(Name);
        if (sheet.Json["customProperties"] is not JsonObject custom) sheet.Json["customProperties"] = custom = [];
        if (Value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value) custom[Name] = JsonNode.Parse(value.GetRawText());
        else custom.Remove(Name);
        return null;
    }
}

/// <summary>Several edits as one: all of them or none, undone together.</summary>
public sealed record EditGroup(IReadOnlyList<Edit> Edits) : Edit
{
    internal override FlowRefusal? Change(Sheet sheet)
    {
        foreach (Edit edit in Edits)
            if (edit.Change(sheet) is { } no) return no;
        return null;
    }
}

/// <summary>Puts back what an edit changed. It fits only the definition that the edit gave, and says so otherwise.</summary>
/// <param name="On">Fingerprint of that definition.</param>
public sealed record ReplaceParts(string On, IReadOnlyList<JsonPart> Parts) : Edit
{
    /// <summary>Makes the one definition into the other.</summary>
    public static ReplaceParts Between(ProcessDefinition from, ProcessDefinition to)
    {
        (ProcessDefinition before, ProcessDefinition after) = (from.Canonical(), to.Canonical());
        return new ReplaceParts(before.Fingerprint(), JsonDelta.Between(before.Json, after.Json));
    }

    internal override FlowRefusal? Change(Sheet sheet)
    {
        ProcessDefinition now = sheet.Snapshot();
        if (now.Fingerprint() != On || JsonDelta.Apply(JsonObject.Create(now.Json)!, Parts) is not { } json || json["root"] is not JsonObject) return Refusals.MovedOn;
        sheet.Become(json);
        return null;
    }
}
