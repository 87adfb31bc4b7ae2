using System.Net;
using System.Text.RegularExpressions;

namespace Mentorship.Web.Tests.Hosting;

/// <summary>Every file that a page asks for is served, the framework's script among them.</summary>
public sealed partial class FilesTests
{
    [Theory]
    [InlineData("_framework/blazor.web.js", "text/javascript")]
    [InlineData("tokens.css", "text/css")]
    [InlineData("app.css", "text/css")]
    [InlineData("Mentorship.Web.styles.css", "text/css")]
    [InlineData("favicon.svg", "image/svg+xml")]
    public async Task File_WhenAskedFor_IsServed(string path, string type)
    {
        await using WebHost host = new();

        HttpResponseMessage answer = await host.CreateClient().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Page_Always_AsksOnlyForFilesThatAreThere()
    {
        await using WebHost host = new();
        HttpClient client = host.CreateClient();
        string page = await (await client.GetAsync("/nothing-here")).Content.ReadAsStringAsync();

        string[] files = [.. FileReference().Matches(page).Select(match => match.Groups[1].Value)];

        Assert.Contains(files, file => file.Contains("blazor.web", StringComparison.Ordinal));
        Assert.Contains(files, file => file.Contains("app", StringComparison.Ordinal) && file.EndsWith(".css", StringComparison.Ordinal));
        foreach (string file in files) Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(file)).StatusCode);
    }

    [GeneratedRegex("""<(?:link|script)\b[^>]*?\b(?:href|src)="([^"]+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex FileReference();
}
