using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Diagram;

/// <summary>What kinds of steps and their outcomes are called on the board.</summary>
internal static class DiagramWords
{
    private static readonly (string Type, string Name, string About)[] Offered =
    [
        ("Mentorship.Task", DiagramTexts.Task, DiagramTexts.TaskAbout), ("Mentorship.Approval", DiagramTexts.Approval, DiagramTexts.ApprovalAbout),
        ("Mentorship.Document", DiagramTexts.Document, DiagramTexts.DocumentAbout), ("Mentorship.Signature", DiagramTexts.Signature, DiagramTexts.SignatureAbout),
        ("Mentorship.Acquaintance", DiagramTexts.Acquaintance, DiagramTexts.AcquaintanceAbout), ("Mentorship.Survey", DiagramTexts.Survey, DiagramTexts.SurveyAbout),
        ("Mentorship.Consents", DiagramTexts.Consents, DiagramTexts.ConsentsAbout), ("Mentorship.Pairs", DiagramTexts.Pairs, DiagramTexts.PairsAbout),
        ("Mentorship.Mail", DiagramTexts.Mail, DiagramTexts.MailAbout), ("Elsa.FlowDecision", DiagramTexts.Choice, DiagramTexts.ChoiceAbout),
        ("Elsa.FlowSwitch", DiagramTexts.Switch, DiagramTexts.SwitchAbout), ("Elsa.SetVariable", DiagramTexts.SetVariable, DiagramTexts.SetVariableAbout),
        ("Elsa.FlowFork", DiagramTexts.Parallel, DiagramTexts.ParallelAbout), ("Elsa.FlowJoin", DiagramTexts.Join, DiagramTexts.JoinAbout),
        ("Elsa.StartAt", DiagramTexts.StartAt, DiagramTexts.StartAtAbout), ("Elsa.Delay", DiagramTexts.Delay, DiagramTexts.DelayAbout), ("Elsa.Event", DiagramTexts.Event, DiagramTexts.EventAbout),
        ("Mentorship.Stage", DiagramTexts.Stage, DiagramTexts.StageAbout), ("Elsa.ParallelForEach", DiagramTexts.ForEach, DiagramTexts.ForEachAbout),
        ("Elsa.ExecuteWorkflow", DiagramTexts.RunProcess, DiagramTexts.RunProcessAbout), ("Elsa.End", DiagramTexts.End, DiagramTexts.EndAbout), ("Elsa.Finish", DiagramTexts.Finish, DiagramTexts.FinishAbout),
    ];

    private static readonly Dictionary<NodeKind, string> Others = new()
    {
        [NodeKind.Start] = DiagramTexts.Start, [NodeKind.Fault] = DiagramTexts.Fault, [NodeKind.Sequence] = DiagramTexts.Sequence, [NodeKind.Flowchart] = DiagramTexts.Flowchart,
        [NodeKind.ForEach] = DiagramTexts.ForEach, [NodeKind.While] = DiagramTexts.While, [NodeKind.Concurrent] = DiagramTexts.Parallel, [NodeKind.If] = DiagramTexts.Choice,
        [NodeKind.Switch] = DiagramTexts.Choice, [NodeKind.Choice] = DiagramTexts.Choice, [NodeKind.RunProcess] = DiagramTexts.RunProcess, [NodeKind.Complete] = DiagramTexts.End,
        [NodeKind.PublishEvent] = DiagramTexts.PublishEvent, [NodeKind.Wait] = DiagramTexts.Wait,
        [NodeKind.SetVariable] = DiagramTexts.SetVariable, [NodeKind.SetName] = DiagramTexts.SetVariable, [NodeKind.Correlate] = DiagramTexts.SetVariable, [NodeKind.WriteLine] = DiagramTexts.SetVariable,
    };

    /// <summary>Every kind that a person can add, the usual ones first.</summary>
    public static IReadOnlyList<DiagramKind> Palette { get; } = Kinds();

    public static string KindOf(FlowNode node) =>
        Offered.Where(o => o.Type == node.Type).Select(o => o.Name).FirstOrDefault() ?? Others.GetValueOrDefault(node.Kind, DiagramTexts.Unknown);

    public static IReadOnlyList<DiagramOutcome> OutcomesOf(FlowNode node) => node switch
    {
        { Kind: NodeKind.Parallel, Outcomes: [] } => [new DiagramOutcome("Done", DiagramTexts.OutcomeDone)],
        _ => [.. node.Outcomes.Select(name => new DiagramOutcome(name, OutcomeOf(node.Kind, name)))],
    };

    /// <summary>What is written on an arrow: an outcome that is the only one of its step, and the good one, goes without saying.</summary>
    public static string LabelOf(FlowNode node, string outcome) =>
        outcome == node.GoodOutcome && (node.Kind == NodeKind.Parallel || node.Outcomes.Count < 2) ? "" : OutcomeOf(node.Kind, outcome);

    private static string OutcomeOf(NodeKind kind, string outcome) => outcome switch
    {
        "Approved" => DiagramTexts.OutcomeApproved,
        "Returned" => DiagramTexts.OutcomeReturned,
        "Rejected" => DiagramTexts.OutcomeRejected,
        "Signed" => DiagramTexts.OutcomeSigned,
        "NotDone" => DiagramTexts.OutcomeNotDone,
        "NotEnough" => DiagramTexts.OutcomeNotEnough,
        "True" => DiagramTexts.OutcomeTrue,
        "False" => DiagramTexts.OutcomeFalse,
        "Default" => DiagramTexts.OutcomeDefault,
        "Done" => kind switch
        {
            NodeKind.Acquaintance => DiagramTexts.OutcomeAcquainted,
            NodeKind.Survey or NodeKind.Consents => DiagramTexts.OutcomeEnough,
            NodeKind.Wait => DiagramTexts.OutcomeCame,
            _ => DiagramTexts.OutcomeDone,
        },
        _ => outcome,
    };

    /// <summary>A process of one step each knows the outcomes with which they come.</summary>
    private static List<DiagramKind> Kinds()
    {
        DefinitionBuilder builder = new("0000000000000000", "palette", "palette");
        foreach ((string type, string name, _) in Offered) builder.Root.Add(type, type, name);
        FlowGraph graph = FlowGraph.From(builder.Build());
        return [.. Offered.Select(o => new DiagramKind(o.Type, graph.Node(o.Type).Kind.ToString(), o.Name, o.About, OutcomesOf(graph.Node(o.Type)), graph.Node(o.Type).GoodOutcome))];
    }
}
