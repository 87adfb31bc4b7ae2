namespace Mentorship.Flow;

/// <summary>A document comes into being: a drafter prepares it, or the host writes it by itself.</summary>
internal sealed class DocumentStep : PeopleStep
{
    public override NodeKind Kind => NodeKind.Document;
    public override IReadOnlyList<string> Types { get; } = ["Mentorship.Document"];
    public override string PeopleInput => "drafter";
    public override bool Waits(FlowNode node) => HasDrafter(node);
    public override AskMode ModeOf(FlowNode node) => AskModes.Read(node.Text("mode"), AskMode.Any);

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        base.Enter(run, step, node);
        if (HasDrafter(node)) return;
        run.Effects[^1] = new DraftDocument(step.Id, node.Id, Visible.RoundOf(run, step));
    }

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (string.IsNullOrWhiteSpace(node.Text("kind")))
            inspection.Error("NoDocumentKind", node, $"У шага «{node.Name}» не указан вид документа. Выберите его.");
        if (HasDrafter(node)) base.Check(node, inspection);
        Papers.CheckTemplate(node, inspection);
    }

    public static bool HasDrafter(FlowNode node) => !string.IsNullOrWhiteSpace(node.Text("drafter"));
}
