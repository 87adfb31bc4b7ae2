using Mentorship.UseCases;
using Mentorship.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace Mentorship.Web.Tests.Hosting;

public sealed class SettingsTests
{
    [Fact]
    public void Settings_WhenNothingIsSaid_KeepDataHereAndSendNoMail()
    {
        MentorshipSettings settings = Read();

        Assert.Equal(Path.GetFullPath("data"), settings.DataFolder);
        Assert.Equal("http://localhost:5080", settings.Address);
        Assert.Null(settings.Database);
        Assert.Null(settings.Smtp);
    }

    [Fact]
    public void Settings_OfMail_AreRead()
    {
        SmtpSettings? smtp = Read(("MENTORSHIP_SMTP_HOST", "mail.example.ru"), ("MENTORSHIP_SMTP_FROM", "nastavnik@example.ru"), ("MENTORSHIP_SMTP_PORT", "25"), ("MENTORSHIP_SMTP_STARTTLS", "false")).Smtp;

        Assert.Equal(new SmtpSettings("mail.example.ru", 25, null, null, "nastavnik@example.ru", false), smtp);
    }

    [Theory]
    [InlineData("MENTORSHIP_KEY", "короткий")]
    [InlineData("MENTORSHIP_KEY", "c2hvcnQ=")]
    [InlineData("MENTORSHIP_ADDRESS", "example.ru")]
    [InlineData("MENTORSHIP_ADDRESS", "ftp://example.ru")]
    [InlineData("MENTORSHIP_ADDRESS", "https://example.ru/path")]
    [InlineData("MENTORSHIP_SMTP_PORT", "0")]
    [InlineData("MENTORSHIP_SMTP_PORT", "двадцать")]
    [InlineData("MENTORSHIP_SMTP_FROM", "не адрес")]
    [InlineData("MENTORSHIP_SMTP_FROM", "")]
    [InlineData("MENTORSHIP_SMTP_STARTTLS", "да")]
    public void Settings_WhenAValueIsWrong_NameItsKey(string key, string value)
    {
        (string, string)[] rest = [("MENTORSHIP_SMTP_HOST", "mail.example.ru"), ("MENTORSHIP_SMTP_FROM", "nastavnik@example.ru")];

        InvalidOperationException stop = Assert.Throws<InvalidOperationException>(() => Read([.. rest.Where(pair => pair.Item1 != key), (key, value)]));

        Assert.StartsWith(key + ":", stop.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_WithASenderButNoServer_NameTheServer() =>
        Assert.StartsWith("MENTORSHIP_SMTP_HOST:", Assert.Throws<InvalidOperationException>(() => Read(("MENTORSHIP_SMTP_FROM", "nastavnik@example.ru"))).Message, StringComparison.Ordinal);

    private static MentorshipSettings Read(params (string Key, string Value)[] said) =>
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(said.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build());
}
