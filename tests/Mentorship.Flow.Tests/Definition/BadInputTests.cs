using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Mentorship.Flow.Tests.Definition;

/// <summary>Whatever comes in is refused or checked in bounded time, with a sentence, and never breaks anything.</summary>
public sealed class BadInputTests
{
    private const int Many = 10_000;

    [Fact]
    public void TenMegabytes_AreRefused() => Refused("TooBig", new string(' ', DefinitionReader.MaxLength));

    [Fact]
    public void NineMegabytesOfOneText_AreRead() => Lived($$"""{"root":{"type":"Mentorship.Task","id":"t","name":"{{new string('я', 9_000_000)}}"} }""");

    [Theory]
    [InlineData("\\ud800", "BrokenText")]
    [InlineData("\\uDC00\\uD800", "BrokenText")]
    [InlineData("\\ud83d\\ude00", null)]
    [InlineData("\\\\ud800", null)]
    [InlineData("<script>alert(1)</script>", null)]
    [InlineData("\\u0000\\u202e", null)]
    public void OddTexts_AreKeptOrRefused(string text, string? code)
    {
        string json = $$"""{"name":"{{text}}","root":{"type":"Mentorship.Task","id":"t{{text}}","displayText":"{{text}}"} }""";
        if (code is null) Assert.Equal(Lived(json), Lived(DefinitionWriter.Write(Some.Read(json))));
        else Refused(code, json);
    }

    [Fact]
    public void HalfACharacter_IsRefused() => Refused("BrokenText", $$"""{"name":"{{(char)0xD800}}","root":{"type":"Mentorship.Task","id":"t"} }""");

    [Fact]
    public void NotUtf8_IsRefused()
    {
        byte[] json = Encoding.UTF8.GetBytes("""{"root":{"type":"Mentorship.Task","id":"t"}}""");
        Assert.NotNull(DefinitionReader.Read(json).Definition);
        Assert.NotNull(DefinitionReader.Read([0xEF, 0xBB, 0xBF, .. json]).Definition);
        json[^5] = 0xFF;
        Assert.Equal("NotUtf8", Assert.Single(DefinitionReader.Read(json).Problems).Code);
        Assert.Equal("TooBig", Assert.Single(DefinitionReader.Read(new byte[2 * DefinitionReader.MaxLength]).Problems).Code);
    }

    [Theory]
    [InlineData("""{"root":{"type":"Mentorship.Task","id":"t","id":"u"}}""")]
    [InlineData("""{"root":{"type":"Mentorship.Task","id":"t","sum":NaN}}""")]
    [InlineData("""{"root":{"type":"Mentorship.Task","id":"t" """)]
    public void NotQuiteJson_IsRefused(string json) => Refused("NotJson", json);

    [Fact]
    public void NumbersBeyondAll_AreKeptInAStateAndInADefinition()
    {
        ProcessDefinition definition = Some.Read("""
            {"zeta":[1e400,-0,1.50,12345678901234567890.5],"variables":[{"name":"big","typeName":"Double","value":1e999},{"name":"nan","typeName":"Double","value":"NaN"}],
             "root":{"type":"Mentorship.Task","id":"t"}}
            """);
        Assert.Contains("12345678901234567890.5", DefinitionWriter.Write(definition), StringComparison.Ordinal);
        FlowState state = FlowEngine.Start(FlowGraph.From(definition), new CaseStarted(Some.Morning, new Dictionary<string, object?> { ["less"] = double.NegativeInfinity, ["zero"] = -0.0 })).State;
        string written = FlowStateJson.Write(state);
        FlowState read = FlowStateJson.Read(written);
        Assert.Equal(written, FlowStateJson.Write(read));
        Assert.Equal((double.PositiveInfinity, double.NegativeInfinity, double.NaN), ((double)read.Variables["big"]!, (double)read.Variables["less"]!, (double)read.Variables["nan"]!));
    }

    [Theory]
    [InlineData("Mentorship.Stage")]
    [InlineData("Elsa.Flowchart")]
    [InlineData("Elsa.Sequence")]
    public void ANestingOfTwoHundred_Runs(string type)
    {
        string inner = """{"type":"Mentorship.Task","id":"t","assignee":"role:x"}""";
        for (int i = 0; i < 200; i++)
            inner = type == "Mentorship.Stage" ? $$"""{"type":"{{type}}","id":"s{{i}}","body":{"type":"Elsa.Flowchart","id":"b{{i}}","activities":[{{inner}}]} }"""
                : $$"""{"type":"{{type}}","id":"s{{i}}","activities":[{{inner}}]}""";
        ProcessDefinition definition = Some.Read($$"""{"root":{{inner}}}""");
        Assert.Empty(GraphChecker.Check(definition));
        Assert.Equal(DefinitionWriter.Write(definition), DefinitionWriter.Write(Some.Read(DefinitionWriter.Write(definition))));
        CaseHost host = new CaseHost(definition.WithInput("t", "deadline", "май")).Start();
        host.Decide("t", "Done");
        Assert.Equal(FlowStatus.Finished, host.State.Status);
    }

