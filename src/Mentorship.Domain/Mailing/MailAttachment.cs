namespace Mentorship.Domain.Mailing;

/// <summary>What goes with a mail, fixed when the mail was written: a frozen version of a document, or a stored file. The bytes come at sending.</summary>
/// <param name="Name">Of the file.</param>
public sealed record MailAttachment(string Name)
{
    /// <summary>All attachments of one mail together weigh no more.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    public Guid? DocumentVersionId { get; init; }

    /// <summary>The number and the day that the document had then; without them it goes as a draft.</summary>
    public string? Number { get; init; }
    public DateOnly? RegisteredOn { get; init; }
    public Guid? FileId { get; init; }
}
