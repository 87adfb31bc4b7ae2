using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.Flow;

namespace Mentorship.Cli.Tests.Roadmaps;

public sealed class RoadmapConvertTests
{
    private static readonly string Home = AppContext.BaseDirectory;

    [Theory]
    [InlineData("000_kindergarten")]
    [InlineData("001_school_sample")]
    [InlineData("002_school")]
    [InlineData("003_extra_education")]
    [InlineData("004_college")]
    [InlineData("roadmap-school")]
    [InlineData("roadmap-kindergarten")]
    [InlineData("roadmap-college")]
    [InlineData("roadmap-extra_education")]
    public async Task Library_Template_IsWhatTheReaderMakesOfItsSeed(string seed)
    {
        using StringWriter output = new(), errors = new();
        Assert.Equal(0, await Commands.RunAsync(["roadmap", "convert", Path.Combine(Home, "Seeds", seed + ".docx")], output, errors));
        string library = await File.ReadAllTextAsync(Path.Combine(Home, "workflows", seed + ".json"));
        Assert.Equal(library, output.ToString());

        ProcessDefinition definition = DefinitionReader.Read(library).Definition!;
        Assert.DoesNotContain(GraphChecker.Check(definition), p => p.Severity == Severity.Error);
        Assert.All(RoadmapProcess.FromDefinition(definition).Stages.SelectMany(s => s.Items), item => Assert.DoesNotContain("person:", item.Work.Assignee, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Convert_OptionBeforeTheFile_NamesTheProcessAfterTheFile()
    {
        using StringWriter output = new(), errors = new();
        Assert.Equal(0, await Commands.RunAsync(["roadmap", "convert", "--school-year", "2026-2027", Path.Combine(Home, "Seeds", "002_school.docx")], output, errors));
        Assert.Equal("002_school", DefinitionReader.Read(output.ToString()).Definition!.DefinitionId);
    }
}
