using Mentorship.Domain;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Files;
using Mentorship.Office.Writing;
using Mentorship.UseCases.Orders;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Documents;

/// <summary>The files of a document: the order for Word, its page for printing, what is attached to it.</summary>
public sealed class DownloadDocument
{
    private readonly Work _work;
    private readonly OrderReading _reading;

    internal DownloadDocument(Work work, OrderReading reading) => (_work, _reading) = (work, reading);

    public Task<Outcome<FileToSend>> WordAsync(Actor actor, Guid id, CancellationToken cancel) => OrderAsync(actor, id, (document, order) =>
        new FileToSend(FileName(document.Title, document.RegistrationNumber) + ".docx", Word, OrderDocx.Write(order.Text, order.Marks)), cancel);

    /// <summary>An A4 page of HTML with a style of its own.</summary>
    public Task<Outcome<PageToPrint>> PageAsync(Actor actor, Guid id, CancellationToken cancel) => OrderAsync(actor, id, (_, order) => new PageToPrint(OrderHtml.Write(order.Text, order.Marks), OrderHtml.StyleSource), cancel);

    public Task<Outcome<FileToSend>> AttachmentAsync(Actor actor, Guid id, Guid attachmentId, CancellationToken cancel) => _work.ReadAsync<Outcome<FileToSend>>(actor.InstitutionId, async db =>
    {
        Document? document = await db.Documents.Include(d => d.Attachments).SingleOrDefaultAsync(d => d.Id == id, cancel);
        Attachment? attachment = document?.Attachments.FirstOrDefault(a => a.Id == attachmentId);
        if (attachment is null || !await DocumentAccess.MaySeeAsync(db, actor, document!, cancel)) return OrderRules.NoDocument;
        StoredFile file = await db.Files.SingleAsync(f => f.Id == attachment.FileId, cancel);
        return new FileToSend(attachment.Name, file.ContentType, file.Content);
    }, cancel);

    private Task<Outcome<T>> OrderAsync<T>(Actor actor, Guid id, Func<Document, ReadableOrder, T> write, CancellationToken cancel) => _work.ReadAsync<Outcome<T>>(actor.InstitutionId, async db =>
    {
        Document? document = await db.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (document is null || !await DocumentAccess.MaySeeAsync(db, actor, document, cancel)) return OrderRules.NoDocument;
        return await _reading.CurrentAsync(db, document, _work.Now, [], cancel) is { } order ? write(document, order) : NotYet;
    }, cancel);

    /// <summary>«Приказ о поощрении наставников № 12-к», with nothing that a file system refuses.</summary>
    internal static string FileName(string title, string? number)
    {
        string name = Plain(number is not null ? $"{title} № {number}" : title + " (проект)");
        return name.Length <= 120 ? name : name[..120].TrimEnd();
    }

    /// <summary>A name of a file with nothing that a file system refuses.</summary>
    internal static string Plain(string name) => string.Concat(name.Select(c => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || char.IsControl(c) ? '-' : c));

    internal const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static Refusal NotYet { get; } = new("NoText", "В черновике ещё нечего печатать. Заполните его на странице документа.");
}

public sealed record FileToSend(string Name, string ContentType, byte[] Content);

/// <param name="StyleSource">The source («'sha256-…'») that a content policy must let through for the page's style.</param>
public sealed record PageToPrint(string Html, string StyleSource);
