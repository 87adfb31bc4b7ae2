using System.Reflection;

namespace Mentorship.House.Tests;

public sealed class SignatureTests
{
    [Fact]
    public void Office_Always_KeepsItsLibrariesToItself() =>
        Assert.Empty(SignatureRules.Shows(Assembly.Load("Mentorship.Office").GetExportedTypes(), IsOfficeLibrary));

    [Theory]
    [InlineData("Mentorship.UseCases")]
    [InlineData("Mentorship.Web")]
    public void Classes_Always_AskForFewThings(string room) => Assert.Empty(SignatureRules.AsksForMuch(Assembly.Load(room).GetTypes()));

    [Theory]
    [InlineData(typeof(ShowsByResult))]
    [InlineData(typeof(ShowsByParameter))]
    [InlineData(typeof(ShowsByProperty))]
    [InlineData(typeof(ShowsByBase))]
    public void Shows_WhenASignatureHoldsAForeignType_Complains(Type type) => Assert.NotEmpty(SignatureRules.Shows([type], IsXunit));

    [Fact]
    public void Shows_WhenItIsInsideOnly_SaysNothing() => Assert.Empty(SignatureRules.Shows([typeof(KeepsInside)], IsXunit));

    [Fact]
    public void AsksForMuch_WhenSevenAreWanted_Complains()
    {
        Assert.Single(SignatureRules.AsksForMuch([typeof(Greedy)]));
        Assert.Empty(SignatureRules.AsksForMuch([typeof(Row)]));
    }

    private static bool IsOfficeLibrary(string assembly) =>
        assembly.StartsWith("NPOI", StringComparison.Ordinal) || assembly.StartsWith("ICSharpCode", StringComparison.Ordinal) || assembly == "QRCoder";

    private static bool IsXunit(string assembly) => assembly.StartsWith("xunit", StringComparison.Ordinal);

    private sealed class ShowsByResult { public static IReadOnlyList<Assert[]> All() => []; }
    private sealed class ShowsByParameter { public static void Take(Assert? value) => GC.KeepAlive(value); }
    private sealed class ShowsByProperty { public Assert? Value { get; } }
    private sealed class ShowsByBase : TheoryData<int>;
    private sealed class KeepsInside { private static Assert? Inner() => null; public override string ToString() => $"{Inner()}"; }
    private sealed class Greedy { public Greedy(int a, int b, int c, int d, int e, int f, int g) => GC.KeepAlive(a + b + c + d + e + f + g); }
    private sealed record Row(int A, int B, int C, int D, int E, int F, int G);
}
