using Mentorship.Domain.People;
using Mentorship.Domain.Processes.Wording;
using Mentorship.Domain.Wording;
using Mentorship.Flow;

namespace Mentorship.Domain.Processes.Viewing;

/// <summary>A process told in Russian: «Куратор готовит «Приказ». Директор подписывает, до 15 сентября; если вернёт – снова «Приказ».»</summary>
/// <param name="Groups">The process itself and each of its stages.</param>
public sealed record SentenceView(IReadOnlyList<SentenceGroup> Groups)
{
    public static SentenceView Of(ProcessDefinition definition, StaffDirectory staff) => Of(FlowGraph.From(definition), people => StepWords.Who(people, staff));

    /// <param name="whoIs">Words for the people whom a step names: <c>role:curator, person:…</c>.</param>
    public static SentenceView Of(FlowGraph graph, Func<string, string> whoIs)
    {
        ILookup<string, FlowConnection> arrows = graph.Connections.ToLookup(c => c.Source);
        DoneBy acts = new(whoIs, graph);
        ConditionWords conditions = new(graph.Definition, whoIs);
        return new SentenceView([.. ReadingOrder.Groups(graph).Select(group => new SentenceGroup(group.Owner?.Id, group.Owner?.Name ?? graph.Definition.Name,
            [.. group.Steps.Select(step => Tell(step, graph, arrows, acts, conditions)).OfType<Sentence>()]))]);
    }

    private const int LongestTitle = 200;
    private const string Ends = "ветвь заканчивается";

    private static Sentence? Tell(FlowNode step, FlowGraph graph, ILookup<string, FlowConnection> arrows, DoneBy acts, ConditionWords conditions)
    {
        SentencePart To(string? outcome, string otherwise = "") => string.Join(", ", arrows[step.Id].Where(a => outcome is null || a.Outcome == outcome).Select(a => Quote(graph.Node(a.Target).Name))) is { Length: > 0 } titles
            ? new(titles, SentencePart.Next) : new(otherwise, SentencePart.Next);
        IReadOnlyList<SentencePart> told = step.Kind switch
        {
            NodeKind.Start => arrows[step.Id].Count() > 1 ? ["одновременно начинаются: ", To(null)] : [],
            NodeKind.End or NodeKind.Flowchart or NodeKind.Sequence => [],
            NodeKind.Choice when step.Cases.Count > 0 => [.. step.Cases.SelectMany((one, at) => (SentencePart[])[at == 0 ? "если " : "; если ", new(one.Condition is null ? $"случай «{one.Label}»" : conditions.Of(one.Condition), "cases"), ", то ", To(one.Label, Ends)]), "; иначе ", To("Default", Ends)],
            NodeKind.Choice when step.Type == "Elsa.FlowSwitch" => [new("случаев пока нет", "cases"), ", дальше ", To("Default", Ends)],
            NodeKind.Choice => ["если ", new(conditions.Of(step.Activity.Inputs.GetValueOrDefault("condition")), "condition"), ", то ", To("True", Ends), "; иначе ", To("False", Ends)],
            NodeKind.Parallel when !arrows[step.Id].Any() => ["ветвей пока нет: проведите стрелки к шагам, которые начнутся вместе"],
            NodeKind.Parallel => ["одновременно начинаются: ", To(null)],
            NodeKind.Join => [new(step.Text("mode") == "WaitAny" ? "достаточно первой из ветвей, остальные отзываются" : "дальше\u00A0– когда закончены все начатые ветви", "mode")],
            _ => [.. acts.Sentence(step), .. Returns(step, graph, arrows)],
        };
        return told.Count == 0 ? null : new Sentence(step.Id, [told[0] with { Text = Capital(told[0].Text) }, .. told.Skip(1), "."]);
    }

    /// <summary>«; если вернёт – снова «Приказ»».</summary>
    private static IEnumerable<SentencePart> Returns(FlowNode step, FlowGraph graph, ILookup<string, FlowConnection> arrows) => arrows[step.Id]
        .Where(a => a.Outcome is "Returned" or "Rejected" or "NotDone")
        .SelectMany(a => (SentencePart[])[$"; если {If(a.Outcome)}\u00A0– ", new($"{(a.LoopsBack ? "снова " : "")}{Quote(graph.Node(a.Target).Name)}", SentencePart.Next)]);

    private static string If(string outcome) => outcome switch { "Returned" => "вернёт", "Rejected" => "отклонит", _ => "не выполнено" };

    internal static string Quote(string title) => Titles.Quoted(Titles.Brief(title, LongestTitle));

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}

/// <param name="NodeId">The stage; null for the process itself.</param>
public sealed record SentenceGroup(string? NodeId, string Heading, IReadOnlyList<Sentence> Sentences);

/// <param name="Parts">In their order; together they are the sentence.</param>
public sealed record Sentence(string NodeId, IReadOnlyList<SentencePart> Parts)
{
    public string Text => string.Concat(Parts.Select(p => p.Text));
}
