namespace Mentorship.Flow;

/// <summary>Somebody does something, in a window of time, once or again and again.</summary>
internal sealed class TaskStep : PeopleStep
{
    private static readonly IReadOnlyList<string> DoneOrNot = ["Done", "NotDone"];

    public override NodeKind Kind => NodeKind.Task;
    public override IReadOnlyList<string> Types { get; } = ["Mentorship.Task"];
    public override string PeopleInput => "assignee";
    public override AskMode ModeOf(FlowNode node) => AskModes.Read(node.Text("mode"), AskMode.Any);

    /// <summary><c>NotDone</c> exists where it is switched on or drawn.</summary>
    public override IReadOnlyList<string> Outcomes(FlowNode node) =>
        string.Equals(node.Text("notDone"), "true", StringComparison.OrdinalIgnoreCase) || ForeignStep.OutcomesDrawn(node).Contains("NotDone") ? DoneOrNot : JustDone;

    public override void Check(FlowNode node, Inspection inspection)
    {
        base.Check(node, inspection);
        if (WorkFields.Read(inspection.Definition, node).Problem is { } problem) inspection.Error("BadFields", node, $"Поручение «{node.Name}», что заполняет исполнитель: {problem}");
    }
}
