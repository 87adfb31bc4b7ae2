namespace Mentorship.Flow;

/// <summary>Finds steps by id in a list that only grows. Few are looked for one by one; for many a table is made.</summary>
internal sealed class StepIndex(List<StepState> steps)
{
    private const int Few = 16;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rounds = new(StringComparer.Ordinal);
    private int _asked;
    private int _placed;
    private int _counted;

    /// <summary>The place of a step, or -1.</summary>
    public int Of(string stepId)
    {
        if (++_asked <= Few) return steps.FindIndex(s => s.Id == stepId);
        for (; _placed < steps.Count; _placed++) _places.TryAdd(steps[_placed].Id, _placed);
        return _places.GetValueOrDefault(stepId, -1);
    }

    /// <summary>How often a node has been started.</summary>
    public int RoundsOf(string nodeId)
    {
        if (++_asked <= Few) return steps.Count(s => s.NodeId == nodeId);
        for (; _counted < steps.Count; _counted++) _rounds[steps[_counted].NodeId] = _rounds.GetValueOrDefault(steps[_counted].NodeId) + 1;
        return _rounds.GetValueOrDefault(nodeId);
    }
}
