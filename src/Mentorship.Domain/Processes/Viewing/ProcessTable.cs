using Mentorship.Domain.People;
using Mentorship.Domain.Processes.Wording;
using Mentorship.Flow;

namespace Mentorship.Domain.Processes.Viewing;

/// <summary>Any process as a table: a row for each step in the order of telling, a group for each stage.</summary>
public sealed record ProcessTable(IReadOnlyList<TableGroup> Groups)
{
    public static ProcessTable Of(ProcessDefinition definition, StaffDirectory staff)
    {
        FlowGraph graph = FlowGraph.From(definition);
        ILookup<string, FlowConnection> arrows = graph.Connections.ToLookup(c => c.Source);
        return new ProcessTable([.. ReadingOrder.Groups(graph).Select(group => new TableGroup(group.Owner?.Id, group.Owner?.Name ?? definition.Name, group.Owner?.Text("number") ?? "",
            [.. group.Steps.Where(s => s.Kind is not (NodeKind.Start or NodeKind.End or NodeKind.Flowchart)).Select(s => Row(s, graph, arrows, staff))]))]);
    }

    private static TableRow Row(FlowNode step, FlowGraph graph, ILookup<string, FlowConnection> arrows, StaffDirectory staff)
    {
        string people = DoneBy.People(step) ?? "";
        return new TableRow(step.Id, step.Text("number") ?? "", step.Type, StepWords.Kind(step.Type), step.Name, people, StepWords.Who(people, staff), step.Text("deadline") ?? "", step.Text("result") ?? "",
            [.. arrows[step.Id].Select(a => new TableNext(StepWords.Outcome(a.Outcome, step.Type), a.Target, graph.Node(a.Target).Name, a.LoopsBack))]);
    }
}

/// <param name="NodeId">The stage; null for the process itself.</param>
public sealed record TableGroup(string? NodeId, string Heading, string Number, IReadOnlyList<TableRow> Rows);

/// <param name="People">As the step names them.</param>
/// <param name="Who">The same in words.</param>
public sealed record TableRow(string NodeId, string Number, string Type, string Kind, string Title, string People, string Who, string Deadline, string Result, IReadOnlyList<TableNext> Next);

public sealed record TableNext(string Outcome, string NodeId, string Title, bool Again);
