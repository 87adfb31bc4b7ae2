using Mentorship.UseCases;
using Mentorship.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace Mentorship.Web.Tests.Hosting;

public sealed class DemonstrationSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-settings-").FullName;

    [Fact]
    public void Read_WithoutAMark_IsAnOrdinaryInstallation()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "demonstration"));

        MentorshipSettings settings = Read();

        Assert.False(settings.Demonstration);
        Assert.Equal(_folder, settings.DataFolder);
        Assert.Equal("mail.example.org", settings.Smtp?.Host);
        Assert.Equal("Host=db", settings.Database);
    }

    [Fact]
    public void Read_WithTheMarkInTheFolder_NeverSendsAndCannotBeClosed()
    {
        Mark(_folder);

        MentorshipSettings settings = Read();

        Assert.True(settings.Demonstration);
        Assert.Equal(_folder, settings.DataFolder);
        Assert.Null(settings.Smtp);
        Assert.Null(settings.Database);
        Assert.Null(settings.OpenedFrom);
    }

    [Fact]
    public void Read_WithTheMarkInside_ServesTheDemonstrationOpenedFromThere()
    {
        string inside = Path.Combine(_folder, "demonstration");
        Directory.CreateDirectory(inside);
        Mark(inside);

        MentorshipSettings settings = Read();

        Assert.True(settings.Demonstration);
        Assert.Equal(inside, settings.DataFolder);
        Assert.Equal(_folder, settings.OpenedFrom);
        Assert.Null(settings.Smtp);
        Assert.Null(settings.Database);
    }

    private static void Mark(string folder) => File.WriteAllText(Path.Combine(folder, "demonstration.json"), """{"today":"2026-10-12"}""");

    private MentorshipSettings Read() => Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["MENTORSHIP_DATA"] = _folder, ["MENTORSHIP_DATABASE"] = "Host=db", ["MENTORSHIP_SMTP_HOST"] = "mail.example.org", ["MENTORSHIP_SMTP_FROM"] = "school@example.org",
    }).Build());

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
