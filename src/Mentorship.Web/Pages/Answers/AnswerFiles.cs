using Mentorship.UseCases;
using Mentorship.UseCases.Consents;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Surveys;
using Mentorship.Web.Hosting;

namespace Mentorship.Web.Pages.Answers;

/// <summary>The results of a survey as a spreadsheet, the scan of a consent. What is not theirs is «not found».</summary>
internal static class AnswerFiles
{
    public static void MapAnswerFiles(this WebApplication app)
    {
        app.MapGet("/answers/{caseId:guid}/{node}/excel", async (Guid caseId, string node, Session session, AnswersView answers, CancellationToken cancel) =>
            Send(await answers.DownloadAsync(session.Actor, caseId, node, cancel)));
        app.MapGet("/consents/{id:guid}/scan", async (Guid id, Session session, EnterPaperConsent consents, CancellationToken cancel) =>
            Send(await consents.ScanAsync(session.Actor, id, cancel)));
    }

    private static IResult Send(Outcome<FileToSend> file) => file.Succeeded ? Results.File(file.Value!.Content, file.Value.ContentType, file.Value.Name) : Results.NotFound();
}
