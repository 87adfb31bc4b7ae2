using Mentorship.Domain.Documents;
using Mentorship.Domain.Mailing;
using Mentorship.Office.Writing;
using Mentorship.Storage;
using Mentorship.UseCases.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Mailing;

/// <summary>The files of a mail, made at sending of what was fixed when it was written.</summary>
internal static class MailFiles
{
    public static async Task<IReadOnlyList<FileToSend>> OfAsync(MentorshipDb db, OutgoingMail mail, CancellationToken cancel)
    {
        List<FileToSend> files = [];
        foreach (MailAttachment attached in mail.Attached)
            if (attached.DocumentVersionId is { } version) files.Add(new FileToSend(attached.Name, DownloadDocument.Word, await WordAsync(db, attached, version, cancel)));
            else
            {
                var file = await db.Files.Where(f => f.Id == attached.FileId).Select(f => new { f.ContentType, f.Content }).SingleAsync(cancel);
                files.Add(new FileToSend(attached.Name, file.ContentType, file.Content));
            }
        return files;
    }

    /// <summary>Registered or signed meanwhile, it goes as it was.</summary>
    private static async Task<byte[]> WordAsync(MentorshipDb db, MailAttachment attached, Guid version, CancellationToken cancel)
    {
        Document document = await db.Documents.SingleAsync(d => db.DocumentVersions.Any(v => v.Id == version && v.DocumentId == d.Id), cancel);
        ReadableOrder now = (await OrderReading.VersionAsync(db, document, version, cancel))!;
        DocumentMarks then = attached.Number is { } number ? now.Marks with { Number = number, Date = attached.RegisteredOn, IsDraft = false } : new DocumentMarks { IsDraft = true };
        return OrderDocx.Write(now.Text, then);
    }
}
