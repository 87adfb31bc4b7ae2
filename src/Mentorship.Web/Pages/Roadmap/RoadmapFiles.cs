using Mentorship.UseCases;
using Mentorship.UseCases.Roadmaps;
using Mentorship.Web.Hosting;

namespace Mentorship.Web.Pages.Roadmap;

/// <summary>The roadmap as a file, for a link on the page.</summary>
internal static class RoadmapFiles
{
    public static void MapRoadmapFiles(this WebApplication app)
    {
        app.MapGet("/roadmap/{id:guid}/word", (Guid id, Session session, DownloadRoadmap download, CancellationToken cancel) => GiveAsync(id, RoadmapFormat.Word, session, download, cancel));
        app.MapGet("/roadmap/{id:guid}/excel", (Guid id, Session session, DownloadRoadmap download, CancellationToken cancel) => GiveAsync(id, RoadmapFormat.Excel, session, download, cancel));
    }

    private static async Task<IResult> GiveAsync(Guid id, RoadmapFormat format, Session session, DownloadRoadmap download, CancellationToken cancel)
    {
        Outcome<RoadmapDownload> file = await download.RunAsync(session.Actor, id, format, cancel);
        return file.Value is { } found ? Results.File(found.Content, found.ContentType, found.Name) : Results.NotFound();
    }
}
