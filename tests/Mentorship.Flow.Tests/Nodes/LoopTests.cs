namespace Mentorship.Flow.Tests.Nodes;

/// <summary>ForEach in turn and in parallel: each round is a scope of its own.</summary>
public sealed class LoopTests
{
    private static readonly LoopItem[] Pairs =
    [
        new("pair:1", "Иванова — Петров", new Dictionary<string, object?> { ["mentor"] = "person:a", ["mentee"] = "person:b" }),
        new("pair:2", "Сидорова — Котов", new Dictionary<string, object?> { ["mentor"] = "person:c", ["mentee"] = "person:d" }),
        new("pair:3", "Белова — Львов", new Dictionary<string, object?> { ["mentor"] = "person:e", ["mentee"] = "person:f" })
    ];

    private static string Loop(bool together, string items, string body, string more = "") =>
        Drawn.Activity("loop", together ? "Elsa.ParallelForEach" : "Elsa.ForEach", $"{items}{more},\"body\":{body}");

    private static string Collection(string name) => Drawn.Input("items", "Literal", name);

    private static CaseHost Start(params string[] activities)
    {
        CaseHost host = new(Drawn.With($"\"variables\":[{Drawn.Variable("sum", "Int32", "0")}],", activities));
        host.Collections["pairs"] = Pairs;
        return host.Start();
    }

