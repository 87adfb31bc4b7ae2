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
        new FileToSend(Name(document) + ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", OrderDocx.Write(order.Text, order.Marks)), cancel);

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

    /// <summary>«Приказ 12-к О поощрении наставников», with nothing that a file system refuses.</summary>
    private static string Name(Document document)
    {
        string name = document.RegistrationNumber is { } number ? $"{document.Title} № {number}" : document.Title + " (проект)";
        name = string.Concat(name.Select(c => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '-' : c));
        return name.Length <= 120 ? name : name[..120].TrimEnd();
    }

    private static Refusal NotYet { get; } = new("NoText", "В черновике ещё нечего печатать. Заполните его на странице документа.");
}

public sealed record FileToSend(string Name, string ContentType, byte[] Content);

/// <param name="StyleSource">The source («'sha256-…'») that a content policy must let through for the page's style.</param>
public sealed record PageToPrint(string Html, string StyleSource);
