namespace Mentorship.Flow;

/// <summary>People fill in a form; when enough have, the others need not any more.</summary>
internal sealed class SurveyStep : EnoughStep
{
    public override NodeKind Kind => NodeKind.Survey;
    public override IReadOnlyList<string> Types { get; } = ["Mentorship.Survey"];
    public override IReadOnlyList<string> AnswersOf(FlowNode node) => JustDone;

    public override void Check(FlowNode node, Inspection inspection)
    {
        base.Check(node, inspection);
        if (SurveyForm.Read(node.Json("form")).Problem is { } problem) inspection.Error("BadForm", node, $"Анкета «{node.Name}»: {problem}");
        CheckDeadline(node, inspection);
    }
}

/// <summary>People give consent to one purpose, or refuse it: a refusal is an answer too.</summary>
internal sealed class ConsentsStep : EnoughStep
{
    private static readonly IReadOnlyList<string> GivenOrRefused = ["Done", "Refused"];

    public override NodeKind Kind => NodeKind.Consents;
    public override IReadOnlyList<string> Types { get; } = ["Mentorship.Consents"];
    public override IReadOnlyList<string> AnswersOf(FlowNode node) => GivenOrRefused;

    public override void Check(FlowNode node, Inspection inspection)
    {
        base.Check(node, inspection);
        if (ConsentForm.Read(node.Json("form")).Problem is { } problem) inspection.Error("BadForm", node, $"Согласия «{node.Name}»: {problem}");
    }
}

/// <summary>Somebody confirms that the programme has the pairs it needs; how many those are, the host knows.</summary>
internal sealed class PairsStep : EnoughStep
{
    public override NodeKind Kind => NodeKind.Pairs;
    public override IReadOnlyList<string> Types { get; } = ["Mentorship.Pairs"];
    public override AskMode ModeOf(FlowNode node) => AskMode.Any;
    public override IReadOnlyList<string> AnswersOf(FlowNode node) => JustDone;
    protected override bool CountsPeople => false;

    public override void Check(FlowNode node, Inspection inspection)
    {
        base.Check(node, inspection);
        CheckDeadline(node, inspection);
    }
}
