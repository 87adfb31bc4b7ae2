using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>Runs its body for each item, in turn or all together, until all or enough of them are done.</summary>
internal sealed class ForEachStep : ContainerStep
{
    public const string Together = "Elsa.ParallelForEach";
    private const string NotEnough = "NotEnough";
    private static readonly IReadOnlyList<string> EnoughOrNot = ["Done", NotEnough];

    public override NodeKind Kind => NodeKind.ForEach;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.ForEach", Together];
    public override IEnumerable<Activity> ChildrenOf(Activity activity) => activity.Children.Where(c => c.Port == "body");
    public override FlowScope Wire(FlowNode owner, FlowNode[] inner) => Loose(owner, inner);
    public override IReadOnlyList<string> Outcomes(FlowNode node) => node.Text("enough") is null ? JustDone : EnoughOrNot;

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        Evaluation items = Evaluating.Of(Items(node), new Visible(run, step).TryGet);
        if (items.Error is { } error) run.Hold(step, $"Перебор «{node.Name}» не может начаться: {error}");
        else if (LoopItems.CollectionOf(items.Value) is { } collection)
        {
            run.Replace(step with { Status = StepStatus.Preparing, Reason = null });
            run.Effects.Add(new PrepareItems(step.Id, node.Id, collection) { Values = Visible.Values(run, step) });
        }
        else Begin(run, step, node, LoopItems.Of(items.Value));
    }

    /// <summary>The items are known: the first begins, or all of them do.</summary>
    public static void Begin(Run run, StepState step, FlowNode node, IReadOnlyList<LoopItem> items)
    {
        if (items.Count > LoopItems.Most)
        {
            run.Hold(step, $"Перебор «{node.Name}»: {items.Count} — это слишком много за один раз. Разделите его: не больше {LoopItems.Most}.");
            return;
        }
        Open(run, step with { Items = items }, node);
        if (node.Inner!.Start < 0 || IsEnough(run, run.Find(step.Id)!, node)) return; // the container is looked at next, and left
        if (node.Type != Together) Next(run, step.Id, node);
        else while (run.Status == FlowStatus.Running && run.Find(step.Id) is { HoldsSteps: true, Items.Count: > 0 }) Next(run, step.Id, node);
    }

    public override bool GoOn(Run run, StepState step, FlowNode node, bool isEmpty)
    {
        bool isEnough = node.Text("enough") is not null && IsEnough(run, step, node);
        if (isEnough)
        {
            Withdrawing.Inside(run, step, WithdrawReason.EnoughAreDone);
            run.Leave(run.Find(step.Id)!, "Done");
            return true;
        }
        if (!isEmpty) return false;
        if (step.Items.Count > 0 && node.Inner!.Start >= 0) Next(run, step.Id, node);
        else run.Leave(step, node.Text("enough") is null || node.Inner!.Start < 0 ? "Done" : NotEnough);
        return true;
    }

    public override bool MayEndBy(FlowNode node, string outcome) => outcome == "Done";

    /// <summary>Had there been enough, it would be over already.</summary>
    public override string BrokenOutcome(FlowNode node) => node.Outcomes[^1];

    /// <summary>The names that the body sees of its item; null where they only show when it runs.</summary>
    public static IReadOnlySet<string>? NamesInside(FlowNode node)
    {
        HashSet<string> names = [LoopNames.Value, LoopNames.Index, LoopNames.Title];
        if (Items(node) is not { } items) return names;
        if (!IsWrittenDown(items, out object? value)) return null;
        names.UnionWith(LoopItems.CollectionOf(value) is null ? LoopItems.Of(value).SelectMany(i => i.Values?.Keys ?? []) : LoopItems.NamesOfPeople);
        return names;
    }

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (Items(node) is not { } items)
            inspection.Error("NoItems", node, $"Перебор «{node.Name}»: не указано, что перебирать. Выберите пары, людей или список.");
        else
        {
            CheckInput(node, items, "Перебор", inspection);
            if (items is { Type: "Object", Value.ValueKind: JsonValueKind.String } && Evaluating.Json(items.Text!) is null)
                inspection.Error("NoItems", node, $"Перебор «{node.Name}»: список записан с ошибкой. Запишите его как [\"первое\", \"второе\"].");
        }
        CheckEnough(node, inspection);
    }

    private static void CheckEnough(FlowNode node, Inspection inspection)
    {
        if (node.Text("enough") is not { } enough) return;
        if (Share.Read(enough) is not { } share)
            inspection.Error("BadEnough", node, $"Перебор «{node.Name}»: «{enough}» – не число больше нуля и не процент до 100. Впишите, сколько достаточно, например: все, 5 или 60 %.");
        else if (share.Number is { } number && Count(node, inspection) is { } items and > 0 && number > items)
            inspection.Warning("MoreThanAsked", node, $"Перебор «{node.Name}»: достаточно {number}, а перебирать только {items}. Он закончится, когда хорошо закончатся все; уменьшите число или дополните список.");
    }

    /// <summary>How many it goes through, where that is known before it runs: a list that is written down, people whom the institution counts.</summary>
    private static int? Count(FlowNode node, Inspection inspection)
    {
        if (Items(node) is not { } items || !IsWrittenDown(items, out object? value)) return null;
        if (LoopItems.CollectionOf(value) is not { } collection) return LoopItems.Of(value).Count;
        return LoopItems.PeopleOf(collection) is { } people ? inspection.CountPeople(people, oneByOne: true) : null;
    }

    /// <summary>The list stands in the definition itself.</summary>
    private static bool IsWrittenDown(InputExpression items, out object? value)
    {
        bool isHere = items.Type is "Literal" or "Object";
        value = isHere ? Evaluating.Of(items, (string _, out object? none) => { none = null; return false; }).Value : null;
        return isHere;
    }

    private static InputExpression? Items(FlowNode node) => node.Activity.Inputs.GetValueOrDefault("items");

    private static void Next(Run run, string stepId, FlowNode node)
    {
        StepState step = run.Find(stepId)!;
        LoopItem item = step.Items[0];
        int index = run.Steps.Count(s => s.Scope == stepId);
        run.Replace(step with { Items = [.. step.Items.Skip(1)] });
        Dictionary<string, object?> values = new(item.Values ?? StepState.NoValues, StringComparer.Ordinal)
        {
            [LoopNames.Value] = item.Value, [LoopNames.Index] = (double)index, [LoopNames.Title] = item.Title ?? Script.Text(item.Value)
        };
        if (OutputName(run, node) is { } name) values[name] = item.Value;
        run.Begin(stepId, node.Inner!.Nodes[0], values);
    }

    /// <summary>The variable that Elsa's <c>currentValue</c> output points at.</summary>
    private static string? OutputName(Run run, FlowNode node)
    {
        if (!node.Activity.Json.TryGetProperty("currentValue", out JsonElement output) || output.ValueKind != JsonValueKind.Object
            || !output.TryGetProperty("memoryReference", out JsonElement memory) || memory.ValueKind != JsonValueKind.Object || Activity.String(memory, "id") is not { } id) return null;
        IEnumerable<ProcessVariable> declared = run.Graph.Definition.Variables;
        for (FlowNode? at = node.Parent; at is not null; at = at.Parent) declared = at.Declared.Concat(declared);
        return declared.FirstOrDefault(v => v.Id == id)?.Name;
    }

    /// <summary>Those whose body was left well are as many as the rule asks for; without a rule the loop goes through all.</summary>
    private static bool IsEnough(Run run, StepState step, FlowNode node)
    {
        List<StepState> begun = run.Steps.FindAll(s => s.Scope == step.Id);
        string good = run.Rules > 2 ? node.Inner!.Nodes[0].GoodOutcome : "Done";
        int done = begun.Count(s => s.Status is StepStatus.Done or StepStatus.Skipped && s.Outcome == good);
        return Share.Read(node.Text("enough")) is { } share && done >= share.Of(begun.Count + step.Items.Count);
    }
}
