using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Consents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Surveys;
using Mentorship.Flow;
using Mentorship.Office.Writing;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Consents;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Surveys;

/// <summary>The page «Ответы» of a step: what a survey came to, or who consented and who refused. For who runs the programme.</summary>
public sealed class AnswersView
{
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private readonly Work _work;
    private readonly CaseDesk _cases;

    internal AnswersView(Work work, CaseDesk cases) => (_work, _cases) = (work, cases);

    public Task<Outcome<StepAnswers>> RunAsync(Actor actor, Guid caseId, string nodeId, CancellationToken cancel) =>
        _work.ReadAsync<Outcome<StepAnswers>>(actor.InstitutionId, async db =>
        {
            Outcome<AskedStep> asked = await OpenAsync(db, actor, caseId, nodeId, cancel);
            if (asked.Refusal is { } no) return no;
            AskedStep step = asked.Value!;
            return step.Node.Kind == NodeKind.Survey
                ? new StepAnswers(caseId, step.Node.Name, step.Opened.Case.Title) { Survey = await ResultsAsync(db, step, cancel) }
                : new StepAnswers(caseId, step.Node.Name, step.Opened.Case.Title) { Purpose = ConsentForm.Of(step.Node)?.Purpose, Consents = await ConsentsAsync(db, step, cancel) };
        }, cancel);

    /// <summary>The results of a survey as a spreadsheet.</summary>
    public Task<Outcome<FileToSend>> DownloadAsync(Actor actor, Guid caseId, string nodeId, CancellationToken cancel) =>
        _work.ReadAsync<Outcome<FileToSend>>(actor.InstitutionId, async db =>
        {
            Outcome<AskedStep> asked = await OpenAsync(db, actor, caseId, nodeId, cancel);
            if (asked.Refusal is { } no) return no;
            if (asked.Value!.Node.Kind != NodeKind.Survey) return NoStep;
            Institution institution = asked.Value.Opened.Around.Institution;
            SurveyResults results = await ResultsAsync(db, asked.Value, cancel);
            byte[] sheet = RegisterXlsx.Write(SurveySheet.Of(results, institution.Name, institution.DayOf(_work.Now)));
            return new FileToSend("Итоги анкеты.xlsx", Spreadsheet, sheet);
        }, cancel);

    private async Task<Outcome<AskedStep>> OpenAsync(MentorshipDb db, Actor actor, Guid caseId, string nodeId, CancellationToken cancel)
    {
        if (!MaySee(actor)) return Actor.NotAllowed;
        if (await _cases.OpenAsync(db, caseId, cancel) is not { } opened || opened.Graph.Find(nodeId) is not { Kind: NodeKind.Survey or NodeKind.Consents } node) return NoStep;
        return new AskedStep(opened, node, await db.WorkItems.Where(w => w.CaseId == caseId && w.NodeId == nodeId).ToListAsync(cancel));
    }

    internal static bool MaySee(Actor actor) => actor.RunsProgramme;

    private static async Task<SurveyResults> ResultsAsync(MentorshipDb db, AskedStep step, CancellationToken cancel)
    {
        SurveyForm form = SurveyForm.Of(step.Node)!;
        string seal = SurveyReply.Sha256(step.Node);
        List<string> contents = await db.SurveyAnswers.Where(a => a.CaseId == step.Opened.Case.Id && a.NodeId == step.Node.Id && a.FormSha256 == seal).OrderBy(a => a.Id).Select(a => a.Content).ToListAsync(cancel);
        return SurveyResults.Of(form, step.Node.Name, step.Work.Count, contents);
    }

    private static async Task<IReadOnlyList<ConsentLine>> ConsentsAsync(MentorshipDb db, AskedStep step, CancellationToken cancel)
    {
        Guid[] items = [.. step.Work.Select(w => w.Id)];
        Dictionary<Guid, Consent> answers = await db.Consents.Where(c => items.Contains(c.WorkItemId)).ToDictionaryAsync(c => c.WorkItemId, cancel);
        StaffDirectory staff = step.Opened.Around.Staff;
        return [.. step.Work.Where(w => w.IsOpen || answers.ContainsKey(w.Id)).Select(w => answers.GetValueOrDefault(w.Id) is { } answer
                ? new ConsentLine(w.Id, TaskSheets.NameOf(staff, answer.PersonId), answer.Given, answer.On, answer.Door, answer.ScanFileId is null ? null : answer.Id)
                : new ConsentLine(w.Id, TaskSheets.HolderName(staff, w), null, null, null, null))
            .OrderBy(l => l.Person, StringComparer.CurrentCulture)];
    }

    private static Refusal NoStep { get; } = new("NoStep", "Такого опроса нет. Откройте его со страницы задания.");

    private sealed record AskedStep(OpenedCase Opened, FlowNode Node, IReadOnlyList<WorkItem> Work);
}

/// <summary>A survey's results, or the answers about a consent.</summary>
public sealed record StepAnswers(Guid CaseId, string Title, string CaseTitle)
{
    public SurveyResults? Survey { get; init; }
    public string? Purpose { get; init; }
    public IReadOnlyList<ConsentLine> Consents { get; init; } = [];
}

/// <param name="Given">Null: not answered yet.</param>
/// <param name="Scan">The consent whose scan can be opened.</param>
public sealed record ConsentLine(Guid WorkItemId, string Person, bool? Given, DateOnly? On, Door? Door, Guid? Scan);
