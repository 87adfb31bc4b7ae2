using System.Text.Json;

namespace Mentorship.Cli.Tests.Roadmaps;

public sealed class RoadmapCommandTests
{
    private static readonly string Seed = Path.Combine(AppContext.BaseDirectory, "Seeds", "003_extra_education.docx");

    [Fact]
    public async Task Read_SeedWithSchoolYear_PrintsTermsAndResponsibles()
    {
        using StringWriter output = new(), errors = new();
        Assert.Equal(0, await Commands.RunAsync(["roadmap", "read", Seed, "--school-year", "2022-2023"], output, errors));
        using JsonDocument json = JsonDocument.Parse(output.ToString());
        JsonElement item = json.RootElement.GetProperty("stages")[0].GetProperty("items")[0];
        Assert.Equal("2022/2023", json.RootElement.GetProperty("schoolYear").GetString());
        Assert.Equal(("range", "2022-09-30"), (item.GetProperty("deadline").GetProperty("kind").GetString(), item.GetProperty("deadline").GetProperty("to").GetString()));
        Assert.Equal(["director", "curator"], item.GetProperty("responsible").EnumerateArray().Select(one => one.GetProperty("role").GetString()!));
        Assert.Equal(0, json.RootElement.GetProperty("warnings").GetArrayLength());
    }

    [Theory]
    [InlineData("нет-такого.docx")]
    [InlineData("--school-year", "2023")]
    [InlineData()]
    public async Task Read_WrongArguments_EndsWithARussianSentence(params string[] args)
    {
        using StringWriter output = new(), errors = new();
        Assert.NotEqual(0, await Commands.RunAsync(["roadmap", "read", .. args], output, errors));
        Assert.Empty(output.ToString());
        Assert.Matches("[а-я]{3,}", errors.ToString());
    }
}
