using Mentorship.UseCases;
using Mentorship.UseCases.Authoring;
using Mentorship.Web.Hosting;

namespace Mentorship.Web.Pages.Designer;

/// <summary>A version of a process, or its draft, as an Elsa 3 file.</summary>
internal static class DesignerFiles
{
    public static void MapDesignerFiles(this WebApplication app) => app.MapGet("/designer/{id:guid}/elsa", async (Guid id, int? version, Session session, ExportProcess export, CancellationToken cancel) =>
    {
        Outcome<ExportedProcess> file = await export.RunAsync(session.Actor, id, version, cancel);
        return file.Value is { } found ? Results.File(System.Text.Encoding.UTF8.GetBytes(found.Json), "application/json", found.FileName) : Results.NotFound();
    });
}
