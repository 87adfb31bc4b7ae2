using System.Text.Json;
using System.Text.Json.Nodes;
using Mentorship.Flow;

namespace Mentorship.Cli.Tests.Processes;

public sealed class ProcessCommandsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mentorship-process");

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<(int Code, string[] Lines, string Errors)> RunAsync(params string[] args)
    {
        StringWriter output = new(), errors = new();
        int code = await Commands.RunAsync(args, output, errors);
        return (code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), errors.ToString());
    }

    private string Saved(string text)
    {
        string path = Path.Combine(_folder.FullName, "process.json");
        File.WriteAllText(path, text);
        return path;
    }

    private string Two() => Saved(DefinitionWriter.Write(Definition()));

    private static ProcessDefinition Definition()
    {
        DefinitionBuilder builder = new("00", "two", "Двое согласуют");
        builder.Root.Add("Elsa.Start", "start", "Начало");
        builder.Root.Add("Mentorship.Approval", "legal", "Право").Text("approver", "role:deputy");
        builder.Root.Add("Mentorship.Approval", "finance", "Деньги").Text("approver", "role:accountant");
        builder.Root.Connect("start", "legal").Connect("start", "finance");
        return builder.Build();
    }

    [Fact]
    public async Task Play_PrintsALineForEachDecisionAndTheEnd()
    {
        (int code, string[] lines, _) = await RunAsync("process", "play", Two(), "--script", "legal=Approved,finance=Rejected");
        Assert.Equal(0, code);
        Assert.Equal(["""{"decision":"legal=Approved","open":["finance"]}""", """{"decision":"finance=Rejected","open":[]}""",
            """{"status":"Finished","steps":["legal","finance"],"open":[]}"""], lines);
    }

    [Fact]
    public async Task Play_OfAStepThatIsNotOpen_FailsAndSaysWhichAre()
    {
        (int code, string[] lines, string errors) = await RunAsync("process", "play", Two(), "--script", "legal=Approved,legal=Approved");
        Assert.NotEqual(0, code);
        Assert.Single(lines);
        Assert.Contains("Открыты: finance", errors);
    }

    [Fact]
    public async Task Convert_GivesTheSameByValue()
    {
        (int code, string[] lines, _) = await RunAsync("process", "convert", Two());
        Assert.Equal(0, code);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(DefinitionWriter.Write(Definition())), JsonNode.Parse(string.Join('\n', lines))));
    }

    [Fact]
    public async Task Check_PrintsProblemsAndFailsOnErrors()
    {
        (int good, string[] lines, _) = await RunAsync("process", "check", Two());
        Assert.Equal(0, good);
        JsonElement report = JsonDocument.Parse(lines[0]).RootElement;
        Assert.True(report.GetProperty("ok").GetBoolean());
        Assert.Equal(["LooseOutcome", "Warning", "legal"], new[] { "code", "severity", "node" }.Select(p => report.GetProperty("problems")[0].GetProperty(p).GetString()));

        (int bad, lines, _) = await RunAsync("process", "check", Saved("""{"root":{"type":"Acme.Robot","id":"r"}}"""));
        Assert.NotEqual(0, bad);
        Assert.False(JsonDocument.Parse(lines[0]).RootElement.GetProperty("ok").GetBoolean());
        Assert.Contains("Acme.Robot", lines[0]);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("convert")]
    [InlineData("play")]
    public async Task Command_WithoutAReadableFile_FailsWithASentence(string verb)
    {
        Assert.NotEqual(0, (await RunAsync("process", verb)).Code);
        (int code, _, string errors) = await RunAsync("process", verb, Path.Combine(_folder.FullName, "none.json"));
        Assert.NotEqual(0, code);
        Assert.Contains("none.json", errors);
        Assert.NotEqual(0, (await RunAsync("process", verb, Saved("не JSON"))).Code);
    }
}
