namespace Mentorship.Flow;

/// <summary>What the expressions of a step can see: its own values, those of the containers around it from the inside out, the variables of the case, and the outcome of any step by its id.</summary>
internal sealed class Visible(Run run, StepState step)
{
    public bool TryGet(string name, out object? value)
    {
        foreach (StepState around in Around(run, step))
            if (around.Values.TryGetValue(name, out value)) return true;
        if (run.Variables.TryGetValue(name, out value)) return true;
        return TryOutcome(name, out value);
    }

    /// <summary>The values of the loops and containers around a step, the inner ones before the outer.</summary>
    public static IReadOnlyDictionary<string, object?> Values(Run run, StepState step)
    {
        Dictionary<string, object?>? all = null;
        foreach (StepState around in Around(run, step))
            foreach ((string name, object? value) in around.Values)
                (all ??= new(StringComparer.Ordinal)).TryAdd(name, value);
        return all ?? StepState.NoValues;
    }

    /// <summary>Gives a variable a value where it is declared: the nearest container that has it, else the case.</summary>
    public static void Set(Run run, StepState step, string name, object? value)
    {
        foreach (StepState around in Around(run, step))
        {
            if (!around.Values.ContainsKey(name)) continue;
            run.Replace(around with { Values = new Dictionary<string, object?>(around.Values, StringComparer.Ordinal) { [name] = VariableValue.Of(name, value) } });
            return;
        }
        run.SetVariable(name, value);
    }

    /// <summary>What the loop around is at, as a person calls it; null outside a loop.</summary>
    public static string? TitleOf(Run run, StepState step) =>
        Around(run, step).Select(s => s.Values.GetValueOrDefault(LoopNames.Title) as string).FirstOrDefault(title => title is not null);

    /// <summary>How often the node started for the current item: the same step of another item is not a round.</summary>
    public static int RoundOf(Run run, StepState step)
    {
        if (Around(run, step).FirstOrDefault(s => s.Values.ContainsKey(LoopNames.Index)) is not { } item) return step.Round;
        return run.Steps.Count(s => s.NodeId == step.NodeId && s.Round <= step.Round && IsInside(run, s, item.Id));
    }

    private static bool IsInside(Run run, StepState step, string outer)
    {
        for (string at = step.Id; at.Length > 0; at = run.Find(at)!.Scope)
            if (at == outer) return true;
        return false;
    }

    /// <summary>The step itself and the containers around it, from the inside out.</summary>
    private static IEnumerable<StepState> Around(Run run, StepState step)
    {
        for (StepState? at = run.Find(step.Id) ?? step; at is not null; at = at.Scope.Length == 0 ? null : run.Find(at.Scope)) yield return at;
    }

    /// <summary>How a step was left the last time: here where it runs for this item, anywhere else otherwise; null while it was not.</summary>
    private bool TryOutcome(string name, out object? value)
    {
        value = null;
        if (run.Graph.Find(name) is null) return false;
        List<StepState> around = [.. Around(run, step)];
        for (int i = run.Steps.Count - 1; i >= 0; i--)
        {
            StepState other = run.Steps[i];
            if (other.NodeId != name || IsOfAnotherItem(other, around)) continue;
            value = other.Outcome;
            return true;
        }
        return true;
    }

    /// <summary>A loop that is around both of them is at another item there.</summary>
    private bool IsOfAnotherItem(StepState other, List<StepState> around)
    {
        for (StepState at = other; at.Scope.Length > 0; at = run.Find(at.Scope)!)
            if (around.Exists(a => a.Scope == at.Scope && a.Id != at.Id) && run.Find(at.Scope)!.Kind == NodeKind.ForEach) return true;
        return false;
    }
}
