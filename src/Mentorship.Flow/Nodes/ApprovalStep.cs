namespace Mentorship.Flow;

/// <summary>People concur with a document: one, all, any, a quorum or in turn.</summary>
internal sealed class ApprovalStep : PeopleStep
{
    private static readonly IReadOnlyList<string> Answers = ["Approved", "Returned", "Rejected"];

    public override NodeKind Kind => NodeKind.Approval;
    public override IReadOnlyList<string> Types { get; } = ["Mentorship.Approval"];
    public override string PeopleInput => "approver";
    public override AskMode ModeOf(FlowNode node) => AskModes.Read(node.Text("mode"), AskMode.All);
    public override int Needed(FlowNode node, int people) => AskModes.Quorum(node.Text("mode"))?.Of(people) ?? people;
    public override IReadOnlyList<string> Outcomes(FlowNode node) => Answers;
    public override string GoodOutcome => Answers[0];

    public override void Check(FlowNode node, Inspection inspection)
    {
        base.Check(node, inspection);
        CheckReach(node, inspection, AskModes.Quorum(node.Text("mode")), node.Text(PeopleInput), oneByOne: false);
    }

    /// <summary>A return ends it for everybody; a rejection too, unless a quorum may still come about.</summary>
    public override bool Closes(FlowNode node, string outcome) =>
        outcome == "Returned" || (outcome == "Rejected" && ModeOf(node) != AskMode.Quorum);
}

/// <summary>A step of a foreign type, tried out as an approval by one person with the outcomes that are drawn.</summary>
internal sealed class ForeignStep : PeopleStep
{
    public const string Approved = "Approved";
    private static readonly string[] Usual = [Approved, "Rejected"];

    public override NodeKind Kind => NodeKind.Approval;
    public override IReadOnlyList<string> Types { get; } = [];
    public override string PeopleInput => "role";
    public override string GoodOutcome => Approved;
    public override IReadOnlyList<string> Outcomes(FlowNode node) => [.. OutcomesDrawn(node).Union(Usual)];

    public override void Check(FlowNode node, Inspection inspection) => new UnknownStep().Check(node, inspection);

    /// <summary>The outcomes that arrows leave by; one who can approve or reject can do both.</summary>
    public static IReadOnlyList<string> OutcomesGuessed(FlowNode node)
    {
        IReadOnlyList<string> drawn = OutcomesDrawn(node);
        return drawn.Count == 0 ? JustDone : drawn.Intersect(Usual).Any() ? [.. drawn.Union(Usual)] : drawn;
    }

    /// <summary>The outcomes that arrows leave by, in the order of the file.</summary>
    public static IReadOnlyList<string> OutcomesDrawn(FlowNode node)
    {
        HashSet<string> drawn = [];
        foreach (int a in node.Scope.Out(node.Index))
            if (node.Scope.Arrows[a].Outcome is { } outcome) drawn.Add(outcome);
        return [.. drawn];
    }
}
