namespace Mentorship.House.Tests;

public sealed class SizeTests
{
    [Fact]
    public void Files_Always_StopInTime() => Assert.Empty(SizeRules.TooLong(Repository.Files));

    [Theory]
    [InlineData("Mentorship.Flow")]
    [InlineData("Mentorship.Domain")]
    public void Files_OfTheRoomsOfRules_AreUsuallyShort(string room) => Assert.Empty(SizeRules.UsuallyShort(room, Repository.Files));

    [Fact]
    public void Interfaces_Always_AreRare() => Assert.Empty(SizeRules.TooManyInterfaces(Repository.Files));

    [Theory]
    [InlineData("src/Mentorship.Web/Program.cs", 60)]
    [InlineData("src/Mentorship.UseCases/Deciding/DecideWorkItem.cs", 160)]
    [InlineData("src/Mentorship.Web/Pages/Today/Today.razor", 200)]
    [InlineData("src/Mentorship.Web/Pages/Today/Today.razor.cs", 250)]
    [InlineData("src/Mentorship.Web/Pages/Today/Today.razor.js", 250)]
    [InlineData("src/Mentorship.Flow/FlowEngine.cs", 300)]
    public void TooLong_WhenOneLineOver_Complains(string path, int limit)
    {
        Assert.Empty(SizeRules.TooLong([Long(path, limit)]));
        Assert.Equal([$"{path}: {limit + 1} lines, at most {limit}"], SizeRules.TooLong([Long(path, limit + 1)]));
    }

    [Fact]
    public void TooLong_WhenGenerated_SaysNothing() => Assert.Empty(SizeRules.TooLong([Long("src/Mentorship.Storage.Sqlite/Migrations/First.cs", 5000)]));

    [Fact]
    public void UsuallyShort_WhenTwoOfTwentyAreLong_Complains()
    {
        IEnumerable<SourceFile> room = Enumerable.Range(1, 20).Select(i => Long($"src/Mentorship.Flow/File{i}.cs", i <= 1 ? 171 : 20));
        Assert.Empty(SizeRules.UsuallyShort("Mentorship.Flow", room));
        Assert.Single(SizeRules.UsuallyShort("Mentorship.Flow", room.Skip(2).Append(Long("src/Mentorship.Flow/A.cs", 171)).Append(Long("src/Mentorship.Flow/B.cs", 171))));
    }

    [Theory]
    [InlineData("public interface IClock { }")]
    [InlineData("internal partial interface IClock\n{\n}")]
    public void TooManyInterfaces_WhenTwoOfTwentyDeclareOne_Complains(string declaration)
    {
        SourceFile with = new("src/Mentorship.Domain/IClock.cs", $"namespace Mentorship.Domain;\n\n{declaration}\n");
        IEnumerable<SourceFile> without = Enumerable.Repeat(new SourceFile("src/Mentorship.Domain/A.cs", "/// <summary>No interface here.</summary>\n"), 19);
        Assert.Empty(SizeRules.TooManyInterfaces(without.Append(with)));
        Assert.Single(SizeRules.TooManyInterfaces(without.Skip(1).Append(with).Append(with)));
    }

    private static SourceFile Long(string path, int lines) => new(path, string.Concat(Enumerable.Repeat("//\n", lines)));
}
