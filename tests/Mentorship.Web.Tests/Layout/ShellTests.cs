using Mentorship.Web.Layout;

namespace Mentorship.Web.Tests.Layout;

public sealed class ShellTests
{
    [Fact]
    public async Task Shell_WhenNobodySignedIn_ShowsNoMenu()
    {
        string page = await Open("/nothing-here", null);

        Assert.DoesNotContain("<nav", page, StringComparison.Ordinal);
        Assert.Contains("Наставник", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Демонстрация", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shell_WhenSignedIn_ShowsPersonPlaceAndEntries()
    {
        string page = await Open("/nothing-here", WebHost.Director);

        Assert.Contains("Лебедева К. О.", page, StringComparison.Ordinal);
        Assert.Contains("МБОУ «Заречная СОШ»", page, StringComparison.Ordinal);
        Assert.Contains("2026/2027 учебный год", page, StringComparison.Ordinal);
        Assert.All(WebHost.Director.Entries, entry => Assert.Contains($"href=\"{entry.Href}\"", page, StringComparison.Ordinal));
        Assert.Contains("письма никуда не уходят", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shell_WhenARoleUsesLittle_ShowsOnlyThat()
    {
        string page = await Open("/nothing-here", WebHost.Director with { Entries = [NavEntry.Today, NavEntry.Documents], IsDemonstration = false });

        Assert.Contains("href=\"/documents\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/people\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<details", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Демонстрация", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shell_OnASubPage_MarksItsEntry()
    {
        string page = await Open("/documents/12?from=list", WebHost.Director with { Entries = [NavEntry.Today, NavEntry.Documents] });

        Assert.Equal(2, page.Split("href=\"/documents\" aria-current=\"page\"").Length - 1);
        Assert.DoesNotContain("href=\"/today\" aria-current", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/documents/12?from=list#main\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/documents", true)]
    [InlineData("/documents/12", true)]
    [InlineData("/documents-old", false)]
    [InlineData("/today", false)]
    public void IsCurrent_OnAnAddress_KnowsItsOwn(string path, bool expected) => Assert.Equal(expected, NavEntry.Documents.IsCurrent(path));

    private static async Task<string> Open(string path, ShellContext? shell)
    {
        await using WebHost host = new(shell);
        return await (await host.CreateClient().GetAsync(path)).Content.ReadAsStringAsync();
    }
}
