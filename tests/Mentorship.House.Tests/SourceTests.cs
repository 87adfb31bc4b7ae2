namespace Mentorship.House.Tests;

public sealed class SourceTests
{
    [Fact]
    public void Sources_Always_TakeTimeAndChanceFromOutside() => Assert.Empty(SourceRules.WallClock(Repository.CSharp));

    [Fact]
    public void Markup_Always_LeavesStylesAndScriptsToFiles() => Assert.Empty(SourceRules.Inline(Repository.Razor));

    [Fact]
    public void Folders_Always_AreNamedForTheBusiness() => Assert.Empty(SourceRules.FolderNames(Repository.Files));

    [Fact]
    public void Namespaces_Always_SayTheFolder() => Assert.Empty(SourceRules.Namespaces(Repository.CSharp));

    [Fact]
    public void Files_Always_SpeakOfTheProductAlone() => Assert.Empty(SourceRules.MachineWords(Repository.Files));

    [Fact]
    public void Sources_Always_AreFinished() => Assert.Empty(SourceRules.Unfinished(Repository.Files));

    [Fact]
    public void StylesRoundTheBoard_Always_AskNothingAboutWhatAnElementHolds() => Assert.Empty(SourceRules.LookingInside(Repository.Files));

    [Theory]
    [InlineData("src/Mentorship.Web/Layout/A.razor.css", ".shell:has(.designer) { color: red; }", 1)]
    [InlineData("src/Mentorship.Web/Pages/Designer/Diagram/A.razor.css", ".own:has( > .face) { color: red; }", 1)]
    [InlineData("src/Mentorship.Web/Pages/Designer/Diagram/A.razor.css", "/* Never :has() here. */ .face ~ .looks { color: red; }", 0)]
    [InlineData("src/Mentorship.Web/Pages/Inbox/A.razor.css", ".pending:has(.wait) { color: red; }", 0)]
    public void LookingInside_WhereTheBoardPaysForIt_Complains(string path, string css, int found) => Assert.Equal(found, SourceRules.LookingInside([In(path, css)]).Count());

    [Fact]
    public void Texts_Always_HaveNamesOfTheirOwn() => Assert.Empty(SourceRules.DoubledTexts(Repository.Files));

    [Fact]
    public void DoubledTexts_WhenANameStandsTwice_Complains() =>
        Assert.Equal(["src/A.resx: <data name=\"Taken\" stands 2 times"], SourceRules.DoubledTexts([In("src/A.resx", "<data name=\"Taken\"><value>a</value></data>\n<data name=\"Take\"/>\n<data name=\"Taken\"><value>b</value></data>")]));

    [Fact]
    public void Changelog_Always_HasAnOpenSection() =>
        Assert.Empty(SourceRules.Changelog(Repository.Files.Single(file => file.Path == "CHANGELOG.md").Text));

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("var now = DateTimeOffset.UtcNow;")]
    [InlineData("var today = System.DateTime.Today;")]
    [InlineData("var id = Guid.NewGuid();")]
    public void WallClock_WhenRead_Complains(string line) => Assert.Single(SourceRules.WallClock([In("src/Mentorship.Domain/A.cs", line)]));

    [Fact]
    public void WallClock_WhenTimeIsAParameter_SaysNothing() =>
        Assert.Empty(SourceRules.WallClock([In("src/Mentorship.Domain/A.cs", "DateTimeOffset now = clock.GetUtcNow();")]));

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<li class=\"a\"\n    style='--p:3%'>")]
    [InlineData("<style>p{}</style>")]
    [InlineData("<button onclick=\"go()\">")]
    [InlineData("<script>go()</script>")]
    public void Inline_WhenMarkupCarriesIt_Complains(string markup) => Assert.Single(SourceRules.Inline([In("src/Mentorship.Web/Pages/A.razor", markup)]));

    [Theory]
    [InlineData("<button class=\"btn\" @onclick=\"Go\">")]
    [InlineData("<script src=\"_framework/blazor.web.js\"></script>")]
    [InlineData("<link rel=\"stylesheet\" href=\"app.css\">")]
    public void Inline_WhenFilesCarryIt_SaysNothing(string markup) => Assert.Empty(SourceRules.Inline([In("src/Mentorship.Web/Pages/A.razor", markup)]));

    [Theory]
    [InlineData("src/Mentorship.Web/Services/Mailer.cs")]
    [InlineData("tests/Mentorship.Domain.Tests/Helpers/Some.cs")]
    [InlineData("src/Mentorship.Domain/Pairing/Models/Pair.cs")]
    public void FolderNames_WhenNamedForAKind_Complains(string path) => Assert.Single(SourceRules.FolderNames([In(path, "")]));

    [Fact]
    public void Namespaces_WhenTheFolderDiffers_Complains() =>
        Assert.Equal(
            ["src/Mentorship.Domain/Deadlines/Deadline.cs: namespace Mentorship.Domain, expected Mentorship.Domain.Deadlines"],
            SourceRules.Namespaces([In("src/Mentorship.Domain/Deadlines/Deadline.cs", "namespace Mentorship.Domain;\n")]));

    [Fact]
    public void Namespaces_WhenFlowKeepsItsRoot_SaysNothing() =>
        Assert.Empty(SourceRules.Namespaces([In("src/Mentorship.Flow/Running/FlowEvent.cs", "namespace Mentorship.Flow;\n")]));

    [Theory]
    [InlineData("see /wor", "k/notes")]
    [InlineData("<add value=\"https://api.nuge", "t.org/v3/index.json\" />")]
    [InlineData("File.Open(\"/hom", "e/anna/data.db\")")]
    public void MachineWords_WhenWritten_Complains(string first, string second) => Assert.Single(SourceRules.MachineWords([In("docs/guide.md", first + second)]));

    [Fact]
    public void Unfinished_WhenPostponed_Complains() => Assert.Single(SourceRules.Unfinished([In("src/Mentorship.Web/A.cs", "// TO" + "DO: later")]));

    [Theory]
    [InlineData("# Changelog\n\n## 1.0\n\n- all of it\n")]
    [InlineData("# Changelog\n\n## Unreleased\n\n## 1.0\n\n- all of it\n")]
    public void Changelog_WhenNothingIsOpen_Complains(string text) => Assert.Single(SourceRules.Changelog(text));

    private static SourceFile In(string path, string text) => new(path, text);
}
