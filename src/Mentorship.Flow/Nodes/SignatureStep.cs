namespace Mentorship.Flow;

/// <summary>One person signs a document, or returns it.</summary>
internal sealed class SignatureStep : PeopleStep
{
    private static readonly IReadOnlyList<string> Answers = ["Signed", "Returned"];

    public override NodeKind Kind => NodeKind.Signature;
    public override IReadOnlyList<string> Types { get; } = ["Mentorship.Signature"];
    public override string PeopleInput => "signer";
    public override AskMode ModeOf(FlowNode node) => AskMode.One;
    public override IReadOnlyList<string> Outcomes(FlowNode node) => Answers;
    public override string GoodOutcome => Answers[0];
    public override bool Closes(FlowNode node, string outcome) => outcome == "Returned";

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (string.IsNullOrWhiteSpace(node.Text(PeopleInput)))
            inspection.Error("NoSignatory", node, $"У шага «{node.Name}» не указано, кто подписывает. Выберите роль или человека.");
        else base.Check(node, inspection);
    }
}

/// <summary>Each of the people says that they have read the document.</summary>
internal sealed class AcquaintanceStep : PeopleStep
{
    public override NodeKind Kind => NodeKind.Acquaintance;
    public override IReadOnlyList<string> Types { get; } = ["Mentorship.Acquaintance"];
    public override string PeopleInput => "people";
    public override AskMode ModeOf(FlowNode node) => AskMode.All;
}
