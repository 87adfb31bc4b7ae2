using Mentorship.Domain.Cases;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Roadmaps;

/// <summary>What the page of one item shows before it is changed, and what a deadline would mean.</summary>
public sealed class LookAtItem
{
    private readonly Work _work;
    private readonly CaseDesk _cases;
    private readonly RoadmapDesk _roadmaps;

    internal LookAtItem(Work work, CaseDesk cases, RoadmapDesk roadmaps) => (_work, _cases, _roadmaps) = (work, cases, roadmaps);

    public async Task<Outcome<ItemForm>> RunAsync(Actor actor, Guid programmeId, string nodeId, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        return await _work.ReadAsync<Outcome<ItemForm>>(actor.InstitutionId, async db =>
        {
            if (await _roadmaps.OpenAsync(db, programmeId, cancel) is not { } opened) return RoadmapDesk.NoRoadmap;
            if (opened.Table.Item(nodeId) is not { } item) return RoadmapDesk.NoItem;
            if (await RoadmapDesk.MayChangeAsync(db, opened.Programme, cancel) is { } no) return no;
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            StaffDirectory staff = await _cases.StaffAsync(db, cancel);
            DefinedStage stage = opened.Table.Stages.First(s => s.Items.Contains(item));
            Deadline meaning = item.Work.Window ?? DeadlineReader.Read(item.Item.DeadlineText, await ContextAsync(db, opened, cancel));
            return new ItemForm(programmeId, nodeId, RoadmapPlaces.Of(stage.Stage, stage.Items.ToList().IndexOf(item)), opened.Process.CurrentNumber,
                [.. RoadmapCells.ColumnsOf(opened.Table.Roadmap).Where(c => c.Meaning != ColumnMeaning.Stage).Select(c => (c, RoadmapCells.Text(item.Item, c)))],
                item.Work.Assignee, AssigneeWords.Of(item.Work.Assignee, staff), item.Work.Mode == "all", DeadlineWords.Of(meaning), StaffChoices.Of(staff, institution.DayOf(_work.Now)));
        }, cancel);
    }

    /// <summary>The meaning of a text that is being typed.</summary>
    public async Task<Outcome<DeadlinePreview>> PreviewAsync(Actor actor, Guid programmeId, string? text, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        return await _work.ReadAsync<Outcome<DeadlinePreview>>(actor.InstitutionId, async db =>
        {
            if (await _roadmaps.OpenAsync(db, programmeId, cancel) is not { } opened) return RoadmapDesk.NoRoadmap;
            Deadline read = DeadlineReader.Read(text, await ContextAsync(db, opened, cancel));
            return new DeadlinePreview(DeadlineWords.Of(read), read.Doubt);
        }, cancel);
    }

    private async Task<DeadlineContext> ContextAsync(MentorshipDb db, OpenedRoadmap opened, CancellationToken cancel) =>
        PlanContext.Of(opened.Programme.SchoolYear, await _cases.CalendarAsync(db, cancel)).Reading;
}
