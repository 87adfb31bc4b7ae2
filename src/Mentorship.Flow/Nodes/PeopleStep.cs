namespace Mentorship.Flow;

/// <summary>How the participants of a step are asked.</summary>
internal enum AskMode { One, Any, All, Sequence, Quorum }

/// <summary>A step that people answer: the host says who and when, then each is asked in the step's own way.</summary>
internal abstract class PeopleStep : StepKind
{
    public override bool Waits(FlowNode node) => true;
    public override bool IsTold => true;

    /// <summary>The input that names the people.</summary>
    public abstract string PeopleInput { get; }

    public virtual AskMode ModeOf(FlowNode node) => AskMode.Any;

    /// <summary>How many agreements a quorum needs.</summary>
    public virtual int QuorumOf(FlowNode node) => 1;

    /// <summary>An answer that ends the step for everybody at once.</summary>
    public virtual bool Closes(FlowNode node, string outcome) => false;

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        run.Replace(new StepState(step.Id, step.NodeId, step.Kind, step.Round, step.Scope) { Trail = step.Trail });
        run.Effects.Add(new PrepareStep(step.Id, node.Id, Kind, step.Round));
    }

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (node.Text("mode") is { } mode && !AskModes.Known(mode))
            inspection.Error("UnknownMode", node, $"Шаг «{node.Name}»: неизвестный порядок опроса «{mode}». Выберите: один, любой, все, кворум или по очереди.");
        inspection.People(node, node.Text(PeopleInput));
    }
}

/// <summary>Reads <c>one, all, any, sequence, quorum:n</c>.</summary>
internal static class AskModes
{
    public static bool Known(string text) => text is "one" or "all" or "any" or "sequence" || Quorum(text) > 0;

    public static AskMode Read(string? text, AskMode otherwise) => text switch
    {
        "one" => AskMode.One,
        "any" => AskMode.Any,
        "all" => AskMode.All,
        "sequence" => AskMode.Sequence,
        _ => Quorum(text) > 0 ? AskMode.Quorum : otherwise
    };

    /// <summary>The n of <c>quorum:n</c>, or 0.</summary>
    public static int Quorum(string? text) =>
        text is not null && text.StartsWith("quorum:", StringComparison.Ordinal) && int.TryParse(text.AsSpan(7), out int n) && n > 0 ? n : 0;
}
