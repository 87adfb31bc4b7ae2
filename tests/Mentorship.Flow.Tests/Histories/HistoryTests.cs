using System.Runtime.CompilerServices;
using Mentorship.Flow.Tests.Nodes;
using Mentorship.Flow.Tests.TakingBack;

namespace Mentorship.Flow.Tests.Histories;

/// <summary>
/// Recorded histories, replayed. To record one deliberately: add its case to <see cref="Cases"/> (or delete its file where the rules
/// were meant to change), run <c>MENTORSHIP_RECORD=1 dotnet test tests/Mentorship.Flow.Tests --filter Recorded</c>, and commit the file.
/// What is there is never written over.
/// </summary>
public sealed class HistoryTests
{
    private static readonly Dictionary<string, Func<CaseHost>> Cases = new()
    {
        ["rework-in-a-branch"] = () => Asked(ReworkInABranch()).Decide("finance", "Returned").Decide("legal").Decide("rework").Decide("finance").Decide("head", "Rejected"),
        ["first-of-two"] = () => Asked(FirstOfTwo()).Decide("b"),
        ["first-of-two-by-rules-1"] = () => Asked(FirstOfTwo()).Decide("b"),
        ["kindergarten"] = () => Shipped("000_kindergarten"),
        ["order-pairs"] = () => Shipped("order-pairs"),
        ["order-roadmap"] = () => Shipped("order-roadmap"),
        ["quorum"] = () => Quorum().Decide("step", "Approved", "person:a").Decide("step", "Rejected", "person:b").Decide("step", "Approved", "person:c"),
        ["in-turn-and-handed-over"] = () => InTurn().Apply(new WorkHandedOver(Some.Morning, "step#1", "person:b", "person:d")).Decide("step", "Approved", "person:a").Decide("step", "Returned", "person:d"),
        ["recurrence"] = () => Monthly().Apply(new TimerFired(Some.Morning.AddDays(30), "step#1", "open:2026-10")).Decide("step", "Done", occurrence: "2026-09").Decide("step", "Done", occurrence: "2026-10"),
        ["fault-retried-and-skipped"] = () => Asked(ReworkInABranch()).Apply(new StepFailed(Some.Morning, "legal#1", "сбой")).Apply(new StepRetried(Some.Morning, "legal#1")).Apply(new StepSkipped(Some.Morning, "legal#1", "Approved")).Decide("finance"),
        ["moved-to-another-version"] = () => Asked(ReworkInABranch()).Decide("finance").Move(WithALawyer()).Decide("legal").Decide("head").Decide("lawyer"),
        ["each-pair"] = () => EachPair().Decide("meet", "Done").Decide("meet", "NotDone").Apply(new StepSkipped(Some.Morning, "meet#3")).Decide("after", "Done"),
        ["each-approval"] = () => EachApproval().Decide("ask", "Rejected").Decide("ask").Decide("ask"),
        ["each-approval-by-rules-2"] = () => ByRules(2, EachApproval()).Decide("ask", "Rejected").Decide("ask").Decide("ask").Decide("ask"),
        ["child-gives-back"] = () => ChildGivesBack().Apply(new ChildEnded(Some.Morning, "run#1", "Done", new Dictionary<string, object?> { ["total"] = 7.0, ["title"] = "план" })).Decide("after", "Done"),
        ["survey-sums-up"] = () => SurveySumsUp().Decide("ask", "Done", "person:a").Decide("ask", "Done", "person:b").Decide("after", "Done"),
        ["taken-back-and-decided-again"] = TakenBackAndDecidedAgain,
        ["cancelled"] = () => Asked(ReworkInABranch()).Decide("finance").Apply(new CaseCancelled(Some.Morning, "ошибка"))
    };

