using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentorship.Flow.Tests.Definition;

/// <summary>
/// Files that an Elsa server without our steps has taken in and given back. The fixtures named <c>.exported</c> were written by Elsa 3.6.3 out of those beside them.
/// </summary>
public sealed class PlaceholderTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("order-pairs")]
    [InlineData("roadmap-school")]
    public void ProcessThatWentThroughElsa_IsWhatItWas(string process)
    {
        ProcessDefinition sent = Some.Definition($"Elsa/{process}"), back = Some.Definition($"Elsa/{process}.exported");
        Assert.Contains("Elsa.NotFoundActivity", Some.Fixture($"Elsa/{process}.exported"), StringComparison.Ordinal);
        Assert.Empty(Comparison.Of(sent, back, drawings: true));
        Assert.DoesNotContain("Elsa.NotFoundActivity", DefinitionWriter.Write(back), StringComparison.Ordinal);
        Assert.Equal(sent.Activities().Select(a => (a.Id, a.Type, a.Title, a.NodeId)), back.Activities().Select(a => (a.Id, a.Type, a.Title, a.NodeId)));
        Assert.Equal(Arrows(sent.Root), Arrows(back.Root));
        Assert.DoesNotContain(GraphChecker.Check(back), p => p.Severity == Severity.Error);
    }

    [Fact]
    public void StepThatWasMovedAndCopiedInElsa_StandsWhereItIsUnderItsNewId()
    {
        JsonObject file = File(Placeholder(Step("a")), Placeholder(Step("a"), id: "b", x: 500));
        ProcessDefinition read = Some.Read(file.ToJsonString());
        Assert.Equal([("a", "role:mentor"), ("b", "role:mentor")], read.Root.Children.Select(c => (c.Id, c.Text("assignee"))));
        Assert.Equal([new Position(40, 7), new Position(500, 7)], read.Root.Children.Select(c => c.Position!.Value));
        Assert.Equal(["Отчёт", "Отчёт"], read.Root.Children.Select(c => c.Title));
    }

    [Fact]
    public void ArrowsKeptApart_ComeBackOnce_WhereBothTheirStepsAreStillThere()
    {
        JsonObject file = File(Placeholder(Step("a")), Step("b"));
        JsonObject root = (JsonObject)file["root"]!;
        root["connections"] = new JsonArray(Arrow("a", "Done", "b"));
        root["customProperties"] = new JsonObject { ["kept"] = 1, ["notFoundConnections"] = new JsonArray(Arrow("a", "Done", "b"), Arrow("a", "NotDone", "a"), Arrow("a", "Done", "gone"), 5) };
        ProcessDefinition read = Some.Read(file.ToJsonString());
        Assert.Equal([("a", "Done", "b"), ("a", "NotDone", "a")], Arrows(read.Root));
        Assert.Equal("""{"kept":1,"notFoundConnections":[]}""", read.Root.Json.GetProperty("customProperties").GetRawText());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"Mentorship.Task","id":"a","name":"\ud800"}""")]
    [InlineData("""{"type":"Mentorship.Task","id":"a","id":"b"}""")]
    [InlineData(null)]
    public void PlaceholderWhoseTextCannotBeRead_IsKept_AndMayNotBePublished(string? text)
    {
        JsonObject placeholder = new() { ["type"] = "Elsa.NotFoundActivity", ["id"] = "a", ["originalActivityJson"] = text };
        ProcessDefinition read = Some.Read(File(placeholder).ToJsonString());
        Assert.Equal(placeholder.ToJsonString(Plain), JsonNode.Parse(Assert.Single(read.Root.Children).Json.GetRawText())!.ToJsonString(Plain));
        Assert.Contains(GraphChecker.Check(read), p => p is { Severity: Severity.Error, Code: "UnknownType" });
    }

    [Fact]
    public void PlaceholdersOneInsideAnother_AreReadAsDeepAsAFileMayBe_AndNoDeeper()
    {
        JsonObject step = Deep(900);
        for (int i = 0; i < 8; i++) step = Nested(Placeholder(step), 900);
        DefinitionReading reading = DefinitionReader.Read(File(step).ToJsonString(new JsonSerializerOptions { MaxDepth = 2000 }));
        Assert.Empty(reading.Problems);
        Assert.Contains("Elsa.NotFoundActivity", DefinitionWriter.Write(reading.Definition!), StringComparison.Ordinal);

        JsonObject shallow = Placeholder(Nested(Placeholder(Step("inner")), 3));
        Assert.DoesNotContain("Elsa.NotFoundActivity", DefinitionWriter.Write(Some.Read(File(shallow).ToJsonString())), StringComparison.Ordinal);
    }

    private static JsonObject Deep(int levels)
    {
        JsonNode node = new JsonArray();
        for (int i = 0; i < levels; i++) node = new JsonArray(node);
        JsonObject step = Step("deep");
        step["cells"] = node;
        return step;
    }

    /// <summary>A step that holds another so many levels down.</summary>
    private static JsonObject Nested(JsonObject held, int levels)
    {
        JsonNode node = held;
        for (int i = 0; i < levels; i++) node = new JsonArray(node);
        JsonObject step = Step("holder");
        step["cells"] = node;
        return step;
    }

    private static JsonObject File(params JsonNode[] steps) =>
        new() { ["id"] = "0", ["definitionId"] = "d", ["root"] = new JsonObject { ["type"] = "Elsa.Flowchart", ["id"] = "flow", ["activities"] = new JsonArray(steps), ["connections"] = new JsonArray() } };

    private static JsonObject Step(string id) => new()
    {
        ["type"] = "Mentorship.Task", ["id"] = id, ["name"] = "Отчёт", ["assignee"] = "role:mentor",
        ["metadata"] = new JsonObject { ["displayText"] = "Отчёт", ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 1, ["y"] = 1 } } },
    };

    private static JsonObject Placeholder(JsonObject step, string id = "a", double x = 40) => new()
    {
        ["missingTypeName"] = "Mentorship.Task", ["type"] = "Elsa.NotFoundActivity", ["id"] = id,
        ["originalActivityJson"] = step.ToJsonString(new JsonSerializerOptions { MaxDepth = 2000 }),
        ["metadata"] = new JsonObject
        {
            ["displayText"] = "Not Found: Mentorship.Task",
            ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = x, ["y"] = 7 } },
        },
    };

    private static JsonObject Arrow(string from, string outcome, string to) => new()
    {
        ["source"] = new JsonObject { ["activity"] = from, ["port"] = outcome }, ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" }, ["vertices"] = new JsonArray(),
    };

    private static IEnumerable<(string, string, string)> Arrows(Activity flowchart) =>
        flowchart.Connections.Select(c => (c.Source, c.Outcome, c.Target)).Order();
}
