namespace Mentorship.UseCases;

/// <summary>Where an installation keeps its data and how it speaks to the world; filled from the environment by the hosts.</summary>
public sealed record MentorshipSettings
{
    /// <summary>The data folder (<c>MENTORSHIP_DATA</c>): SQLite file and keys.</summary>
    public required string DataFolder { get; init; }

    /// <summary>PostgreSQL connection string (<c>MENTORSHIP_DATABASE</c>); null or empty: SQLite in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>Base64 of at least 32 bytes (<c>MENTORSHIP_KEY</c>), the same on every node; null: a file of the data folder.</summary>
    public string? Key { get; init; }

    /// <summary>How mails name this installation, without a slash at the end.</summary>
    public string Address { get; init; } = "http://localhost:5080";

    /// <summary>Null: mails are kept, not sent.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>The folder is a demonstration: «Войти как …» is there and no mail ever leaves.</summary>
    public bool Demonstration { get; init; }

    /// <summary>The data folder of the installation that opened this demonstration and can close it; null where the folder is nothing but a demonstration.</summary>
    public string? OpenedFrom { get; init; }
}

/// <summary>The mail server (<c>MENTORSHIP_SMTP_*</c>).</summary>
public sealed record SmtpSettings(string Host, int Port, string? User, string? Password, string From, bool StartTls);
