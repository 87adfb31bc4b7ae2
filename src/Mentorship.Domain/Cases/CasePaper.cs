using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>A document that a step of the case brought forth, with the version that is on the table now.</summary>
/// <param name="Step">The run of the step that began it.</param>
public sealed record CasePaper(string Step, Guid Document, Guid Version)
{
    /// <summary>
    /// What a step is about: what the Document step that it names brought forth, else the document of the case, else the last that was brought forth. Where a loop
    /// goes through several items, the one of the same item.
    /// </summary>
    public static (Guid Document, Guid Version)? Of(FlowNode node, string step, FlowGraph graph, FlowState state, CaseSurroundings around)
    {
        if (Flow.Papers.TemplateOf(node) is not null) return Pair(around.Papers.LastOrDefault(p => NodeOf(p, state) == node.Id && ScopeOf(p.Step, state) == ScopeOf(step, state)));
        if (Flow.Papers.AboutOf(node, graph) is { } named) return Pair(Nearest(around.Papers.Where(p => NodeOf(p, state) == named.Id), step, state));
        return around.Document ?? Pair(Nearest(around.Papers, step, state));
    }

    /// <summary>That of the run of the same container, else of one around it, else the last.</summary>
    private static CasePaper? Nearest(IEnumerable<CasePaper> papers, string step, FlowState state)
    {
        List<CasePaper> all = [.. papers];
        for (string? scope = ScopeOf(step, state); scope is not null; scope = scope.Length == 0 ? null : ScopeOf(scope, state))
            if (all.FindLast(p => ScopeOf(p.Step, state) == scope) is { } near) return near;
        return all.LastOrDefault();
    }

    private static string? ScopeOf(string step, FlowState state) => state.Step(step)?.Scope;

    private static string? NodeOf(CasePaper paper, FlowState state) => state.Step(paper.Step)?.NodeId;

    private static (Guid, Guid)? Pair(CasePaper? paper) => paper is null ? null : (paper.Document, paper.Version);
}
