using Mentorship.UseCases;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Pairing;

namespace Mentorship.Web.Hosting;

/// <summary>The files behind links of pages: orders for Word and for printing, attachments, scans of consents. A foreign or missing one is «not found».</summary>
internal static class DocumentFiles
{
    public static void MapDocumentFiles(this WebApplication app)
    {
        app.MapGet("/documents/{id:guid}/order.docx", async (Guid id, Session session, DownloadDocument files, CancellationToken cancel) => Send(await files.WordAsync(session.Actor, id, cancel)));
        app.MapGet("/documents/{id:guid}/files/{attachment:guid}", async (Guid id, Guid attachment, Session session, DownloadDocument files, CancellationToken cancel) =>
            Send(await files.AttachmentAsync(session.Actor, id, attachment, cancel)));
        app.MapGet("/pairs/{id:guid}/consent/{whose:regex(^(mentor|mentee)$)}", async (Guid id, string whose, Session session, DownloadConsent files, CancellationToken cancel) =>
            Send(await files.RunAsync(session.Actor, id, whose == "mentor", cancel)));
        app.MapGet("/documents/{id:guid}/print", async (Guid id, HttpContext http, Session session, DownloadDocument files, CancellationToken cancel) =>
        {
            Outcome<PageToPrint> page = await files.PageAsync(session.Actor, id, cancel);
            if (!page.Succeeded) return Results.NotFound();
            http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src {page.Value!.StyleSource}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
            return Results.Content(page.Value.Html, "text/html; charset=utf-8");
        });
    }

    /// <summary>Always a download: what others uploaded is never shown as a page of ours.</summary>
    private static IResult Send(Outcome<FileToSend> file) => file.Succeeded ? Results.File(file.Value!.Content, file.Value.ContentType, file.Value.Name) : Results.NotFound();
}
