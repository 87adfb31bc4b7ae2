namespace Mentorship.Flow;

/// <summary>Where a flowchart begins.</summary>
internal sealed class StartStep : StepKind
{
    public override NodeKind Kind => NodeKind.Start;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.Start"];
    public override void Enter(Run run, StepState step, FlowNode node) => run.Leave(step, "Done");
}

/// <summary>Ends its branch; the other branches go on.</summary>
internal sealed class EndStep : StepKind
{
    public override NodeKind Kind => NodeKind.End;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.End"];
    public override IReadOnlyList<string> Outcomes(FlowNode node) => [];
    public override void Enter(Run run, StepState step, FlowNode node) => run.EndBranch(step);
}

/// <summary>Ends the whole case and withdraws what is open.</summary>
internal sealed class FinishStep : StepKind
{
    public override NodeKind Kind => NodeKind.Finish;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.Finish"];
    public override IReadOnlyList<string> Outcomes(FlowNode node) => [];

    public override void Enter(Run run, StepState step, FlowNode node)
    {
        run.Replace(step with { Status = StepStatus.Done, Outcome = "Done", Trail = [] });
        Withdrawing.Everything(run, WithdrawReason.CaseFinished);
        run.EndCase(FlowStatus.Finished);
    }
}

/// <summary>Waits for what can still come (or goes on at the first arrival); the joining rule does the work before it starts.</summary>
internal sealed class JoinStep : StepKind
{
    public override NodeKind Kind => NodeKind.Join;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.FlowJoin"];
    public override void Enter(Run run, StepState step, FlowNode node) => run.Leave(step, "Done");

    public static bool TakesTheFirst(FlowNode node) => node.Kind == NodeKind.Join && node.Text("mode") == "WaitAny";

    public override void Check(FlowNode node, Inspection inspection)
    {
        if (node.Text("mode") is not (null or "WaitAll" or "WaitAllActive" or "WaitAny"))
            inspection.Error("UnknownMode", node, $"Слияние «{node.Name}»: неизвестный способ «{node.Text("mode")}». Выберите: ждать всех или первого.");
    }
}

/// <summary>Sends a token by each of its branches.</summary>
internal sealed class ParallelStep : StepKind
{
    public override NodeKind Kind => NodeKind.Parallel;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.FlowFork"];

    /// <summary>The branches it names; without them, every arrow that leaves it.</summary>
    public override IReadOnlyList<string> Outcomes(FlowNode node)
    {
        if (node.Json("branches") is { ValueKind: System.Text.Json.JsonValueKind.Array } branches)
        {
            string[] named = [.. branches.EnumerateArray().Where(b => b.ValueKind == System.Text.Json.JsonValueKind.String).Select(b => b.GetString()!).Distinct()];
            if (named.Length > 0) return named;
        }
        return ForeignStep.OutcomesDrawn(node);
    }

    public override bool MayEndBy(FlowNode node, string outcome) => false;

    public override void Enter(Run run, StepState step, FlowNode node) => run.Leave(step, "Done", [.. node.Outcomes]);
}

/// <summary>Fails on purpose: an administrator decides what follows.</summary>
internal sealed class FaultStep : StepKind
{
    public override NodeKind Kind => NodeKind.Fault;
    public override IReadOnlyList<string> Types { get; } = ["Elsa.Fault"];
    public override bool Waits(FlowNode node) => true;
    public override void Enter(Run run, StepState step, FlowNode node) => run.Hold(step, node.Text("message") ?? "Процесс остановлен шагом «Сбой».");
}

/// <summary>A type that cannot run here: kept, shown, and held for attention if a case ever comes to it.</summary>
internal sealed class UnknownStep : StepKind
{
    public override NodeKind Kind => NodeKind.Unknown;
    public override IReadOnlyList<string> Types { get; } = [];
    public override bool Waits(FlowNode node) => true;
    public override IReadOnlyList<string> Outcomes(FlowNode node) => ForeignStep.OutcomesGuessed(node);

    /// <summary>One that can approve does well by approving.</summary>
    public override string GoodAmong(IReadOnlyCollection<string> outcomes) => !outcomes.Contains(GoodOutcome) && outcomes.Contains(ForeignStep.Approved) ? ForeignStep.Approved : GoodOutcome;

    public override void Enter(Run run, StepState step, FlowNode node) => run.Hold(step, $"Неизвестный шаг «{node.Type}» здесь не выполняется.");

    public override void Check(FlowNode node, Inspection inspection) =>
        inspection.Error("UnknownType", node, $"Неизвестный шаг «{node.Name}» ({node.Type}) здесь не выполняется. Замените его шагом из палитры или удалите.");
}
