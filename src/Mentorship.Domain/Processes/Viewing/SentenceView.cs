using Mentorship.Domain.People;
using Mentorship.Domain.Processes.Wording;
using Mentorship.Flow;

namespace Mentorship.Domain.Processes.Viewing;

/// <summary>A process told in Russian: «Куратор готовит «Приказ». Директор подписывает, до 15 сентября; если вернёт — снова «Приказ».»</summary>
/// <param name="Groups">The process itself and each of its stages.</param>
public sealed record SentenceView(IReadOnlyList<SentenceGroup> Groups)
{
    public static SentenceView Of(ProcessDefinition definition, StaffDirectory staff)
    {
        FlowGraph graph = FlowGraph.From(definition);
        ILookup<string, FlowConnection> arrows = graph.Connections.ToLookup(c => c.Source);
        return new SentenceView([.. ReadingOrder.Groups(graph).Select(group => new SentenceGroup(group.Owner?.Id, group.Owner?.Name ?? definition.Name,
            [.. group.Steps.Select(step => Tell(step, graph, arrows, staff)).OfType<Sentence>()]))]);
    }

    private static Sentence? Tell(FlowNode step, FlowGraph graph, ILookup<string, FlowConnection> arrows, StaffDirectory staff)
    {
        string Titles(string? outcome) => string.Join(", ", arrows[step.Id].Where(a => outcome is null || a.Outcome == outcome).Select(a => Quote(graph.Node(a.Target).Name)));
        string? told = step.Kind switch
        {
            NodeKind.Start => arrows[step.Id].Count() > 1 ? $"Одновременно начинаются: {Titles(null)}" : null,
            NodeKind.End or NodeKind.Flowchart or NodeKind.Sequence => null,
            NodeKind.Choice => $"Если {ConditionWords.Of(step)}, то {Or(Titles("True"), "ветвь заканчивается")}; иначе {Or(Titles("False"), "ветвь заканчивается")}",
            NodeKind.Parallel => $"Одновременно начинаются: {Titles(null)}",
            NodeKind.Join => step.Text("mode") == "WaitAny" ? "Достаточно первой из ветвей, остальные отзываются" : "Дальше — когда закончены все начатые ветви",
            _ => DoneBy.Sentence(step, staff) is { } act ? act + Returns(step, graph, arrows) : null,
        };
        return told is null ? null : new Sentence(step.Id, Capital(told) + ".");
    }

    /// <summary>«; если вернёт — снова «Приказ»».</summary>
    private static string Returns(FlowNode step, FlowGraph graph, ILookup<string, FlowConnection> arrows) => string.Concat(arrows[step.Id]
        .Where(a => a.Outcome is "Returned" or "Rejected" or "NotDone")
        .Select(a => $"; если {If(a.Outcome)} — {(a.LoopsBack ? "снова " : "")}{Quote(graph.Node(a.Target).Name)}"));

    private static string If(string outcome) => outcome switch { "Returned" => "вернёт", "Rejected" => "отклонит", _ => "не выполнено" };

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;

    internal static string Quote(string title) => $"«{(title.Length <= 200 ? title : title[..199] + "…")}»";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

/// <param name="NodeId">The stage; null for the process itself.</param>
public sealed record SentenceGroup(string? NodeId, string Heading, IReadOnlyList<Sentence> Sentences);

public sealed record Sentence(string NodeId, string Text);
