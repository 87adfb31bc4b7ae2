using System.Diagnostics;
using Mentorship.Flow;

namespace Mentorship.Bench.Flow;

/// <summary>What the flow benchmark measured: medians over the rounds, the process warm.</summary>
/// <param name="BytesPerStep">Allocated per started step (start, three approvals, end).</param>
/// <param name="StateBytes">Length of the finished state as JSON.</param>
/// <param name="StepsOf300">Milliseconds per step in a process of 300 approvals, by its shape: the decision and what it starts, its state read before and written after as a host does.</param>
/// <param name="Limit">What a step may take at most, in milliseconds.</param>
/// <param name="Ratio">The slowest shape by the limit: at most 1.</param>
public sealed record FlowFigures(string Bench, double InstancesPerSecond, double BytesPerStep, int StateBytes, IReadOnlyDictionary<string, double> StepsOf300, double Limit, double Ratio);

/// <summary>Start → three approvals in a row → End on the pure engine, and one large process.</summary>
public static class FlowBench
{
    private const int Rounds = 9;
    private const int Instances = 20_000;
    private const int StepsPerInstance = 5;
    private const int LargeSize = 300;
    private const double Limit = 1;

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
        Dictionary<string, double> large = new()
        {
            ["inARow"] = Large(InARow(LargeSize)), ["meetInOne"] = Large(AllMeetInOne(LargeSize)), ["inStages"] = Large(InStages(LargeSize, 20)),
        };
        return new("flow", Math.Round(Median(perSecond)), Math.Round(Median(bytes)), FlowStateJson.Write(state).Length, large, Limit, Math.Round(large.Values.Max() / Limit, 3));
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

    /// <summary>A whole case, event by event, with the state in and out of its text each time.</summary>
    private static double Large(ProcessDefinition definition)
    {
        FlowGraph graph = FlowGraph.From(definition);
        double[] perStep = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            long started = Stopwatch.GetTimestamp();
            FlowResult result = FlowEngine.Start(graph, new CaseStarted(At));
            string state = FlowStateJson.Write(result.State);
            Queue<string> toPrepare = new(result.Effects.OfType<PrepareStep>().Select(e => e.Step)), toDecide = new();
            int decisions = 0;
            while (toPrepare.Count + toDecide.Count > 0)
            {
                FlowState current = FlowStateJson.Read(state);
                // The host prepares what one event started within the same transaction.
                while (toPrepare.TryDequeue(out string? step))
                {
                    current = FlowEngine.Apply(graph, current, new StepPrepared(At, step, People, StepSchedule.AtOnce)).State;
                    toDecide.Enqueue(step);
                }
                result = FlowEngine.Apply(graph, current, new Decided(At, toDecide.Dequeue(), People[0], "Approved"));
                foreach (PrepareStep next in result.Effects.OfType<PrepareStep>()) toPrepare.Enqueue(next.Step);
                state = FlowStateJson.Write(result.State);
                decisions++;
            }
            perStep[round] = Stopwatch.GetElapsedTime(started).TotalMilliseconds / decisions;
            if (result.State.Status != FlowStatus.Finished || decisions != LargeSize) throw new InvalidOperationException("The large process did not run to its end");
        }
        return Math.Round(Median(perStep), 4);
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

    private static ProcessDefinition InARow(int count)
    {
        DefinitionBuilder process = new("0000000000000003", "bench-row", "Много согласований подряд");
        process.Root.Add("Elsa.Start", "start", "Начало");
        for (int i = 0; i < count; i++)
        {
            process.Root.Add("Mentorship.Approval", $"s{i}", $"Согласование {i}").Text("approver", "role:deputy");
            if (i == 0) process.Root.Connect("start", "s0");
            else process.Root.Connect($"s{i - 1}", $"s{i}", "Approved");
        }
        return process.Build();
    }

    /// <summary>As a roadmap is laid out: everything in every stage begins at once.</summary>
    private static ProcessDefinition InStages(int count, int stages)
    {
        DefinitionBuilder process = new("0000000000000004", "bench-stages", "Дорожная карта");
        for (int stage = 0; stage < stages; stage++)
        {
            int number = stage;
            process.Root.AddStage($"e{stage}", $"Этап {stage}", body =>
            {
                for (int i = 0; i < count / stages; i++) body.Add("Mentorship.Approval", $"e{number}-s{i}", $"Согласование {i}").Text("approver", "role:deputy");
                body.StartAll($"e{number}-start");
            });
        }
        process.Root.StartAll("start");
        return process.Build();
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
