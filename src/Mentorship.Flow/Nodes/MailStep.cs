namespace Mentorship.Flow;

/// <summary>A letter goes out by itself.</summary>
internal sealed class MailStep : StepKind
{
    public override NodeKind Kind => NodeKind.Mail;
    public override IReadOnlyList<string> Types { get; } = ["Mentorship.Mail", "Elsa.SendEmail"];
    public override bool IsTold => true;

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        Lookup visible = new Visible(run, step).TryGet;
        (string to, string? nobody) = Evaluating.Text(node.Activity.Inputs.GetValueOrDefault("to"), visible);
        (string subject, string? untitled) = Evaluating.Text(node.Activity.Inputs.GetValueOrDefault("subject"), visible);
        (string body, string? wordless) = Evaluating.Text(node.Activity.Inputs.GetValueOrDefault("body"), visible);
        if ((nobody ?? untitled ?? wordless) is { } error)
        {
            run.Hold(step, $"Письмо «{node.Name}» не складывается: {error}");
            return;
        }
        run.Replace(step with { Status = StepStatus.Preparing, Reason = null });
        run.Effects.Add(new SendMail(step.Id, node.Id) { To = to, Subject = subject.Length == 0 ? null : subject, Body = body, Values = Visible.Values(run, step) });
    }

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (!node.Activity.Inputs.TryGetValue("to", out InputExpression? to) || to is { Type: "Literal" } && string.IsNullOrWhiteSpace(to.Text))
            inspection.Error("NoAddressee", node, $"У письма «{node.Name}» не указан получатель. Выберите роль или человека.");
        else if (to.Type == "Literal") inspection.People(node, to.Text);
        foreach ((string name, string what) in new[] { ("to", "Получатель письма"), ("subject", "Тема письма"), ("body", "Текст письма") })
            if (node.Activity.Inputs.TryGetValue(name, out InputExpression? input)) CheckInput(node, input, what, inspection);
        Attaching.Check(node, inspection);
    }
}
