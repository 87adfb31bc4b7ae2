using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentorship.Flow;

/// <summary>Single changes of another definition as edits of this one.</summary>
public static class TakingOver
{
    /// <summary>The edit that makes one change of <paramref name="newer"/> here as well, a new step with its arrows; null where there is nothing to do.</summary>
    public static Edit? Of(ProcessDefinition draft, ProcessDefinition newer, DefinitionChange change)
    {
        if (change.Kind == ChangeKind.StepRemoved) return draft.Find(change.NodeId!) is null ? null : new RemoveSteps([change.NodeId!]);
        if (Plain(new DefinitionParts(newer), new DefinitionParts(draft), change) is not { } edit) return null;
        return change.Kind == ChangeKind.StepAdded ? new EditGroup([edit, .. ArrowsOf(draft, newer, change.NodeId!), new TidyArrows([change.NodeId!])]) : edit;
    }

    /// <summary>The change alone.</summary>
    internal static Edit? Plain(DefinitionParts newer, DefinitionParts draft, DefinitionChange change)
    {
        string id = change.NodeId ?? "";
        bool here = draft.ById.ContainsKey(id);
        return change.Kind switch
        {
            ChangeKind.StepAdded when !here => Added(newer, draft, newer.ById[id]),
            ChangeKind.StepRemoved when here => new RemoveSteps([id], Heal: false),
            ChangeKind.StepMoved when here && newer.ById[id].Parent is { } parent && draft.ById.ContainsKey(parent) => new ShiftSteps([id], parent, Place(newer, draft, newer.ById[id])) { Heal = false },
            ChangeKind.StepRenamed when here => new RenameStep(id, change.New ?? ""),
            ChangeKind.TypeChanged when here => new PutProperty(id, "type", JsonSerializer.SerializeToElement(change.New)),
            ChangeKind.InputChanged when here => new PutProperty(id, change.Name!, change.Value),
            ChangeKind.OrderChanged when here => new OrderSteps(id, [.. newer.ChildrenOf(id).Where(draft.ChildrenOf(id).Contains)]),
            ChangeKind.ArrowAdded when !draft.Arrows.ContainsKey(change.Arrow!) => new ConnectSteps(id, change.Arrow!.Outcome, change.Arrow.Target) { As = newer.Arrows[change.Arrow].Json },
            ChangeKind.ArrowRemoved when draft.Arrows.ContainsKey(change.Arrow!) => new CutArrow(id, change.Arrow!.Outcome, change.Arrow.Target),
            ChangeKind.NameChanged => new RenameProcess(change.New),
            ChangeKind.DescriptionChanged => new RenameProcess(Description: change.New),
            ChangeKind.VariableChanged => Variable(newer.Definition, change),
            ChangeKind.PropertyChanged => new SetProperty(change.Name!, change.Value),
            ChangeKind.DrawingChanged when change.Arrow is { } arrow && draft.Arrows.ContainsKey(arrow) => new BendArrow(arrow.Source, arrow.Outcome, arrow.Target, DefinitionParts.Bends(newer.Arrows[arrow].Json)),
            ChangeKind.DrawingChanged when change.Arrow is null && here => new PutProperty(id, "metadata", Drawing(newer.ById[id], draft.ById[id])),
            _ => null,
        };
    }

    private static PutStep? Added(DefinitionParts newer, DefinitionParts draft, DefinitionParts.Part step) =>
        step.Parent is { } parent && draft.ById.ContainsKey(parent) ? new PutStep(parent, Without(step.Step.Json, draft), Place(newer, draft, step)) : null;

    /// <summary>Steps that are here already are not brought along: they move by a change of their own.</summary>
    private static JsonElement Without(JsonElement step, DefinitionParts draft)
    {
        if (!new Activity(step, "activities").Children.SelectMany(Within).Any(draft.ById.ContainsKey)) return step;
        JsonObject copy = (JsonObject)JsonNode.Parse(step.GetRawText())!;
        Strip(copy, draft);
        return JsonSerializer.SerializeToElement(copy, DefinitionWriter.Compact);
    }

    private static void Strip(JsonObject step, DefinitionParts draft)
    {
        if (step["activities"] is JsonArray list) list.RemoveAll(a => a is JsonObject o && draft.ById.ContainsKey(Sheet.IdOf(o)));
        foreach (JsonObject inner in StepClip.Inner(step)) Strip(inner, draft);
    }

    private static IEnumerable<string> Within(Activity step) => step.Children.SelectMany(Within).Prepend(step.Id);

    /// <summary>Behind the nearest step before it that is here as well.</summary>
    private static int Place(DefinitionParts newer, DefinitionParts draft, DefinitionParts.Part step)
    {
        List<string> there = [.. newer.ChildrenOf(step.Parent!)], here = [.. draft.ChildrenOf(step.Parent!)];
        for (int i = there.IndexOf(step.Id) - 1; i >= 0; i--)
            if (here.IndexOf(there[i]) is >= 0 and int at) return at + 1;
        return 0;
    }

    /// <summary>The arrows of a new step to what is here, in place of those that it was put on.</summary>
    private static IEnumerable<Edit> ArrowsOf(ProcessDefinition draft, ProcessDefinition newer, string id)
    {
        DefinitionParts there = new(newer), here = new(draft);
        HashSet<string> inside = [.. there.Steps.Where(s => s.Parent == there.ById[id].Parent).Select(s => s.Id)];
        List<ActivityConnection> own = [.. there.Arrows.Keys.Where(a => (a.Source == id || a.Target == id) && inside.Contains(a.Source) && inside.Contains(a.Target)
            && (a.Source == id || here.ById.ContainsKey(a.Source)) && (a.Target == id || here.ById.ContainsKey(a.Target)))];
        foreach (ActivityConnection arrow in here.Arrows.Keys.Where(a => !there.Arrows.ContainsKey(a) && own.Exists(o => o.Source == a.Source && o.Outcome == a.Outcome) && own.Exists(o => o.Target == a.Target)))
            yield return new CutArrow(arrow.Source, arrow.Outcome, arrow.Target);
        foreach (ActivityConnection arrow in own) yield return new ConnectSteps(arrow.Source, arrow.Outcome, arrow.Target) { As = there.Arrows[arrow].Json };
    }

    private static SetVariable Variable(ProcessDefinition newer, DefinitionChange change) =>
        newer.Variables.FirstOrDefault(v => v.Name == change.Name) is { } variable
            ? new SetVariable(variable.Name, variable.TypeName, Convert.ToString(variable.Default, System.Globalization.CultureInfo.InvariantCulture)) : new SetVariable(change.Name!, Remove: true);

    /// <summary>The other's drawing under the title that stands here.</summary>
    private static JsonElement Drawing(DefinitionParts.Part newer, DefinitionParts.Part draft)
    {
        JsonObject metadata = new(newer.Drawing.Select(p => KeyValuePair.Create(p.Key, JsonNode.Parse(p.Value.GetRawText()))));
        if (draft.Step.DisplayText is { } title) metadata["displayText"] = title;
        return JsonSerializer.SerializeToElement(metadata, DefinitionWriter.Compact);
    }
}
