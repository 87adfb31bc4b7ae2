namespace Mentorship.Flow;

/// <summary>The one rule of joining (docs/process-semantics.md).</summary>
internal static class Joining
{
    /// <summary>A token comes to its step: it starts it, or waits to be joined.</summary>
    public static void Arrive(Run run, Run.Arrival arrival)
    {
        FlowNode node = arrival.Scope.Nodes[arrival.Arrow.Target];
        if (arrival.Arrow.LoopsBack) run.Start(arrival.ScopeId, node, arrival.Trail);
        else if (JoinStep.TakesTheFirst(node)) StartFirst(run, arrival, node);
        else if (arrival.Scope.ForwardIn[node.Index] < 2 && !run.Waiting.Exists(w => w.Scope == arrival.ScopeId && w.NodeId == node.Id)) run.Start(arrival.ScopeId, node, arrival.Trail);
        else
        {
            string source = arrival.Scope.Nodes[arrival.Arrow.Source].Id;
            run.Waiting.Add(new(arrival.ScopeId, node.Id, source, arrival.Arrow.Outcome ?? "", arrival.Trail));
            run.Touched.Add(arrival.ScopeId);
            run.Trace.Add(new(TraceKind.Waits, "", node.Id, source));
        }
    }

    /// <summary>A token waits at what takes the first since the case moved to another version: it is the first.</summary>
    public static void Recheck(Run run, WaitingToken waiting)
    {
        FlowNode node = run.Graph.Node(waiting.NodeId);
        if (JoinStep.TakesTheFirst(node) && run.Waiting.Remove(waiting))
            StartFirst(run, new Run.Arrival(waiting.Scope, node.Scope, new FlowArrow(node.Index, null, node.Index), waiting.Trail), node);
    }

    /// <summary>Starts one step that nobody else can still reach; in a container where everything waits, the one that waited longest.</summary>
    public static bool StartOne(Run run)
    {
        if (run.Waiting.Count == 0) return false;
        HashSet<(string, string)> tried = [];
        foreach (WaitingToken token in run.Waiting)
        {
            if (!tried.Add((token.Scope, token.NodeId)) || OthersCanCome(run, token)) continue;
            StartJoined(run, token, TraceKind.Joined);
            return true;
        }
        HashSet<string> scopes = new(StringComparer.Ordinal);
        foreach (WaitingToken token in run.Waiting)
        {
            if (!scopes.Add(token.Scope) || run.Steps.Exists(s => s.IsLive && s.Scope == token.Scope)) continue;
            StartJoined(run, token, TraceKind.JoinedAsNoneElseCame);
            return true;
        }
        return false;
    }

    /// <summary>A parting leaves the trail when no other live token carries it.</summary>
    public static void Prune(Run run)
    {
        Dictionary<string, int> carriers = new(StringComparer.Ordinal);
        IReadOnlyList<string> last = []; // tokens of one parting lie together and have one trail
        int times = 0;
        foreach (StepState s in run.Steps)
            if (s.IsLive) Count(s.Trail);
        foreach (WaitingToken w in run.Waiting) Count(w.Trail);
        Count([]);
        if (!carriers.ContainsValue(1)) return;
        for (int i = 0; i < run.Steps.Count; i++)
            if (run.Steps[i].IsLive && Shorter(run.Steps[i].Trail) is { } trail) run.Steps[i] = run.Steps[i] with { Trail = trail };
        for (int i = 0; i < run.Waiting.Count; i++)
            if (Shorter(run.Waiting[i].Trail) is { } trail) run.Waiting[i] = run.Waiting[i] with { Trail = trail };

        void Count(IReadOnlyList<string> trail)
        {
            if (!ReferenceEquals(trail, last))
            {
                foreach (string parting in last) carriers[parting] = carriers.GetValueOrDefault(parting) + times;
                (last, times) = (trail, 0);
            }
            times++;
        }

        IReadOnlyList<string>? Shorter(IReadOnlyList<string> trail) =>
            trail.Any(p => carriers[p] == 1) ? [.. trail.Where(p => carriers[p] > 1)] : null;
    }

    private static void StartJoined(Run run, WaitingToken first, TraceKind kind)
    {
        List<WaitingToken> joined = run.Waiting.FindAll(w => w.Scope == first.Scope && w.NodeId == first.NodeId);
        run.Waiting.RemoveAll(w => w.Scope == first.Scope && w.NodeId == first.NodeId);
        IReadOnlyList<string> trail = joined[0].Trail;
        foreach (WaitingToken other in joined.Skip(1))
            if (Common(trail, other.Trail) is var common && common < trail.Count) trail = [.. trail.Take(common)];
        run.Trace.Add(new(kind, "", first.NodeId, joined.Count.ToString()));
        run.Start(first.Scope, run.Graph.Node(first.NodeId), trail);
    }

