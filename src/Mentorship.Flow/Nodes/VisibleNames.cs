namespace Mentorship.Flow;

/// <summary>The names that the expressions of a step may use, as far as the drawing tells.</summary>
internal static class VisibleNames
{
    /// <param name="everywhere">Names that all steps see: variables and inputs of the process, ids of steps.</param>
    /// <returns>Null where a loop goes through records whose fields only show when it runs.</returns>
    public static IReadOnlySet<string>? At(FlowNode node, IReadOnlySet<string> everywhere)
    {
        HashSet<string>? known = null;
        for (FlowNode? at = node; at is not null; at = at.Parent)
        {
            foreach (ProcessVariable variable in at.Declared) (known ??= [.. everywhere]).Add(variable.Name);
            if (at == node || at.Behaviour is not ForEachStep) continue;
            if (ForEachStep.NamesInside(at) is not { } names) return null;
            (known ??= [.. everywhere]).UnionWith(names);
        }
        return known ?? everywhere;
    }
}
