using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>Gives a variable a value, where it is declared: the nearest container that has it, else the case.</summary>
internal sealed class SetVariableStep : StepKind
{
    public override NodeKind Kind => NodeKind.SetVariable;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.SetVariable"];

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        Evaluation value = Evaluating.Of(node.Activity.Inputs.GetValueOrDefault("value"), new Visible(run, step).TryGet);
        if (value.Error is { } error || NameOf(node) is not { } name)
        {
            run.Hold(step, $"Шаг «{node.Name}» не может присвоить значение: {value.Error ?? "не выбрана переменная."}");
            return;
        }
        Assign(run, step, node, name, value.Value);
        run.Leave(step, "Done");
    }

    /// <summary>The variable gets the value as its declared type keeps it.</summary>
    public static void Assign(Run run, StepState step, FlowNode node, string name, object? value)
    {
        object? fitting = DeclarationOf(run.Graph, node, name)?.Fit(value) ?? value;
        Visible.Set(run, step, name, fitting is object?[] or IReadOnlyDictionary<string, object?> ? JsonSerializer.Serialize(fitting, DefinitionWriter.Compact) : fitting);
    }

    /// <summary>The name of the variable, written by Elsa as <c>{"id":…,"name":…}</c>, by hand as a text.</summary>
    public static string? NameOf(FlowNode node)
    {
        if (!node.Activity.Json.TryGetProperty("variable", out JsonElement variable)) return null;
        if (variable.ValueKind == JsonValueKind.Object && variable.TryGetProperty("expression", out JsonElement expression) && expression.ValueKind == JsonValueKind.Object)
            expression.TryGetProperty("value", out variable);
        string? name = variable.ValueKind switch
        {
            JsonValueKind.Object => Activity.String(variable, "name"),
            JsonValueKind.String => variable.GetString(),
            _ => null
        };
        return string.IsNullOrWhiteSpace(name) ? null : name;
    }

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (NameOf(node) is not { } name)
            inspection.Error("NoVariable", node, $"Шаг «{node.Name}»: не выбрана переменная. Выберите её.");
        else if (VisibleNames.At(node, inspection.Variables) is { } known && !known.Contains(name))
            inspection.Error("UnknownVariable", node, $"Шаг «{node.Name}»: нет переменной «{name}». Добавьте её в процесс или выберите другую.");
        if (node.Activity.Inputs.TryGetValue("value", out InputExpression? value)) CheckInput(node, value, "Значение", inspection);
    }

    /// <summary>Where the drawing declares the variable that a step would change; null where it does not.</summary>
    public static ProcessVariable? DeclarationOf(FlowGraph graph, FlowNode node, string name)
    {
        for (FlowNode? at = node.Parent; at is not null; at = at.Parent)
            if (at.Declared.FirstOrDefault(v => v.Name == name) is { } declared) return declared;
        return graph.Definition.Variables.Concat(graph.Definition.Inputs).FirstOrDefault(v => v.Name == name);
    }
}

/// <summary>A step that says one text and goes on: what becomes of it is the host's part.</summary>
internal abstract class SayingStep(NodeKind kind, string type, string input, string missing) : StepKind
{
    private const int Longest = 1000;

    public override NodeKind Kind => kind;
    public override IReadOnlyList<string> Types { get; } = [type];

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        (string text, string? error) = Evaluating.Text(node.Activity.Inputs.GetValueOrDefault(input), new Visible(run, step).TryGet);
        if (error is not null || text.Trim().Length == 0)
        {
            run.Hold(step, $"Шаг «{node.Name}»: {error ?? missing}");
            return;
        }
        run.Effects.Add(Say(step, text.Length > Longest ? text[..Longest] : text));
        run.Leave(step, "Done");
    }

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (!node.Activity.Inputs.TryGetValue(input, out InputExpression? said) || said is { Type: "Literal" } && string.IsNullOrWhiteSpace(said.Text))
            inspection.Error("NothingSaid", node, $"Шаг «{node.Name}»: {missing} Впишите её.");
        else CheckInput(node, said, "Шаг", inspection);
    }

    protected abstract Effect Say(StepState step, string text);
}

/// <summary>Renames the case.</summary>
internal sealed class SetNameStep() : SayingStep(NodeKind.SetName, "Elsa.SetName", "value", "не написана надпись, под которой дело будет видно в списках.")
{
    protected override Effect Say(StepState step, string text) => new RenameCase(step.Id, step.NodeId, text);
}

/// <summary>Marks the case, so that an event can be meant for it alone.</summary>
internal sealed class CorrelateStep() : SayingStep(NodeKind.Correlate, "Elsa.Correlate", "correlationId", "не написана метка дела.")
{
    protected override Effect Say(StepState step, string text) => new CorrelateCase(step.Id, step.NodeId, text);
}

/// <summary>Writes a line into the history of the case.</summary>
internal sealed class WriteLineStep() : SayingStep(NodeKind.WriteLine, "Elsa.WriteLine", "text", "не написана строка для истории дела.")
{
    protected override Effect Say(StepState step, string text) => new NoteLine(step.Id, step.NodeId, text);
}