    /// <summary>Mode any: the first arrival goes on, the others of its parting are withdrawn, wherever they are.</summary>
    private static void StartFirst(Run run, Run.Arrival arrival, FlowNode node)
    {
        if (Parting(run, arrival, node) is { } parting) Withdrawing.Branches(run, arrival.ScopeId, parting);
        run.Start(arrival.ScopeId, node, arrival.Trail);
    }

    /// <summary>The last parting that another live token carries too, or an outer one whose other tokens could still come here and start it twice.</summary>
    private static string? Parting(Run run, Run.Arrival arrival, FlowNode node)
    {
        if (arrival.Trail.Count == 0) return null;
        int innermost = run.Rules > 1 ? -1 : arrival.Trail.Count - 1, outermost = arrival.Trail.Count;
        Routes routes = new(arrival.Scope, node.Index, [.. ForwardSources(arrival.Scope, node.Index)]);
        foreach ((int position, IReadOnlyList<string> trail) in Others(run, arrival.ScopeId, "").Concat(run.Rules > 1 ? UnderWay(run, arrival.ScopeId) : []))
        {
            int common = Common(trail, arrival.Trail);
            if (run.Rules > 1) innermost = Math.Max(innermost, common - 1);
            if (common > 0 && common - 1 < outermost && (position == node.Index || routes.Lead(position, Routes.Parted(run.Graph, arrival.Scope, arrival.Trail[common - 1])))) outermost = common - 1;
        }
        return innermost < 0 ? null : arrival.Trail[Math.Min(innermost, outermost)];
    }

    /// <summary>Tokens that have been sent and not arrived.</summary>
    private static IEnumerable<(int Position, IReadOnlyList<string> Trail)> UnderWay(Run run, string scopeId) =>
        run.Arrivals(scopeId).Select(a => (a.Arrow.Target, a.Trail));

    private static IEnumerable<int> ForwardSources(FlowScope scope, int target)
    {
        foreach (FlowArrow arrow in scope.Arrows)
            if (arrow.Target == target && !arrow.LoopsBack) yield return arrow.Source;
    }

    /// <summary>Whether a live token elsewhere can still bring what the waiting ones have not.</summary>
    private static bool OthersCanCome(Run run, WaitingToken first)
    {
        FlowNode node = run.Graph.Node(first.NodeId);
        HashSet<(string, string)> delivered = [];
        List<IReadOnlyList<string>> trails = []; // tokens of one parting wait by the same trail
        foreach (WaitingToken w in run.Waiting)
        {
            if (w.Scope != first.Scope || w.NodeId != first.NodeId) continue;
            delivered.Add((w.Source, w.Outcome));
            if (!trails.Exists(t => t.Count == w.Trail.Count && Common(t, w.Trail) == t.Count)) trails.Add(w.Trail);
        }
        List<int> sources = [];
        foreach (int a in node.Scope.In(node.Index))
            if (node.Scope.Arrows[a] is { LoopsBack: false } arrow && !delivered.Contains((node.Scope.Nodes[arrow.Source].Id, arrow.Outcome ?? ""))) sources.Add(arrow.Source);
        if (sources.Count == 0) return false;
        Routes routes = new(node.Scope, node.Index, sources);
        foreach ((int position, IReadOnlyList<string> trail) in Others(run, first.Scope, node.Id))
            foreach (IReadOnlyList<string> waiting in trails)
                if (routes.Lead(position, Routes.Parted(run.Graph, node.Scope, Common(trail, waiting) is > 0 and int common ? trail[common - 1] : null))) return true;
        return false;
    }

    /// <summary>The live tokens of a container that do not wait at this node.</summary>
    private static IEnumerable<(int Position, IReadOnlyList<string> Trail)> Others(Run run, string scopeId, string nodeId)
    {
        foreach (StepState s in run.Steps)
            if (s.IsLive && s.Scope == scopeId) yield return (run.Graph.Node(s.NodeId).Index, s.Trail);
        foreach (WaitingToken w in run.Waiting)
            if (w.Scope == scopeId && w.NodeId != nodeId) yield return (run.Graph.Node(w.NodeId).Index, w.Trail);
    }

    private static int Common(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        if (ReferenceEquals(a, b)) return a.Count;
        int length = 0;
        while (length < a.Count && length < b.Count && a[length] == b[length]) length++;
        return length;
    }
}
