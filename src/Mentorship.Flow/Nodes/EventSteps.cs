namespace Mentorship.Flow;

/// <summary>Waits for an event from outside or from another step.</summary>
internal sealed class EventStep : StepKind
{
    public override NodeKind Kind => NodeKind.Wait;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.Event"];
    public override bool Waits(FlowNode node) => true;
    public override bool IsTold => true;

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        run.Replace(step with { Status = StepStatus.Open, Reason = null });
        if (NameOf(node) is { } name) run.Effects.Add(new AwaitEvent(step.Id, node.Id, name));
    }

    /// <summary>The step waits for another event than before.</summary>
    public static void Await(Run run, StepState step, string? before, string? now)
    {
        if (before == now || step.Status != StepStatus.Open) return;
        if (before is not null) run.Effects.Add(new ForgetEvent(step.Id, step.NodeId, before));
        if (now is not null) run.Effects.Add(new AwaitEvent(step.Id, step.NodeId, now));
    }

    public static string? NameOf(FlowNode node) => node.Text("eventName")?.Trim() is { Length: > 0 } name ? name : null;

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (NameOf(node) is null)
            inspection.Warning("NoEventName", node, $"Шаг «{node.Name}» ждёт события, но имени у события нет: продолжить его сможет только человек кнопкой «Наступило». Впишите имя события, если его объявляет другой процесс.");
    }
}

/// <summary>Says that an event took place: the steps of this case that wait for it go on at once, those of other cases soon after.</summary>
internal sealed class PublishEventStep : StepKind
{
    public override NodeKind Kind => NodeKind.PublishEvent;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.PublishEvent"];
    public override bool IsTold => true;

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        Lookup visible = new Visible(run, step).TryGet;
        (string name, string? error) = Evaluating.Text(node.Activity.Inputs.GetValueOrDefault("eventName"), visible);
        (string correlation, string? wrong) = Evaluating.Text(node.Activity.Inputs.GetValueOrDefault("correlationId"), visible);
        if (error is not null || wrong is not null || name.Trim().Length == 0)
        {
            run.Hold(step, $"Шаг «{node.Name}» не может объявить событие: {error ?? wrong ?? "у события нет имени."}");
            return;
        }
        run.Effects.Add(new RaiseEvent(step.Id, node.Id, name.Trim(), correlation.Length == 0 ? null : correlation));
        run.Leave(step, "Done");
        if (correlation.Length > 0) return; // whether this case is meant too, the host knows
        foreach (StepState waiting in run.Steps.FindAll(s => s.Status == StepStatus.Open && s.Kind == NodeKind.Wait))
            if (run.Graph.Node(waiting.NodeId) is { Behaviour: EventStep } other && EventStep.NameOf(other) == name.Trim()) Timers.Leave(run, waiting, other);
    }

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (!node.Activity.Inputs.TryGetValue("eventName", out InputExpression? name) || name is { Type: "Literal" } && string.IsNullOrWhiteSpace(name.Text))
            inspection.Error("NoEventName", node, $"Шаг «{node.Name}» объявляет событие без имени. Впишите то имя, которого ждут другие шаги.");
        else CheckInput(node, name, "Имя события", inspection);
        if (node.Activity.Inputs.TryGetValue("correlationId", out InputExpression? correlation)) CheckInput(node, correlation, "Метка дела", inspection);
    }
}
