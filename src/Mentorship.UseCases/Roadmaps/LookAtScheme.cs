using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Roadmaps.Standing;
using Mentorship.Flow;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Roadmaps;

/// <summary>What «Схема» shows: the same steps as the table, with their arrows, and how each stands.</summary>
public sealed class LookAtScheme
{
    private readonly Work _work;
    private readonly CaseDesk _cases;
    private readonly RoadmapDesk _roadmaps;

    internal LookAtScheme(Work work, CaseDesk cases, RoadmapDesk roadmaps) => (_work, _cases, _roadmaps) = (work, cases, roadmaps);

    public Task<Outcome<SchemeView>> RunAsync(Actor actor, Guid programmeId, CancellationToken cancel) => _work.ReadAsync<Outcome<SchemeView>>(actor.InstitutionId, async db =>
    {
        if (await _roadmaps.OpenAsync(db, programmeId, cancel) is not { } opened) return RoadmapDesk.NoRoadmap;
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        StaffDirectory staff = await _cases.StaffAsync(db, cancel);
        RunningItems running = await RunningItems.OfAsync(db, opened.Programme.CaseId, institution, _work.Now, cancel);
        List<SchemeGroup> groups = [.. opened.Graph.Nodes.Where(n => n.Kind == NodeKind.Stage).Select(n => new SchemeGroup(n.Id, n.Name,
            [.. opened.Graph.Nodes.Where(inner => inner.StageId == n.Id && Shows(inner)).Select(inner => Node(inner, running, staff))]))];
        List<SchemeNode> free = [.. opened.Graph.Nodes.Where(n => n.StageId is null && n.Kind != NodeKind.Stage && Shows(n)).Select(n => Node(n, running, staff))];
        return new SchemeView(opened.Programme.Id, groups, free, [.. opened.Graph.Connections.Select(c => new SchemeArrow(c.Source, c.Target, c.Outcome, c.LoopsBack))]);
    }, cancel);

    /// <summary>Beginnings and endings say nothing to a reader; containers are groups.</summary>
    private static bool Shows(FlowNode node) => node.Kind is not (NodeKind.Start or NodeKind.End or NodeKind.Finish or NodeKind.Flowchart or NodeKind.Sequence);

    private static SchemeNode Node(FlowNode node, RunningItems running, StaffDirectory staff)
    {
        string holders = running.Holders(node.Id, staff);
        return new SchemeNode(node.Id, node.Text("number") ?? "", node.Name, node.Text("deadline") ?? "", holders.Length > 0 ? holders : AssigneeWords.Of(node.Text("assignee") ?? "", staff), running.Standing(node.Id));
    }
}

/// <summary>The steps of a running roadmap as a drawing needs them.</summary>
/// <param name="Free">Steps outside every stage.</param>
public sealed record SchemeView(Guid ProgrammeId, IReadOnlyList<SchemeGroup> Groups, IReadOnlyList<SchemeNode> Free, IReadOnlyList<SchemeArrow> Arrows);

/// <summary>A stage.</summary>
public sealed record SchemeGroup(string Id, string Name, IReadOnlyList<SchemeNode> Nodes);

/// <param name="Who">Who holds it now, else whom it is given to.</param>
public sealed record SchemeNode(string Id, string Number, string Title, string Deadline, string Who, ItemStanding Standing);

public sealed record SchemeArrow(string Source, string Target, string Outcome, bool LoopsBack);
