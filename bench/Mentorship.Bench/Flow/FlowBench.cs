using System.Diagnostics;
using Mentorship.Flow;

namespace Mentorship.Bench.Flow;

/// <summary>What the flow benchmark measured: medians over the rounds, the process warm.</summary>
/// <param name="BytesPerStep">Allocated per started step (start, three approvals, end).</param>
/// <param name="StateBytes">Length of the finished state as JSON.</param>
/// <param name="MillisecondsPerStepOf300">Engine time per decision in a process of 300 approvals that all meet in one join.</param>
public sealed record FlowFigures(string Bench, double InstancesPerSecond, double BytesPerStep, int StateBytes, double MillisecondsPerStepOf300);

/// <summary>Start → three approvals in a row → End on the pure engine, and one large process.</summary>
public static class FlowBench
{
    private const int Rounds = 9;
    private const int Instances = 20_000;
    private const int StepsPerInstance = 5;

    private static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;
    private static readonly string[] People = ["person:1"];

    public static FlowFigures Run()
    {
        FlowGraph graph = FlowGraph.From(ThreeInARow());
        FlowState state = Decide(graph);
        for (int i = 0; i < Instances; i++) Decide(graph);
        double[] perSecond = new double[Rounds];
        double[] bytes = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            long started = Stopwatch.GetTimestamp();
            for (int i = 0; i < Instances; i++) Decide(graph);
            perSecond[round] = Instances / Stopwatch.GetElapsedTime(started).TotalSeconds;
            bytes[round] = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)(Instances * StepsPerInstance);
        }
        return new("flow", Math.Round(Median(perSecond)), Math.Round(Median(bytes)), FlowStateJson.Write(state).Length, Math.Round(Large(), 4));
    }

    private static FlowState Decide(FlowGraph graph)
    {
        FlowResult result = FlowEngine.Start(graph, new CaseStarted(At));
        while (result.State.Status == FlowStatus.Running)
        {
            string step = result.Effects.OfType<PrepareStep>().Single().Step;
            result = FlowEngine.Apply(graph, result.State, new StepPrepared(At, step, People, StepSchedule.AtOnce));
            result = FlowEngine.Apply(graph, result.State, new Decided(At, step, People[0], "Approved"));
        }
        return result.State;
    }

    /// <summary>Three hundred at once: the state is as large as it gets, and each decision asks the joining rule.</summary>
    private static double Large()
    {
        FlowGraph graph = FlowGraph.From(AllMeetInOne(300));
        double[] perDecision = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            FlowState state = FlowEngine.Start(graph, new CaseStarted(At)).State;
            string[] steps = [.. state.OpenSteps.Select(s => s.Id)];
            foreach (string step in steps) state = FlowEngine.Apply(graph, state, new StepPrepared(At, step, People, StepSchedule.AtOnce)).State;
            long started = Stopwatch.GetTimestamp();
            foreach (string step in steps) state = FlowEngine.Apply(graph, state, new Decided(At, step, People[0], "Approved")).State;
            perDecision[round] = Stopwatch.GetElapsedTime(started).TotalMilliseconds / steps.Length;
        }
        return Median(perDecision);
    }

    private static ProcessDefinition ThreeInARow()
    {
        DefinitionBuilder process = new("0000000000000001", "bench", "Три согласования подряд");
        process.Root.Add("Elsa.Start", "start", "Начало");
        foreach (string id in new[] { "one", "two", "three" }) process.Root.Add("Mentorship.Approval", id, id).Text("approver", "role:deputy");
        process.Root.Add("Elsa.End", "end", "Конец");
        process.Root.Connect("start", "one").Connect("one", "two", "Approved").Connect("two", "three", "Approved").Connect("three", "end", "Approved");
        return process.Build();
    }

    private static ProcessDefinition AllMeetInOne(int count)
    {
        DefinitionBuilder process = new("0000000000000002", "bench-large", "Много согласований сразу");
        process.Root.Add("Elsa.Start", "start", "Начало");
        process.Root.Add("Elsa.FlowJoin", "join", "Слияние");
        for (int i = 0; i < count; i++)
        {
            process.Root.Add("Mentorship.Approval", $"s{i}", $"Согласование {i}").Text("approver", "role:deputy");
            process.Root.Connect("start", $"s{i}").Connect($"s{i}", "join", "Approved");
        }
        return process.Build();
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
