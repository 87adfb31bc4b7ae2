using Mentorship.Web.Hosting;

namespace Mentorship.Web.Tests.Hosting;

public sealed class SecurityHeadersTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/app.css")]
    [InlineData("/nothing-here")]
    [InlineData("/fault")]
    public async Task Answer_Always_CarriesThePolicy(string path)
    {
        await using WebHost host = new();

        HttpResponseMessage answer = await host.CreateClient().GetAsync(path);

        Assert.Equal([SecurityHeaders.ContentPolicy], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Referrer-Policy"));
    }

    [Fact]
    public void ContentPolicy_Always_RefusesInlineScriptsAndStyles() =>
        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentPolicy, StringComparison.Ordinal);

    [Fact]
    public async Task Cookie_WhenSet_IsOutOfReachOfScripts()
    {
        await using WebHost host = new();

        HttpResponseMessage answer = await host.CreateClient().GetAsync("/trouble/403");

        string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