    public static TheoryData<string> Recorded => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Histories"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Replayed_GivesTheRecordedStatesAndEffects(string name) =>
        RecordedHistory.Replay(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Histories", name + ".json")));

    [Fact]
    public void Recorded_EveryCaseIsThere()
    {
        string folder = Path.GetDirectoryName(ThisFile())!;
        bool records = Environment.GetEnvironmentVariable("MENTORSHIP_RECORD") == "1";
        foreach ((string name, Func<CaseHost> play) in Cases)
        {
            string file = Path.Combine(records ? folder : Path.Combine(AppContext.BaseDirectory, "Histories"), name + ".json");
            if (records && !File.Exists(file)) File.WriteAllText(file, RecordedHistory.Record(play(), name.Split("-by-rules-") is [_, var older] ? int.Parse(older, System.Globalization.CultureInfo.InvariantCulture) : FlowState.CurrentRules));
            Assert.True(File.Exists(file), $"The history «{name}» is not recorded.");
        }
    }

    [Fact]
    public void NewerRules_AreRefusedBySentenceAndTheStateIsKept()
    {
        CaseHost host = Asked(ReworkInABranch());
        string newer = FlowStateJson.Write(host.State).Replace($"\"rules\":{FlowState.CurrentRules}", "\"rules\":99", StringComparison.Ordinal).Replace("\"Approval\"", "\"Telepathy\"", StringComparison.Ordinal);
        FlowState read = FlowStateJson.Read(newer);
        Assert.Equal("NewerRules", FlowEngine.Apply(host.Graph, read, new Decided(Some.Morning, "legal#1", "person:one", "Approved")).Refusal!.Code);
        Assert.Equal("NewerRules", FlowEngine.Move(host.Graph, host.Graph, read, Some.Morning).Refusal!.Code);
        Assert.Equal(newer, FlowStateJson.Write(read));
    }

    /// <summary>What b brings to the join: by the first rules the parting at G counts though its other branch is over, by the second the one that others carry.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void OlderRules_AreKeptTo(int rules, bool otherGoesOn)
    {
        CaseHost host = ByRules(rules, Asked(FirstOfTwo()));
        host.Decide("b");
        Assert.Equal(rules, host.State.Rules);
        Assert.Equal(otherGoesOn, host.Open.Contains("x"));
    }

    /// <summary>Two of four concur: by the second rules nobody was counted who did not leave by Done.</summary>
    [Theory]
    [InlineData(2, "ask ask")]
    [InlineData(3, "after")]
    public void OlderRules_CountDoneAlone(int rules, string open)
    {
        CaseHost host = ByRules(rules, EachApproval());
        host.Decide("ask").Decide("ask");
        Assert.Equal(open, string.Join(' ', host.Open));
    }

    private static string ThisFile([CallerFilePath] string file = "") => file;

    private static CaseHost ByRules(int rules, CaseHost host)
    {
        host.State = FlowStateJson.Read(FlowStateJson.Write(host.State).Replace($"\"rules\":{FlowState.CurrentRules}", $"\"rules\":{rules}", StringComparison.Ordinal));
        return host;
    }

    private static CaseHost Asked(ProcessDefinition definition) => new CaseHost(definition).Start();

    private static ProcessDefinition ReworkInABranch() => Some.Process(root =>
    {
        root.Add("Elsa.Start", "start", "Начало");
        foreach (string id in new[] { "legal", "finance", "rework", "head" }) root.Add("Mentorship.Approval", id, id);
        root.Add("Elsa.FlowJoin", "join", "Слияние");
        root.Connect("start", "legal").Connect("start", "finance").Connect("legal", "join", "Approved").Connect("finance", "join", "Approved")
            .Connect("finance", "rework", "Returned").Connect("rework", "finance", "Approved").Connect("join", "head");
    });

    /// <summary>The same with somebody more beside the first two, and another order of asking the last.</summary>
    private static ProcessDefinition WithALawyer() => Some.Process(root =>
    {
        root.Add("Elsa.Start", "start", "Начало");
        foreach (string id in new[] { "legal", "finance", "rework", "lawyer" }) root.Add("Mentorship.Approval", id, id);
        root.Add("Mentorship.Approval", "head", "head").Text("mode", "any");
        root.Add("Elsa.FlowJoin", "join", "Слияние");
        root.Connect("start", "legal").Connect("start", "finance").Connect("start", "lawyer").Connect("legal", "join", "Approved").Connect("finance", "join", "Approved")
            .Connect("finance", "rework", "Returned").Connect("rework", "finance", "Approved").Connect("join", "head");
    });

    private static CaseHost EachPair()
    {
        string meet = Drawn.Task("meet", Drawn.Input("notDone", "Literal", "true"));
        CaseHost host = new(Drawn.InARow(Drawn.Activity("loop", "Elsa.ParallelForEach", $"{Drawn.Input("items", "Literal", "pairs")}{Drawn.Input("enough", "Literal", "2")},\"body\":{meet}"), Drawn.Task("after")));
        host.Collections["pairs"] = [.. Enumerable.Range(1, 4).Select(n => new LoopItem($"pair:{n}", $"Пара {n}", new Dictionary<string, object?> { ["mentor"] = $"person:{n}" }))];
        return host.Start();
    }

    private static CaseHost ChildGivesBack() => new CaseHost(Drawn.With($"\"variables\":[{Drawn.Variable("sum", "Int32", "0")},{Drawn.Variable("who", "String", "")}],",
        Drawn.Activity("run", "Elsa.ExecuteWorkflow", ",\"workflowDefinitionId\":\"child\"" + Drawn.Input("outputs", "Object", """{"sum":"total","who":"title"}""")), Drawn.Task("after"))).Start();

    private static CaseHost SurveySumsUp()
    {
        CaseHost host = new(Drawn.With($"\"variables\":[{Drawn.Variable("mean", "Double", "0")}],",
            Drawn.Activity("ask", "Mentorship.Survey", Drawn.Input("people", "Literal", "role:mentor") + Drawn.Input("form", "Object", """{"questions":[{"kind":"scale","text":"Помогает?","field":"mean"}]}""")), Drawn.Task("after")));
        host.Answers["ask"] = (["person:a", "person:b"], StepSchedule.AtOnce);
        host.Sums["ask"] = new() { ["mean"] = 4.5 };
        return host.Start();
    }

    private static CaseHost EachApproval()
    {
        string ask = Drawn.Activity("ask", "Mentorship.Approval", Drawn.Input("approver", "Literal", "relation:mentor"));
        CaseHost host = new(Drawn.InARow(Drawn.Activity("loop", "Elsa.ParallelForEach", $"{Drawn.Input("items", "Object", "[1,2,3,4]")}{Drawn.Input("enough", "Literal", "2")},\"body\":{ask}"), Drawn.Task("after")));
        return host.Start();
    }

    private static CaseHost TakenBackAndDecidedAgain()
    {
        Diary diary = new(ReworkInABranch());
        diary.Decide("finance", "Approved");
        Decided legal = diary.Decide("legal", "Approved");
        diary.TakeBack(legal);
        diary.Decide("legal", "Returned");
        return diary.Host;
    }

    private static ProcessDefinition FirstOfTwo() => Some.Process(root =>
    {
        root.Add("Elsa.Start", "start", "Начало");
        foreach (string id in new[] { "x", "b" }) root.Add("Mentorship.Approval", id, id);
        root.Add("Elsa.FlowFork", "fork", "Разветвление");
        root.Add("Elsa.FlowJoin", "first", "Первый").Text("mode", "WaitAny");
        root.Add("Elsa.End", "end", "Конец");
        root.Add("Mentorship.Approval", "last", "last");
        root.Connect("start", "x").Connect("start", "b").Connect("b", "fork", "Approved").Connect("fork", "end", "а").Connect("fork", "first", "б").Connect("first", "last");
    });

    /// <summary>A process of the library: the first open step by its first outcome, but every third by its last.</summary>
    private static CaseHost Shipped(string name)
    {
        CaseHost host = Asked(Some.Workflow(name));
        for (int i = 1; i <= 15 && host.State.OpenSteps.FirstOrDefault(s => s.Participants.Count > 0) is { } step; i++)
            host.Decide(step.NodeId, i % 3 == 0 ? host.Graph.Node(step.NodeId).Outcomes[^1] : host.Graph.Node(step.NodeId).Outcomes[0]);
        return host;
    }

    private static CaseHost Quorum() => With(Some.OneStep("Mentorship.Approval", s => s.Text("mode", "quorum:2")), ["person:a", "person:b", "person:c"], StepSchedule.AtOnce);

    private static CaseHost InTurn() => With(Some.OneStep("Mentorship.Approval", s => s.Text("mode", "sequence")), ["person:a", "person:b", "person:c"], StepSchedule.AtOnce);

    private static CaseHost Monthly() => With(Some.OneStep("Mentorship.Task"), ["person:a"], new StepSchedule(ScheduleKind.Window,
        [new Occurrence("2026-09", null, Some.Morning.AddDays(20), null), new Occurrence("2026-10", Some.Morning.AddDays(30), Some.Morning.AddDays(50), null)]));

    private static CaseHost With(ProcessDefinition definition, string[] people, StepSchedule schedule)
    {
        CaseHost host = new(definition);
        host.Answers["step"] = (people, schedule);
        return host.Start();
    }
}
