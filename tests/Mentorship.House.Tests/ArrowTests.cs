using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Mentorship.House.Tests;

/// <summary>The arrows between rooms, in the project files and in what was compiled.</summary>
public sealed class ArrowTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Compiled =
        Repository.ProjectReferences.Keys.ToDictionary(room => room, AssembliesKnownTo);

    [Fact]
    public void ProjectFiles_Always_FollowTheArrows() => Assert.Empty(ArrowRules.Rooms(Repository.ProjectReferences));

    [Fact]
    public void Assemblies_Always_FollowTheArrows() => Assert.Empty(ArrowRules.Rooms(Compiled));

    [Fact]
    public void Assemblies_Always_LeavePackagesToTheirOwners() => Assert.Empty(ArrowRules.Packages(Compiled));

    [Theory]
    [InlineData("Mentorship.Flow")]
    [InlineData("Mentorship.Domain")]
    public void Assembly_OfAPureRoom_KnowsNoPackage(string room) =>
        Assert.Empty(ArrowRules.PackageFree(room, Compiled[room], IsBaseClassLibrary));

    [Fact]
    public void Rooms_WhenAllAreThere_AreThoseOfTheDesign() =>
        Assert.Equal(ArrowRules.Allowed.Keys.Order(StringComparer.Ordinal), Repository.ProjectReferences.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Rooms_WhenWebKnowsStorage_Complains() =>
        Assert.Equal(["Mentorship.Web must not know Mentorship.Storage"], ArrowRules.Rooms(Found("Mentorship.Web", "Mentorship.UseCases", "Mentorship.Storage")));

    [Fact]
    public void Rooms_WhenARoomIsUnknown_Complains() =>
        Assert.Equal(["Mentorship.Common is no room of the design"], ArrowRules.Rooms(Found("Mentorship.Common")));

    [Fact]
    public void Packages_WhenUseCasesKnowNpoi_Complains() =>
        Assert.Equal(["Mentorship.UseCases must not know NPOI.OOXML"], ArrowRules.Packages(Found("Mentorship.UseCases", "NPOI.OOXML")));

    [Fact]
    public void Packages_WhenDomainKnowsEntityFramework_Complains() =>
        Assert.Equal(
            ["Mentorship.Domain must not know Microsoft.EntityFrameworkCore.Abstractions"],
            ArrowRules.Packages(Found("Mentorship.Domain", "Microsoft.EntityFrameworkCore.Abstractions")));

    [Fact]
    public void PackageFree_WhenFlowLogs_Complains() =>
        Assert.Equal(
            ["Mentorship.Flow must do without Microsoft.Extensions.Logging.Abstractions"],
            ArrowRules.PackageFree("Mentorship.Flow", ["System.Runtime", "Microsoft.Extensions.Logging.Abstractions"], IsBaseClassLibrary));

    private static Dictionary<string, IReadOnlyList<string>> Found(string room, params string[] known) => new() { [room] = known };

    private static bool IsBaseClassLibrary(string assembly) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, assembly + ".dll"));

    private static IReadOnlyList<string> AssembliesKnownTo(string room)
    {
        string file = room == "Mentorship.Cli" ? "mentorship.dll" : room + ".dll";
        // Beside the project and not beside the tests: a room that nothing calls yet is not copied here. The last two folders are configuration and framework.
        string[] built = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^2..];
        using PEReader image = new(File.OpenRead(Path.Combine([Repository.Root, "src", room, "bin", .. built, file])));
        MetadataReader metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
