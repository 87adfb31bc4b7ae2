using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentorship.Flow;

/// <summary>Two editors changed the same thing differently.</summary>
/// <param name="Subject">Names the conflict when one chooses.</param>
public sealed record MergeConflict(string Subject, DefinitionChange Mine, DefinitionChange Theirs);

/// <summary>What came of putting two edited definitions together: where there are conflicts, theirs stands unless mine was chosen.</summary>
public sealed record Merged(ProcessDefinition Definition, IReadOnlyList<MergeConflict> Conflicts);

/// <summary>Puts together what two people made of one definition, step by step and setting by setting.</summary>
public static class Merging
{
    /// <param name="mineWins">Subjects of conflicts in which mine is to stand.</param>
    public static Merged Merge(ProcessDefinition origin, ProcessDefinition mine, ProcessDefinition theirs, IReadOnlySet<string>? mineWins = null)
    {
        if (theirs.Fingerprint() == origin.Fingerprint()) return new Merged(mine, []);
        if (mine.Fingerprint() == origin.Fingerprint()) return new Merged(theirs, []);
        mine = Apart(origin, mine, theirs);
        List<DefinitionChange> here = [.. Comparison.Of(origin, mine, drawings: true)], there = [.. Comparison.Of(origin, theirs, drawings: true)];
        List<MergeConflict> conflicts = [];
        ProcessDefinition merged = theirs;
        foreach (DefinitionChange change in here.OrderBy(c => Turn(c.Kind)))
        {
            if (Against(change, there, origin, theirs, mine) is { } other)
            {
                if (change.Kind == ChangeKind.DrawingChanged) continue; // nobody is asked about places on a canvas
                if (Same(change, other)) continue;
                conflicts.Add(new MergeConflict(change.Subject, change, other));
                if (mineWins?.Contains(change.Subject) != true) continue;
                merged = Restore(merged, mine, change, other);
            }
            if (TakingOver.Plain(new DefinitionParts(mine), new DefinitionParts(merged), change) is { } edit && edit.Apply(merged).Definition is { } next) merged = next;
        }
        string[] added = [.. here.Where(c => c.Kind == ChangeKind.StepAdded).Select(c => c.NodeId!)];
        return new Merged(added.Length == 0 ? merged : new TidyArrows(added).Apply(merged).Definition!, conflicts);
    }

    /// <summary>New steps first, then what they are, then arrows, and what goes goes last.</summary>
    private static int Turn(ChangeKind kind) => kind switch
    {
        ChangeKind.StepAdded => 0, ChangeKind.StepMoved => 2, ChangeKind.OrderChanged => 3, ChangeKind.ArrowRemoved => 4, ChangeKind.ArrowAdded => 5, ChangeKind.StepRemoved => 6, _ => 1,
    };

    /// <summary>What the other did that this cannot stand beside.</summary>
    private static DefinitionChange? Against(DefinitionChange change, List<DefinitionChange> others, ProcessDefinition origin, ProcessDefinition theirs, ProcessDefinition mine)
    {
        if (others.Find(o => o.Subject == change.Subject) is { } same) return same;
        if (change.Kind == ChangeKind.StepRemoved) return others.Find(o => o.Kind is not (ChangeKind.DrawingChanged or ChangeKind.OrderChanged or ChangeKind.ArrowRemoved) && About(o).Any(id => Holds(origin, theirs, change.NodeId!, id)));
        if ((change.Kind is ChangeKind.ArrowAdded or ChangeKind.StepMoved) && others.Find(o => (o.Kind is ChangeKind.ArrowAdded or ChangeKind.StepMoved) && o.Kind != change.Kind && About(o).Intersect(About(change)).Any()) is { } torn) return torn;
        if (change.Kind is ChangeKind.ArrowRemoved or ChangeKind.OrderChanged) return null;
        IEnumerable<string> about = About(change).Concat(change.Kind is ChangeKind.StepAdded or ChangeKind.StepMoved ? [new DefinitionParts(mine).ById[change.NodeId!].Parent ?? ""] : []);
        return others.Find(o => o.Kind == ChangeKind.StepRemoved && about.Any(id => Holds(origin, mine, o.NodeId!, id)));
    }

    private static IEnumerable<string> About(DefinitionChange change) => change.Arrow is { } arrow ? [arrow.Source, arrow.Target] : change.NodeId is { } id ? [id] : [];

    /// <summary>Whether the step is, or holds, the other one, as it was or as it has become.</summary>
    private static bool Holds(ProcessDefinition origin, ProcessDefinition now, string outer, string id) =>
        new[] { origin, now }.Any(d => d.Find(outer) is { } step && Within(step).Contains(id));

    private static IEnumerable<string> Within(Activity step) => step.Children.SelectMany(Within).Prepend(step.Id);

    private static bool Same(DefinitionChange a, DefinitionChange b) =>
        a.Kind == b.Kind && a.Kind is not ChangeKind.OrderChanged && a.New == b.New && a.Name == b.Name && (a.Value is { } left && b.Value is { } right ? JsonElement.DeepEquals(left, right) : a.Value is null && b.Value is null);

    /// <summary>Mine wins over a removal: the step comes back as it is here.</summary>
    private static ProcessDefinition Restore(ProcessDefinition merged, ProcessDefinition mine, DefinitionChange change, DefinitionChange other)
    {
        if (other.Kind != ChangeKind.StepRemoved || change.Kind == ChangeKind.StepRemoved || merged.Find(other.NodeId!) is not null) return merged;
        DefinitionChange back = new(ChangeKind.StepAdded, other.NodeId, other.Title);
        return TakingOver.Of(merged, mine, back)?.Apply(merged).Definition ?? merged;
    }

    /// <summary>Both may have called a new step <c>task-1</c>: mine gets a name of its own.</summary>
    private static ProcessDefinition Apart(ProcessDefinition origin, ProcessDefinition mine, ProcessDefinition theirs)
    {
        HashSet<string> was = Ids(origin), here = Ids(mine), there = Ids(theirs);
        Dictionary<string, string> names = [];
        Sheet sheet = new(theirs.Canonical());
        foreach (string id in here.Where(id => !was.Contains(id) && there.Contains(id) && !JsonElement.DeepEquals(mine.Find(id)!.Json, theirs.Find(id)!.Json)))
            names[id] = sheet.FreeId(StepClip.Stem(id), new HashSet<string>(here.Concat(names.Values)));
        if (names.Count == 0) return mine;
        JsonObject json = JsonObject.Create(mine.Canonical().Json)!;
        StepClip.Rename((JsonObject)json["root"]!, names);
        return ProcessDefinition.From(json);
    }

    private static HashSet<string> Ids(ProcessDefinition definition) => [.. definition.Activities().Select(a => a.Id)];
}
