namespace Mentorship.Flow;

/// <summary>A step that is over when enough is there: Done, or NotEnough at its deadline where that is switched on or drawn.</summary>
internal abstract class EnoughStep : PeopleStep
{
    private static readonly IReadOnlyList<string> BothEnds = ["Done", NotEnough];

    public override string PeopleInput => "people";
    public override AskMode ModeOf(FlowNode node) => AskMode.Enough;
    public override IReadOnlyList<string> Outcomes(FlowNode node) =>
        string.Equals(node.Text("notEnough"), "true", StringComparison.OrdinalIgnoreCase) || ForeignStep.OutcomesDrawn(node).Contains(NotEnough) ? BothEnds : JustDone;

    public override int Needed(FlowNode node, int people) => (Share.Read(node.Text("enough")) ?? Share.All).Of(people);

    /// <summary>What is enough is a part of those who are asked.</summary>
    protected virtual bool CountsPeople => true;

    public override void Check(FlowNode node, Inspection inspection)
    {
        base.Check(node, inspection);
        Share? enough = Share.Read(node.Text("enough"));
        if (enough is null) inspection.Error("BadEnough", node, $"Шаг «{node.Name}»: «{node.Text("enough")}» – не число больше нуля и не процент до 100. Впишите, например: все, 5 или 60 %.");
        if (CountsPeople) CheckReach(node, inspection, enough, node.Text(PeopleInput), oneByOne: true);
    }

    /// <summary>«Не набралось» comes at the deadline only: without one it never does.</summary>
    protected static void CheckDeadline(FlowNode node, Inspection inspection)
    {
        if (EndsWhenDue(node) && string.IsNullOrWhiteSpace(node.Text("deadline")) && AfterEvent.Of(node)?.Days is null)
            inspection.Warning("NoDeadline", node, $"У шага «{node.Name}» есть исход «не набралось», а срока нет: этот исход не наступит. Укажите срок.");
    }
}
