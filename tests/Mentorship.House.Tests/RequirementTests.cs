using Mentorship.Shared;

namespace Mentorship.House.Tests;

/// <summary>A missing program skips a test, except where it was promised.</summary>
public sealed class RequirementTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("libreoffice")]
    public void ReasonToSkip_WhenNotPromised_NamesWhatIsMissing(string? required) =>
        Assert.Equal("needs the browser Chromium, which is not installed", Requirement.ReasonToSkip("chromium", "the browser Chromium", required));

    [Theory]
    [InlineData("chromium")]
    [InlineData("libreoffice, Chromium")]
    public void ReasonToSkip_WhenPromised_Fails(string required) =>
        Assert.Throws<InvalidOperationException>(() => Requirement.ReasonToSkip("chromium", "the browser Chromium", required));
}