    [Fact]
    public void ANestingOfThousands_IsRefused() =>
        Refused("TooDeep", $$"""{"root":{{string.Concat(Enumerable.Repeat("""{"type":"Mentorship.Stage","id":"s","body":""", 20_000))}}null{{new string('}', 20_000)}} }""");

    /// <summary>In a row, all at once into one join, a comb of joins, and all behind each other's loops.</summary>
    [Theory]
    [InlineData("row")]
    [InlineData("fan")]
    [InlineData("comb")]
    [InlineData("loops")]
    [InlineData("stages")]
    public void TenThousandSteps_AreReadCheckedAndRun(string shape)
    {
        ProcessDefinition definition = Some.Read(TenThousand(shape));
        FlowGraph graph = FlowGraph.From(definition);
        Assert.DoesNotContain(GraphChecker.Check(graph), p => p.Severity == Severity.Error);
        FlowState state = FlowEngine.Start(graph, new CaseStarted(Some.Morning)).State;
        long started = Stopwatch.GetTimestamp();
        int steps = 0;
        while (state.Status == FlowStatus.Running && ++steps <= 40)
        {
            StepState open = state.OpenSteps.ElementAt(steps % Math.Min(7, state.OpenSteps.Count()));
            state = FlowEngine.Apply(graph, state, new StepPrepared(Some.Morning, open.Id, ["person:one"], StepSchedule.AtOnce)).State;
            state = FlowEngine.Apply(graph, state, new Decided(Some.Morning, open.Id, "person:one", "Approved")).State;
        }
        Assert.True(Stopwatch.GetElapsedTime(started) / steps < TimeSpan.FromMilliseconds(500), $"{Stopwatch.GetElapsedTime(started) / steps} for a decision.");
        string written = FlowStateJson.Write(state);
        Assert.Equal(written, FlowStateJson.Write(FlowStateJson.Read(written)));
    }

    [Fact]
    public void MoreStepsThanCanBeChecked_AreRefusedBySentence()
    {
        string tasks = string.Join(',', Enumerable.Range(0, GraphChecker.MaxSteps + 1).Select(i => $$"""{"type":"Mentorship.Task","id":"t{{i}}"}"""));
        Assert.Equal("TooManySteps", Assert.Single(GraphChecker.Check(Some.Read($$"""{"root":{"type":"Elsa.Sequence","id":"f","activities":[{{tasks}}]} }"""))).Code);
    }

    [Fact]
    public void AHundredThousandArrowsBetweenTwoSteps_CountOnce()
    {
        foreach (string target in new[] { "b", "a" })
        {
            string arrows = string.Join(',', Enumerable.Repeat($$"""{"source":"a","target":"{{target}}","sourcePort":"Approved"}""", 100_000));
            string problems = Lived($$"""{"root":{"type":"Elsa.Flowchart","id":"f","activities":[{"type":"Mentorship.Approval","id":"a"},{"type":"Mentorship.Approval","id":"b"}],"connections":[{{arrows}}]} }""");
            Assert.Contains("DoubledArrow", problems, StringComparison.Ordinal);
            Assert.Contains("AndMore", problems, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("b", "b", 100_000)]
    [InlineData("a", "b", 10_000)]
    [InlineData("nowhere", "b", 20_000)]
    public void AHundredThousandBranches_AreBounded(string target, string other, int count)
    {
        string names = string.Join(',', Enumerable.Range(0, count).Select(i => $"\"в{i}\""));
        string arrows = string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"source":"a","target":"{{(i % 2 == 0 ? target : other)}}","sourcePort":"в{{i}}"}"""));
        Lived($$"""{"root":{"type":"Elsa.Flowchart","id":"f","activities":[{"type":"Elsa.FlowFork","id":"a","branches":[{{names}}]},{"type":"Mentorship.Approval","id":"b"}],"connections":[{{arrows}}]} }""");
        Lived($$"""{"root":{"type":"Elsa.Flowchart","id":"f","activities":[{"type":"Elsa.FlowFork","id":"a"},{"type":"Mentorship.Approval","id":"b"}],"connections":[{{arrows}}]} }""");
        Lived($$"""{"root":{"type":"Elsa.Flowchart","id":"f","activities":[{"type":"Mentorship.Approval","id":"a"},{"type":"Mentorship.Approval","id":"b"}],"connections":[{{arrows}}]} }""");
    }

    [Fact]
    public void ManyLongIds_AreNamedShortly()
    {
        string steps = string.Join(',', Enumerable.Range(0, 400).Select(i => $$"""{"type":"Mentorship.Approval","id":"{{new string('x', 10_000)}}{{i % 300}}"}"""));
        string problems = Lived($$"""{"root":{"type":"Elsa.Flowchart","id":"f","activities":[{{steps}}]} }""");
        Assert.Contains("LongId", problems, StringComparison.Ordinal);
        Assert.Contains("DuplicateId", problems, StringComparison.Ordinal);
    }

    /// <summary>Containers that hold a step of their own id, or point at what is inside another.</summary>
    [Fact]
    public void ContainersInACircleOfIds_AreNamedAndRun()
    {
        string problems = Lived("""
            {"root":{"type":"Elsa.Flowchart","id":"f","activities":[
              {"type":"Mentorship.Stage","id":"s","body":{"type":"Elsa.Flowchart","id":"f","activities":[
                {"type":"Mentorship.Stage","id":"s","body":{"type":"Elsa.Flowchart","id":"g","activities":[{"type":"Mentorship.Task","id":"f"}],"connections":[{"source":"f","target":"s"}]}}]}},
              {"type":"Mentorship.Task","id":""},{"type":"Mentorship.Task","id":""}],
             "connections":[{"source":"s","target":"f"},{"source":"s","target":"s"},{"source":"s","target":""}]}}
            """);
        foreach (string code in new[] { "DuplicateId", "ConnectionToNowhere", "NoId" }) Assert.Contains(code, problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1+")]
    [InlineData("(")]
    [InlineData("!")]
    [InlineData("variables.x||")]
    [InlineData("true?")]
    [InlineData("\"")]
    [InlineData("while(true){}")]
    public void ExpressionsWithoutEnd_AreRefusedByPlace(string piece)
    {
        foreach (int length in new[] { 100, 3_900, 1_000_000 })
        {
            string source = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
            ProcessDefinition definition = Some.OneStep("Elsa.FlowDecision", s => s.JavaScript("condition", source));
            Problem problem = GraphChecker.Check(definition).First(p => p.Severity == Severity.Error);
            Assert.Equal("step", problem.NodeId);
            Assert.InRange(problem.Message.Length, 10, 600);
            Assert.True(FlowEngine.Start(FlowGraph.From(definition), new CaseStarted(Some.Morning)).State.NeedsAttention);
        }
    }

    internal static void Refused(string code, string json)
    {
        DefinitionReading reading = DefinitionReader.Read(json);
        Assert.Null(reading.Definition);
        Problem problem = Assert.Single(reading.Problems);
        Assert.Equal(code, problem.Code);
        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>Read, checked, written and begun, in bounded time; the codes of its problems.</summary>
    internal static string Lived(string json)
    {
        long started = Stopwatch.GetTimestamp();
        DefinitionReading reading = DefinitionReader.Read(json);
        if (reading.Definition is not { } definition) return Assert.Single(reading.Problems).Code;
        IReadOnlyList<Problem> problems = GraphChecker.Check(definition);
        FlowResult begun = FlowEngine.Start(FlowGraph.From(definition), new CaseStarted(Some.Morning));
        string state = FlowStateJson.Write(begun.State);
        Assert.Equal(state, FlowStateJson.Write(FlowStateJson.Read(state)));
        DefinitionWriter.Write(definition);
        TimeSpan took = Stopwatch.GetElapsedTime(started);
        Assert.True(took < TimeSpan.FromSeconds(60), $"Took {took}.");
        Assert.InRange(problems.Sum(p => p.Message.Length), 0, 30_000_000);
        return string.Join(' ', problems.Select(p => p.Code));
    }

    private static string TenThousand(string shape)
    {
        JsonArray steps = [new JsonObject { ["type"] = "Elsa.Start", ["id"] = "start" }], arrows = [];
        for (int i = 0; i < (shape == "stages" ? Many / 2 : Many); i++)
        {
            string id = $"s{i}";
            steps.Add(shape == "stages" ? new JsonObject { ["type"] = "Mentorship.Stage", ["id"] = id, ["body"] = Approval(id + "t") } : Approval(id));
            Draw(i == 0 || shape is "fan" or "stages" ? "start" : $"s{i - 1}", id, i == 0 || shape is "fan" or "stages" ? "Done" : "Approved");
            if (shape == "fan") Draw(id, "join", "Approved");
            if (shape == "comb" && i > 1 && i % 2 == 0) Draw($"s{i - 2}", id, "Approved");
            if (shape == "loops" && i > 3) Draw(id, $"s{i - 3}", "Returned");
        }
        steps.Add(new JsonObject { ["type"] = "Elsa.FlowJoin", ["id"] = "join" });
        if (shape != "fan") Draw(shape == "stages" ? "s1" : $"s{Many - 1}", "join", shape == "stages" ? "Done" : "Approved");
        return new JsonObject { ["root"] = new JsonObject { ["type"] = "Elsa.Flowchart", ["id"] = "f", ["activities"] = steps, ["connections"] = arrows } }.ToJsonString();

        static JsonObject Approval(string id) => new() { ["type"] = "Mentorship.Approval", ["id"] = id, ["approver"] = "role:x" };

        void Draw(string from, string to, string outcome) => arrows.Add(new JsonObject { ["source"] = from, ["target"] = to, ["sourcePort"] = outcome });
    }
}