    [Fact]
    public void InTurn_OneAfterAnotherWithTheItemInSight()
    {
        CaseHost host = Start(Loop(false, Collection("pairs"), Drawn.Task("meet")), Drawn.Task("after"));
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(["meet"], host.Open);
            PrepareStep asked = host.Effects.OfType<PrepareStep>().Last();
            Assert.Equal((Pairs[i].Values!["mentor"], "pair:" + (i + 1), (double)i), (asked.Values["mentor"], asked.Values["CurrentValue"], asked.Values["CurrentIndex"]));
            Assert.Equal((Pairs[i].Title, 1), (host.Effects.OfType<OpenWork>().Last().Item, host.Effects.OfType<OpenWork>().Last().Round));
            host.Decide("meet", "Done");
        }
        Assert.Equal(["after"], host.Open);
    }

    [Fact]
    public void Together_AllAtOnceAndTheStateIsTheSameBytes()
    {
        CaseHost host = Start(Loop(true, Collection("pairs"), Drawn.Flowchart("body", "", Drawn.Task("meet"), Drawn.Task("report"))), Drawn.Task("after"));
        Assert.Equal(3, host.State.Steps.Count(s => s.NodeId == "meet" && s.IsLive));
        host.Apply(new Decided(host.Now, "meet#2", "person:one", "Done"));
        Assert.Equal(["meet", "meet", "report"], host.Open);
        string json = FlowStateJson.Write(host.State);
        Assert.Equal(json, FlowStateJson.Write(FlowStateJson.Read(json)));
        host.State = FlowStateJson.Read(json);
        Assert.Equal("Сидорова — Котов", host.Effects.OfType<OpenWork>().Last().Item);
        host.Decide("report", "Done").Decide("meet", "Done").Decide("meet", "Done").Decide("report", "Done").Decide("report", "Done");
        Assert.Equal(["after"], host.Open);
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData("60 %", 2)]
    [InlineData("33%", 1)]
    [InlineData("all", 3)]
    [InlineData("7", 3)]
    public void Enough_WithdrawsTheOthersWithAReason(string enough, int needed)
    {
        CaseHost host = Start(Loop(true, Collection("pairs"), Drawn.Task("meet"), Drawn.Input("enough", "Literal", enough)), Drawn.Task("after"));
        host.Told();
        for (int i = 0; i < needed; i++) host.Decide("meet", "Done");
        Assert.Equal(["after"], host.Open);
        Assert.Equal(3 - needed, host.Told().Count(e => e is WithdrawWork { Reason: WithdrawReason.EnoughAreDone }));
    }

    [Theory]
    [InlineData("Mentorship.Approval", "Approved", "Rejected")]
    [InlineData("Mentorship.Signature", "Signed", "Returned")]
    [InlineData("Mentorship.Task", "Done", "NotDone")]
    public void Enough_CountsABodyThatIsOneStepByItsGoodOutcome(string type, string good, string bad)
    {
        CaseHost host = Start(Loop(true, Collection("pairs"), Drawn.Activity("ask", type, Drawn.Input("notDone", "Literal", "true")), Drawn.Input("enough", "Literal", "2")), Drawn.Task("after"));
        Assert.Equal(good, host.Graph.Node("ask").GoodOutcome);
        host.Decide("ask", bad).Decide("ask", good);
        Assert.Equal(["ask"], host.Open);
        Assert.Equal(["after"], host.Decide("ask", good).Open);
    }

    [Theory]
    [InlineData(true, "", "after")]
    [InlineData(false, "", "after")]
    [InlineData(true, "2", "")]
    public void Break_LeavesTheNearestLoopAndWithdrawsWhatIsOpenInIt(bool together, string enough, string open)
    {
        string no = Drawn.Activity("no", "Elsa.If", $"{Drawn.Input("condition", "JavaScript", "variables.ask === 'Rejected'")},\"then\":{Drawn.Activity("break", "Elsa.Break")}");
        string body = Drawn.Activity("body", "Elsa.Sequence", $",\"activities\":[{Drawn.Activity("ask", "Mentorship.Approval", ",\"approver\":\"relation:mentor\"")},{no},{Drawn.Task("meet")}]");
        CaseHost host = Start(Loop(together, Collection("pairs"), body, enough.Length > 0 ? Drawn.Input("enough", "Literal", enough) : ""), Drawn.Task("after"));
        host.Decide("ask").Told();
        if (!together) host.Decide("meet", "Done");
        host.Decide("ask", "Rejected");
        Assert.Equal(open, string.Join(' ', host.Open));
        Assert.Equal(together ? 2 : 0, host.Told().Count(e => e is WithdrawWork { Reason: WithdrawReason.BranchNotNeeded }));
        if (enough.Length > 0) Assert.Equal("NotEnough", host.State.Steps.Single(s => s.NodeId == "loop").Outcome);
    }

    [Fact]
    public void Break_OutsideALoop_IsAnErrorAndNeedsAttention()
    {
        ProcessDefinition lost = Drawn.InARow(Drawn.Task("ask"), Drawn.Activity("break", "Elsa.Break"));
        Assert.Contains(GraphChecker.Check(lost), p => p is { Code: "BreakOutsideLoop", Severity: Severity.Error, NodeId: "break" });
        Assert.True(new CaseHost(lost).Start().Decide("ask", "Done").State.NeedsAttention);
        ProcessDefinition inside = Drawn.InARow(Drawn.Activity("loop", "Elsa.While", $"{Drawn.Input("condition", "JavaScript", "true")},\"body\":{Drawn.Flowchart("body", "", Drawn.Task("ask"), Drawn.Activity("break", "Elsa.Break"))}"), Drawn.Task("after"));
        Assert.DoesNotContain(GraphChecker.Check(inside), p => p.Severity == Severity.Error);
        Assert.Equal(["after"], new CaseHost(inside).Start().Decide("ask", "Done").Open);
    }

    [Fact]
    public void Enough_InTurn_AsksNobodyAfterEnoughSigned()
    {
        CaseHost host = Start(Loop(false, Collection("pairs"), Drawn.Activity("ask", "Mentorship.Signature"), Drawn.Input("enough", "Literal", "1")), Drawn.Task("after"));
        Assert.Equal(["after"], host.Decide("ask", "Signed").Open);
    }

    [Fact]
    public void Enough_ThatNeverComesAbout_LeavesByNotEnough()
    {
        string body = Drawn.Activity("body", "Elsa.Flowchart", $$""","activities":[{{Drawn.Activity("ask", "Mentorship.Approval", ",\"approver\":\"relation:mentor\"")}},{{Drawn.Activity("no", "Elsa.Complete", Drawn.Input("outcomes", "Literal", "Отказ"))}}],"connections":[{{Drawn.Arrow("ask", "no", "Rejected")}}]""");
        string root = Drawn.Activity("flow", "Elsa.Flowchart", $$""","activities":[{{Loop(true, Collection("pairs"), body, Drawn.Input("enough", "Literal", "2"))}},{{Drawn.Task("few")}}],"connections":[{{Drawn.Arrow("loop", "few", "NotEnough")}}]""");
        CaseHost host = new(Some.Read($$"""{"id":"1","definitionId":"d","name":"n","root":{{root}} }"""));
        host.Collections["pairs"] = Pairs;
        host.Start().Decide("ask").Decide("ask", "Rejected");
        Assert.Equal(["ask"], host.Open);
        Assert.Equal(["few"], host.Decide("ask", "Rejected").Open);
    }

    [Theory]
    [InlineData("Object", "[\"а\",\"б\"]", "а б")]
    [InlineData("Literal", "а, б", "а б")]
    [InlineData("JavaScript", "['а', 2]", "а 2")]
    [InlineData("Object", "[{\"name\":\"Иванова\",\"sum\":3}]", "Иванова")]
    [InlineData("Object", "[]", "")]
    public void Items_AreTakenFromAnyOfTheirForms(string type, string value, string titles)
    {
        CaseHost host = Start(Loop(true, Drawn.Input("items", type, value), Drawn.Task("meet")), Drawn.Task("after"));
        Assert.Equal(titles, string.Join(' ', host.Effects.OfType<OpenWork>().Where(o => o.NodeId == "meet").Select(o => o.Item)));
        if (titles.Length == 0) Assert.Equal(["after"], host.Open);
    }

    [Fact]
    public void Variables_OfARoundHideThoseOfTheCase()
    {
        string set = Drawn.Activity("set", "Elsa.SetVariable", $$""","variable":{"id":"v","name":"sum"}{{Drawn.Input("value", "JavaScript", "variables.sum + variables.CurrentIndex")}}""");
        string line = Drawn.Activity("line", "Elsa.WriteLine", Drawn.Input("text", "Variable", "sum"));
        string body = Drawn.Flowchart("body", $",\"variables\":[{Drawn.Variable("sum", "Int32", "10")}]", set, line);
        CaseHost host = Start(Loop(true, Collection("pairs"), body), Drawn.Task("after"));
        Assert.Equal(["10", "11", "12"], host.Effects.OfType<NoteLine>().Select(n => n.Text));
        Assert.Equal(0.0, host.State.Variables["sum"]);
    }

    [Fact]
    public void CurrentValue_MayBeGivenToAVariableAsElsaDoes()
    {
        string line = Drawn.Activity("line", "Elsa.WriteLine", Drawn.Input("text", "Variable", "sum"));
        CaseHost host = Start(Loop(false, Drawn.Input("items", "Object", "[\"а\",\"б\"]"), line, ",\"currentValue\":{\"typeName\":\"Object\",\"memoryReference\":{\"id\":\"v-sum\"}}"), Drawn.Task("after"));
        Assert.Equal(["а", "б"], host.Effects.OfType<NoteLine>().Select(n => n.Text));
    }

    [Fact]
    public void Rounds_AreCountedForEachItem()
    {
        string body = Drawn.Activity("body", "Elsa.Flowchart", $$""","activities":[{{Drawn.Task("write")}},{{Drawn.Activity("ask", "Mentorship.Approval", ",\"approver\":\"role:director\"")}}],"connections":[{{Drawn.Arrow("write", "ask")}},{{Drawn.Arrow("ask", "write", "Returned")}}]""");
        CaseHost host = Start(Loop(true, Collection("pairs"), body));
        host.Apply(new Decided(host.Now, "write#3", "person:one", "Done")).Decide("ask", "Returned");
        Assert.Equal((2, "Белова — Львов"), (host.Effects.OfType<OpenWork>().Last().Round, host.Effects.OfType<OpenWork>().Last().Item));
    }

    [Fact]
    public void Outcome_OfAStepIsThatOfTheSameItem()
    {
        string choice = Drawn.Activity("choice", "Elsa.If", $"{Drawn.Input("condition", "JavaScript", "variables.ask === 'Rejected'")},\"then\":{Drawn.Task("other")}");
        string ask = Drawn.Activity("ask", "Mentorship.Approval", ",\"approver\":\"relation:mentor\"");
        string body = Drawn.Activity("body", "Elsa.Flowchart", $$""","activities":[{{ask}},{{choice}}],"connections":[{{Drawn.Arrow("ask", "choice", "Approved")}},{{Drawn.Arrow("ask", "choice", "Rejected")}}]""");
        CaseHost host = Start(Loop(true, Collection("pairs"), body));
        host.Apply(new Decided(host.Now, "ask#1", "person:one", "Rejected")).Apply(new Decided(host.Now, "ask#2", "person:one", "Approved"));
        Assert.Equal(["ask", "other"], host.Open);
    }

    [Fact]
    public void Collection_ThatTheHostHasNot_IsHeldAndTriedAgain()
    {
        CaseHost host = Start(Loop(true, Collection("mentors"), Drawn.Task("meet")));
        Assert.Contains("mentors", Assert.Single(host.State.OpenSteps).Reason);
        host.Collections["mentors"] = [new("person:a", "Иванова")];
        host.Apply(new StepRetried(host.Now, "loop#1"));
        Assert.Equal(["meet"], host.Open);
    }

    [Fact]
    public void Items_TooMany_AreHeldAndManyAreQuick()
    {
        CaseHost host = Start(Loop(true, Collection("mentors"), Drawn.Task("meet")));
        host.Collections["mentors"] = [.. Enumerable.Range(0, 1001).Select(i => new LoopItem($"person:{i}"))];
        Assert.Contains("1000", Assert.Single(host.Apply(new StepRetried(host.Now, "loop#1")).State.OpenSteps).Reason);
        host.Collections["mentors"] = [.. host.Collections["mentors"].Take(1000)];
        host.Apply(new StepRetried(host.Now, "loop#1"));
        Assert.Equal(1000, host.State.OpenSteps.Count());
    }

    [Fact]
    public void Finish_InARound_EndsTheCaseAndTheOthersDoNotBegin()
    {
        CaseHost host = Start(Loop(true, Collection("pairs"), Drawn.Flowchart("body", "", Drawn.Activity("end", "Elsa.Finish"))), Drawn.Task("after"));
        Assert.Equal(FlowStatus.Finished, host.State.Status);
        Assert.Equal(1, host.State.Steps.Count(s => s.NodeId == "end"));
        Assert.DoesNotContain(host.State.Steps, s => s.IsLive);
    }

    [Theory]
    [InlineData("", "NoItems")]
    [InlineData("[1", "NoItems")]
    public void Checker_NamesWhatIsMissing(string items, string code)
    {
        string loop = Loop(true, items.Length == 0 ? "" : Drawn.Input("items", "Object", items), Drawn.Task("meet"), Drawn.Input("enough", "Literal", "почти все"));
        IReadOnlyList<Problem> problems = GraphChecker.Check(Drawn.InARow(loop));
        Assert.Contains(problems, p => p.Code == code && p.NodeId == "loop");
        Assert.Contains(problems, p => p.Code == "BadEnough");
        Assert.Contains(GraphChecker.Check(Drawn.InARow(Drawn.Activity("loop", "Elsa.ForEach", Collection("pairs")))), p => p.Code == "EmptyContainer");
    }

    [Fact]
    public void Checker_KnowsWhatTheBodySees()
    {
        string line = Drawn.Activity("line", "Elsa.WriteLine", Drawn.Input("text", "JavaScript", "variables.CurrentTitle + variables.mentor"));
        Assert.DoesNotContain(GraphChecker.Check(Drawn.InARow(Loop(true, Collection("pairs"), line))), p => p.Code == "UnknownVariable");
        Assert.Contains(GraphChecker.Check(Drawn.InARow(Loop(true, Drawn.Input("items", "Literal", "а, б"), line))), p => p.Code == "UnknownVariable");
        Assert.Contains(GraphChecker.Check(Drawn.InARow(line)), p => p.Code == "UnknownVariable");
    }
}
