using Mentorship.Flow;
using Wording = Mentorship.Domain.Processes.Wording.StepWords;

namespace Mentorship.Web.Pages.Designer.Diagram;

/// <summary>The kinds of steps that can be added, and what is written on arrows.</summary>
internal static class DiagramWords
{
    private static readonly (string Type, string About)[] Offered =
    [
        ("Mentorship.Task", DiagramTexts.TaskAbout), ("Mentorship.Approval", DiagramTexts.ApprovalAbout), ("Mentorship.Document", DiagramTexts.DocumentAbout),
        ("Mentorship.Signature", DiagramTexts.SignatureAbout), ("Mentorship.Acquaintance", DiagramTexts.AcquaintanceAbout), ("Mentorship.Survey", DiagramTexts.SurveyAbout),
        ("Mentorship.Consents", DiagramTexts.ConsentsAbout), ("Mentorship.Pairs", DiagramTexts.PairsAbout), ("Mentorship.Mail", DiagramTexts.MailAbout),
        ("Elsa.FlowDecision", DiagramTexts.ChoiceAbout), ("Elsa.FlowSwitch", DiagramTexts.SwitchAbout), ("Elsa.SetVariable", DiagramTexts.SetVariableAbout),
        ("Elsa.FlowFork", DiagramTexts.ParallelAbout), ("Elsa.FlowJoin", DiagramTexts.JoinAbout), ("Elsa.StartAt", DiagramTexts.StartAtAbout), ("Elsa.Delay", DiagramTexts.DelayAbout),
        ("Elsa.Event", DiagramTexts.EventAbout), ("Mentorship.Stage", DiagramTexts.StageAbout), ("Elsa.ParallelForEach", DiagramTexts.ForEachAbout),
        ("Elsa.ExecuteWorkflow", DiagramTexts.RunProcessAbout), ("Elsa.End", DiagramTexts.EndAbout), ("Elsa.Finish", DiagramTexts.FinishAbout),
    ];

    /// <summary>Every kind that a person can add, the usual ones first.</summary>
    public static IReadOnlyList<DiagramKind> Palette { get; } = Kinds();

    public static IReadOnlyList<DiagramOutcome> OutcomesOf(FlowNode node) => node switch
    {
        { Kind: NodeKind.Parallel, Outcomes: [] } => [new DiagramOutcome("Done", Wording.Outcome("Done"))],
        _ => [.. node.Outcomes.Select(name => new DiagramOutcome(name, Wording.Outcome(name, node.Type)))],
    };

    /// <summary>What is written on an arrow: an outcome that is the only one of its step, and the good one, goes without saying.</summary>
    public static string LabelOf(FlowNode node, string outcome) =>
        outcome == node.GoodOutcome && (node.Kind == NodeKind.Parallel || node.Outcomes.Count < 2) ? "" : Wording.Outcome(outcome, node.Type);

    /// <summary>A process of one step each knows the outcomes with which they come.</summary>
    private static List<DiagramKind> Kinds()
    {
        DefinitionBuilder builder = new("0000000000000000", "palette", "palette");
        foreach ((string type, _) in Offered) builder.Root.Add(type, type, type);
        FlowGraph graph = FlowGraph.From(builder.Build());
        return [.. Offered.Select(o => new DiagramKind(o.Type, graph.Node(o.Type).Kind.ToString(), StepWords.Kind(o.Type), o.About, OutcomesOf(graph.Node(o.Type)), graph.Node(o.Type).GoodOutcome))];
    }
}
