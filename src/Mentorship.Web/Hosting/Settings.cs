using System.Globalization;
using System.Net.Mail;
using Mentorship.UseCases;
using Mentorship.UseCases.Demonstrating;

namespace Mentorship.Web.Hosting;

/// <summary>What the environment says about this installation. A wrong value stops the process with its key.</summary>
internal static class Settings
{
    public static MentorshipSettings Read(IConfiguration from)
    {
        MentorshipSettings own = Own(from);
        if (DemonstrationMark.IsIn(own.DataFolder)) return Demonstration(own);
        string opened = DemonstrationMark.FolderIn(own.DataFolder);
        return DemonstrationMark.IsIn(opened) ? Demonstration(own) with { DataFolder = opened, OpenedFrom = own.DataFolder } : own;
    }

    /// <summary>A demonstration lives in its folder alone and sends nothing, whatever else is set.</summary>
    private static MentorshipSettings Demonstration(MentorshipSettings own) => own with { Demonstration = true, Database = null, Smtp = null };

    private static MentorshipSettings Own(IConfiguration from) => new()
    {
        DataFolder = Path.GetFullPath(Text(from, "MENTORSHIP_DATA") ?? "data"),
        Database = Text(from, "MENTORSHIP_DATABASE"),
        Key = Key(Text(from, "MENTORSHIP_KEY")),
        Address = Home(Text(from, "MENTORSHIP_ADDRESS")),
        Smtp = Smtp(from),
    };

    private static string? Key(string? text)
    {
        if (text is null) return null;
        Span<byte> bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) && length >= 32 ? text
            : throw Wrong("MENTORSHIP_KEY", "нужно не меньше 32 байт в base64, например ответ команды «openssl rand -base64 32»");
    }

    private static string Home(string? text)
    {
        if (text is null) return Address.Default;
        bool isHome = Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" && address.PathAndQuery == "/";
        return isHome ? text.TrimEnd('/') : throw Wrong("MENTORSHIP_ADDRESS", "нужен адрес, который откроют люди, например https://nastavnik.example.ru");
    }

    private static SmtpSettings? Smtp(IConfiguration from)
    {
        if (Text(from, "MENTORSHIP_SMTP_HOST") is not { } host)
            return Text(from, "MENTORSHIP_SMTP_FROM") is null ? null : throw Wrong("MENTORSHIP_SMTP_HOST", "указан отправитель, но не указан почтовый сервер");
        string sender = Text(from, "MENTORSHIP_SMTP_FROM") ?? throw Wrong("MENTORSHIP_SMTP_FROM", "нужен адрес, от которого уходят письма");
        if (!MailAddress.TryCreate(sender, out _)) throw Wrong("MENTORSHIP_SMTP_FROM", $"«{sender}» не похоже на адрес почты");
        return new SmtpSettings(host, Port(Text(from, "MENTORSHIP_SMTP_PORT")), Text(from, "MENTORSHIP_SMTP_USER"), Text(from, "MENTORSHIP_SMTP_PASSWORD"), sender, StartTls(Text(from, "MENTORSHIP_SMTP_STARTTLS")));
    }

    private static int Port(string? text)
    {
        if (text is null) return 587;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and < 65536 ? port
            : throw Wrong("MENTORSHIP_SMTP_PORT", "нужно число от 1 до 65535");
    }

    private static bool StartTls(string? text) => text?.ToLowerInvariant() switch
    {
        null or "true" => true,
        "false" => false,
        _ => throw Wrong("MENTORSHIP_SMTP_STARTTLS", "нужно true или false"),
    };

    private static string? Text(IConfiguration from, string key) => from[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static InvalidOperationException Wrong(string key, string why) => new($"{key}: {why}.");
}
