using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>What a child process gives back: <c>outputs</c> names a variable of the parent and the variable of the child whose last value it gets.</summary>
public static class ChildOutputs
{
    private const string Input = "outputs";

    /// <summary>Of the child's variables those that the step asks for, to be told with <see cref="ChildEnded"/>; null where it asks for none.</summary>
    /// <param name="step">The step that started the child.</param>
    /// <param name="child">The child as it ended.</param>
    public static IReadOnlyDictionary<string, object?>? Wanted(FlowNode step, FlowState child)
    {
        Dictionary<string, object?> wanted = new(StringComparer.Ordinal);
        foreach ((_, string theirs) in Read(step).Pairs)
            if (child.Variables.TryGetValue(theirs, out object? value)) wanted[theirs] = value;
        return wanted.Count > 0 ? wanted : null;
    }

    /// <summary>Gives the parent's variables their values; what the child does not have changes nothing.</summary>
    internal static void Take(Run run, StepState step, FlowNode node, IReadOnlyDictionary<string, object?> outputs)
    {
        foreach ((string ours, string theirs) in Read(node).Pairs)
            if (outputs.TryGetValue(theirs, out object? value)) SetVariableStep.Assign(run, step, node, ours, value);
    }

    internal static void Check(FlowNode node, Inspection inspection, bool waits, string? process)
    {
        ((string Ours, string Theirs)[] pairs, string? problem) = Read(node);
        if (problem is not null)
        {
            inspection.Error("BadOutputs", node, $"Шаг «{node.Name}»: {problem}");
            return;
        }
        if (pairs.Length > 0 && !waits)
            inspection.Error("BadOutputs", node, $"Шаг «{node.Name}» не ждёт конца процесса, поэтому взять из него нечего. Включите ожидание или уберите то, что он возвращает.");
        IReadOnlySet<string>? known = VisibleNames.At(node, inspection.Variables);
        IReadOnlySet<string>? theirNames = process is null ? null : inspection.IsItself(process) ? inspection.Variables : inspection.Context.VariablesOf?.Invoke(process);
        foreach ((string ours, string theirs) in pairs)
        {
            if (known?.Contains(ours) == false)
                inspection.Error("UnknownVariable", node, $"Шаг «{node.Name}» кладёт итог в переменную «{ours}», которой здесь нет. Добавьте её в процесс или выберите другую.");
            if (theirNames?.Contains(theirs) == false)
                inspection.Error("UnknownVariable", node, $"Шаг «{node.Name}» берёт переменную «{theirs}», которой нет в процессе «{process}». Добавьте её туда или выберите другую.");
        }
    }

    private static ((string Ours, string Theirs)[] Pairs, string? Problem) Read(FlowNode node)
    {
        if (!node.Activity.Inputs.ContainsKey(Input)) return ([], null);
        if (node.Json(Input) is not { ValueKind: JsonValueKind.Object } record || record.EnumerateObject().Any(f => f.Value.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(f.Value.GetString())))
            return ([], "то, что процесс возвращает, пишется как { \"переменная здесь\": \"переменная там\" }.");
        return ([.. record.EnumerateObject().Select(f => (f.Name, f.Value.GetString()!))], null);
    }
}
