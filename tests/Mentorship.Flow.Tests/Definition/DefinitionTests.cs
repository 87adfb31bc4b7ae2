using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentorship.Flow.Tests.Definition;

public sealed class DefinitionTests
{
    [Theory]
    [InlineData("example")]
    [InlineData("example-small")]
    [InlineData("example-waitallactive")]
    [InlineData("example-waitany")]
    [InlineData("t-fault")]
    [InlineData("t-implicit")]
    public void WrittenBack_IsEqualByValueAndOrder(string fixture)
    {
        string text = Some.Fixture(fixture);
        string written = DefinitionWriter.Write(Some.Read(text));
        Assert.Equal(JsonNode.Parse(text)!.ToJsonString(), JsonNode.Parse(written)!.ToJsonString());
    }

    [Fact]
    public void WrittenBack_KeepsWhatItDoesNotKnow()
    {
        string text = """{"zeta":[1.50,1e3,null],"root":{"type":"Acme.Robot","id":"r","limbs":{"left":{"grip":true}},"body":{"type":"Acme.Part","id":"p","x":"й"}},"name":"n"}""";
        Assert.Equal(text, JsonNode.Parse(DefinitionWriter.Write(Some.Read(text)))!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void Read_OfTheExample_GivesTypedAccess()
    {
        ProcessDefinition definition = Some.Definition("example");
        Assert.Equal(("purchase-approval-v1", "purchase-approval", 1), (definition.Id, definition.DefinitionId, definition.Version));
        Assert.Equal(("IsLarge", true), (definition.Variables[0].Name, definition.Variables[0].Default));
        Activity legal = definition.Find("legal")!;
        Assert.Equal(("Acme.Approval", "Legal approval", "legal", new Position(360, 0)), (legal.Type, legal.DisplayText, legal.Text("role"), legal.Position));
        Assert.Equal(2, definition.Find("fork1")!.JsonInput("branches")!.Value.GetArrayLength());
        Assert.Equal(11, definition.Root.Connections.Count);
    }

    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData("12", "12")]
    [InlineData("null", null)]
    [InlineData("""{"typeName":"String","expression":{"type":"Literal","value":"x"},"memoryReference":{"id":"m"}}""", "x")]
    [InlineData("""{"typeName":"String","memoryReference":{"id":"m"}}""", null)]
    [InlineData("""{"typeName":"String","expression":{"type":"Liquid","value":"{{ x }}"}}""", null)]
    public void Input_IsReadInEveryForm(string input, string? expected) =>
        Assert.Equal(expected, Some.Read($$$"""{"root":{"type":"Mentorship.Task","id":"t","deadline":{{{input}}}}}""").Root.Text("deadline"));

    [Fact]
    public void WithInput_ChangesOneInputAndNothingElse()
    {
        ProcessDefinition first = Some.OneStep("Mentorship.Task", step => step.Text("deadline", "сентябрь").Json("columns", new JsonObject { ["Отметка"] = "да" }));
        ProcessDefinition second = first.WithInput("step", "deadline", "октябрь").WithInput("step", "assignee", "role:mentor");
        Assert.Equal(("октябрь", "role:mentor", "сентябрь"), (second.Find("step")!.Text("deadline"), second.Find("step")!.Text("assignee"), first.Find("step")!.Text("deadline")));
        Assert.Equal("да", second.Find("step")!.JsonInput("columns")!.Value.GetProperty("Отметка").GetString());
        ProcessDefinition back = second.WithInput("step", "deadline", "сентябрь").WithInput("step", "assignee", null);
        Assert.Equal(DefinitionWriter.Write(first), DefinitionWriter.Write(back));
        Assert.Throws<ArgumentException>(() => first.WithInput("none", "deadline", "x"));
    }

    [Fact]
    public void WithHeader_AndWithTitle_ChangeOnlyThat()
    {
        ProcessDefinition changed = Some.OneStep("Mentorship.Task").WithHeader(id: "ff", version: 7, isPublished: true).WithTitle("step", "Новое имя");
        Assert.Equal(("ff", 7, "some", "Новое имя"), (changed.Id, changed.Version, changed.DefinitionId, changed.Find("step")!.Title));
        Assert.Equal("Шаг", Some.OneStep("Mentorship.Task").Find("step")!.Title);
    }

    [Fact]
    public void Built_HasPathsAndPlaces()
    {
        ProcessDefinition built = Some.Process(root => root.AddStage("s", "Этап", body => body.Add("Mentorship.Task", "t", "Пункт")));
        Assert.Equal("Workflow1:flow:s:s-body:t", built.Find("t")!.NodeId);
        Assert.NotNull(built.Find("t")!.Position);
        Assert.Equal("body", built.Find("s-body")!.Port);
    }

    [Theory]
    [InlineData("", "NotJson")]
    [InlineData("{", "NotJson")]
    [InlineData("""{"root":{"type":"a"},"root":{"type":"b"}}""", "NotJson")]
    [InlineData("[]", "NotADefinition")]
    [InlineData("{}", "NoRoot")]
    [InlineData("""{"root":[]}""", "NoRoot")]
    [InlineData("""{"root":{"id":"x"}}""", "NoRoot")]
    public void Read_OfSomethingElse_IsAProblem(string text, string code)
    {
        DefinitionReading reading = DefinitionReader.Read(text);
        Assert.Null(reading.Definition);
        Assert.Equal(code, Assert.Single(reading.Problems).Code);
    }
}
