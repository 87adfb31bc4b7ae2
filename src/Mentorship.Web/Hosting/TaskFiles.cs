using Mentorship.UseCases;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Looking;

namespace Mentorship.Web.Hosting;

/// <summary>The files that prove tasks. A foreign or missing one is «not found»; always a download: what others uploaded is never shown as a page of ours.</summary>
internal static class TaskFiles
{
    public static void MapTaskFiles(this WebApplication app) =>
        app.MapGet("/task/{id:guid}/files/{file:guid}", async (Guid id, Guid file, Session session, TaskView tasks, CancellationToken cancel) =>
        {
            Outcome<FileToSend> found = await tasks.FileAsync(session.Actor, id, file, cancel);
            return found.Succeeded ? Results.File(found.Value!.Content, found.Value.ContentType, found.Value.Name) : Results.NotFound();
        });
}
