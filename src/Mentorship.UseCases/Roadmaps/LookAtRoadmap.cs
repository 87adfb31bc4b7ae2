using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.Domain.Wording;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Roadmaps;

/// <summary>What the page «Дорожная карта» shows: the newest year, or the one that was chosen.</summary>
public sealed class LookAtRoadmap
{
    private readonly Work _work;
    private readonly CaseDesk _cases;
    private readonly RoadmapDesk _roadmaps;

    internal LookAtRoadmap(Work work, CaseDesk cases, RoadmapDesk roadmaps) => (_work, _cases, _roadmaps) = (work, cases, roadmaps);

    /// <param name="programmeId">Null: a running year before one that waits, the newest first.</param>
    public Task<Outcome<RoadmapView>> RunAsync(Actor actor, Guid? programmeId, CancellationToken cancel) => _work.ReadAsync<Outcome<RoadmapView>>(actor.InstitutionId, async db =>
    {
        List<Programme> all = await db.Programmes.OrderByDescending(p => p.FirstYear).ToListAsync(cancel);
        Guid? id = programmeId ?? (all.Find(p => p.Status == ProgrammeStatus.Running) ?? all.FirstOrDefault())?.Id;
        if (id is null) return Empty;
        if (await _roadmaps.OpenAsync(db, id.Value, cancel) is not { } opened) return RoadmapDesk.NoRoadmap;
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        StaffDirectory staff = await _cases.StaffAsync(db, cancel);
        RunningItems running = await RunningItems.OfAsync(db, opened.Programme.CaseId, institution, _work.Now, cancel);
        Document? order = opened.Programme.ApprovalDocumentId is { } paper ? await db.Documents.SingleOrDefaultAsync(d => d.Id == paper, cancel) : null;
        IReadOnlyList<RoadmapColumn> columns = RoadmapCells.ColumnsOf(opened.Table.Roadmap);
        bool mayChange = actor.RunsProgramme && await RoadmapDesk.MayChangeAsync(db, opened.Programme, cancel) is null;
        return new RoadmapView(opened.Programme.Id, opened.Programme.Title, opened.Programme.SchoolYear, opened.Programme.Status, Approval(opened.Programme, order, institution), order?.Id, order?.Status,
            opened.Programme.Status == ProgrammeStatus.Accepted && opened.Table.Roadmap.Approval is { } stamp ? RoadmapPlaces.Stamp(stamp) : null, opened.Process.CurrentNumber,
            mayChange, actor.RunsProgramme, actor.Is(Roles.Administrator), [.. opened.Table.Stages.Select(s => Stage(s, columns, running, staff))],
            [.. all.Select(p => new ProgrammeLine(p.Id, p.SchoolYear, p.Status))], Headers(columns)) { CaseId = opened.Programme.CaseId };
    }, cancel);

    private static StageView Stage(DefinedStage stage, IReadOnlyList<RoadmapColumn> columns, RunningItems running, StaffDirectory staff) =>
        new(stage.NodeId, stage.Stage.Number ?? "", stage.Name, RoadmapPlaces.Lines(stage.Stage), [.. stage.Items.Select(i => Item(i, columns, running, staff))]);

    private static ItemView Item(DefinedItem item, IReadOnlyList<RoadmapColumn> columns, RunningItems running, StaffDirectory staff)
    {
        IEnumerable<(string, string)> more = columns.Where(c => c.Meaning is not (ColumnMeaning.Number or ColumnMeaning.Stage or ColumnMeaning.Activity or ColumnMeaning.Deadline or ColumnMeaning.Responsible))
            .Select(c => (c.Header, RoadmapCells.Text(item.Item, c))).Where(cell => cell.Item2.Length > 0);
        return new ItemView(item.NodeId, item.Item.Number ?? "", item.Item.Activity, item.Item.DeadlineText ?? "", item.Item.ResponsibleText ?? "", AssigneeWords.Of(item.Work.Assignee, staff),
            running.Holders(item.NodeId, staff), running.Standing(item.NodeId), running.Step(item.NodeId) is { IsLive: true } step ? step.Id : null,
            [.. running.Evidence(item.NodeId).Select(e => new EvidenceView(e.Kind, e.Text, e.DocumentId, e.FileId))], [.. more]);
    }

    private static string Approval(Programme programme, Document? order, Institution institution) => programme switch
    {
        { ApprovedEarlier: { } earlier } => $"утверждено ранее: {earlier}",
        { Status: ProgrammeStatus.Running or ProgrammeStatus.Finished } when order is { RegistrationNumber: { } number, RegisteredOn: { } day } => $"утверждена приказом № {number} от {RussianDate.Long(day)}",
        { Status: ProgrammeStatus.Running or ProgrammeStatus.Finished, ApprovedAt: { } at } => $"утверждена {RussianDate.Long(institution.DayOf(at))}",
        { Status: ProgrammeStatus.OnApproval } when order is { Status: DocumentStatus.Returned } => $"возвращена на доработку: {order.ReturnReason}",
        { Status: ProgrammeStatus.OnApproval } => "на утверждении",
        _ => "принята, ещё не отправлена на утверждение",
    };

    private static RoadmapHeaders Headers(IReadOnlyList<RoadmapColumn> columns)
    {
        string Of(ColumnMeaning meaning, string usual) => columns.FirstOrDefault(c => c.Meaning == meaning)?.Header ?? usual;
        return new RoadmapHeaders(Of(ColumnMeaning.Number, "№"), Of(ColumnMeaning.Activity, "Мероприятие"), Of(ColumnMeaning.Deadline, "Срок"), Of(ColumnMeaning.Responsible, "Ответственный"));
    }

    internal static Domain.Refusal Empty { get; } = new("NoProgramme", "Дорожной карты пока нет. Загрузите файл Word или Excel на странице «Загрузка» и примите прочитанное.");
}
