using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>Starts another process of the institution, and waits for its end or does not.</summary>
internal sealed class RunProcessStep : StepKind
{
    private const string Execute = "Elsa.ExecuteWorkflow";
    public const string Cancelled = "Cancelled";

    public override NodeKind Kind => NodeKind.RunProcess;
    public override IReadOnlyList<string> Types { get; } = [Execute, "Elsa.DispatchWorkflow"];
    public override bool Waits(FlowNode node) => WaitsForChild(node);
    public override bool IsTold => true;

    /// <summary>Done, Cancelled where it waits, and whatever outcome of the child is drawn.</summary>
    public override IReadOnlyList<string> Outcomes(FlowNode node) =>
        WaitsForChild(node) ? [.. ForeignStep.OutcomesDrawn(node).Prepend(Cancelled).Prepend("Done").Distinct()] : JustDone;

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        Lookup visible = new Visible(run, step).TryGet;
        (string process, string? error) = Evaluating.Text(node.Activity.Inputs.GetValueOrDefault("workflowDefinitionId"), visible);
        (string correlation, string? wrong) = Evaluating.Text(node.Activity.Inputs.GetValueOrDefault("correlationId"), visible);
        (IReadOnlyDictionary<string, object?> inputs, string? unclear) = Inputs(node, visible);
        if ((error ?? wrong ?? unclear ?? (process.Trim().Length == 0 ? "не выбран процесс." : null)) is { } reason)
        {
            run.Hold(step, $"Шаг «{node.Name}» не может запустить процесс: {reason}");
            return;
        }
        bool waits = WaitsForChild(node);
        run.Replace(step with { Status = waits ? StepStatus.Open : StepStatus.Preparing, Reason = null });
        run.Effects.Add(new StartChild(step.Id, node.Id, process.Trim(), inputs, correlation.Length == 0 ? null : correlation, waits) { Item = Visible.TitleOf(run, step) });
    }

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (!node.Activity.Inputs.TryGetValue("workflowDefinitionId", out InputExpression? process) || process is { Type: "Literal" } && string.IsNullOrWhiteSpace(process.Text))
            inspection.Error("NoProcess", node, $"Шаг «{node.Name}»: не выбран процесс, который нужно запустить. Выберите его.");
        else if (process is { Type: "Literal", Text: { } key } && inspection.Context.IsProcessKnown is { } known && !known(key))
            inspection.Error("UnknownProcess", node, $"Шаг «{node.Name}» запускает процесс «{key}», которого у вас нет. Добавьте этот процесс или выберите другой.");
        else CheckInput(node, process, "Процесс шага", inspection);
        if (process is { Type: "Literal", Text: { } itself } && inspection.IsItself(itself))
            inspection.Warning("RunsItself", node, $"Шаг «{node.Name}» запускает этот же процесс: дела будут начинать друг друга, и девятое подряд остановится. Поставьте перед шагом условие или выберите другой процесс.");
        ChildOutputs.Check(node, inspection, WaitsForChild(node), process is { Type: "Literal" } ? process.Text?.Trim() : null);
        if (!node.Activity.Inputs.TryGetValue("input", out InputExpression? input)) return;
        CheckInput(node, input, "Данные для процесса шага", inspection);
        if (input.Type is "Literal" or "Object" && Inputs(node, (string _, out object? none) => { none = null; return true; }).Error is { } problem)
            inspection.Error("BadInput", node, $"Данные для процесса шага «{node.Name}»: {problem}");
    }

    /// <summary>Elsa's switch, where it is set; otherwise the step that executes waits and the one that dispatches does not.</summary>
    private static bool WaitsForChild(FlowNode node) => bool.TryParse(node.Text("waitForCompletion"), out bool waits) ? waits : node.Type == Execute;

    /// <summary>A record of values; a field may be an expression itself: <c>{"sum":{"type":"Variable","value":"sum"}}</c>.</summary>
    private static (IReadOnlyDictionary<string, object?> Values, string? Error) Inputs(FlowNode node, Lookup visible)
    {
        InputExpression? input = node.Activity.Inputs.GetValueOrDefault("input");
        Evaluation record = Evaluating.Of(input, visible);
        if (record.Error is { } error) return (StepState.NoValues, error);
        object? value = record.Value is string text && text.Trim().Length > 0 && Evaluating.Json(text) is { } json ? Evaluating.Of(json) : record.Value;
        if (value is null or "") return (StepState.NoValues, null);
        if (value is not IReadOnlyDictionary<string, object?> fields) return (StepState.NoValues, "данные пишутся как { \"имя\": значение }.");
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        foreach ((string name, object? field) in fields)
        {
            Evaluation found = Field(field, visible);
            if (found.Error is { } wrong) return (StepState.NoValues, $"поле «{name}»: {wrong}");
            values[name] = found.Value is null or bool or double or string ? found.Value : JsonSerializer.Serialize(found.Value, DefinitionWriter.Compact);
        }
        return (values, null);
    }

    private static Evaluation Field(object? field, Lookup visible) =>
        field is IReadOnlyDictionary<string, object?> record && record.GetValueOrDefault("type") is string && record.ContainsKey("value") && record.Count == 2
            ? Evaluating.Of(InputExpression.ReadBare(JsonSerializer.SerializeToElement(record)), visible) : new(field, null);
}
