using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Importing;

/// <summary>What the page «Загрузка» shows: the uploads, and one of them with everything a person should look at.</summary>
public sealed class LookAtImport
{
    private const int MostLines = 50;
    private readonly Work _work;
    private readonly CaseDesk _desk;

    internal LookAtImport(Work work, CaseDesk desk) => (_work, _desk) = (work, desk);

    /// <summary>The newest uploads first.</summary>
    public async Task<Outcome<IReadOnlyList<ImportLine>>> ListAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        return new Outcome<IReadOnlyList<ImportLine>>(await _work.ReadAsync<IReadOnlyList<ImportLine>>(actor.InstitutionId, async db =>
        {
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            List<RoadmapImport> found = await db.Imports.OrderByDescending(i => i.UploadedAt).Take(MostLines).ToListAsync(cancel);
            return [.. found.Select(i => new ImportLine(i.Id, i.FileName, i.Roadmap.Title, institution.DayOf(i.UploadedAt), i.ProgrammeId is not null))];
        }, cancel), null);
    }

    public async Task<Outcome<ImportView>> RunAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        return await _work.ReadAsync<Outcome<ImportView>>(actor.InstitutionId, async db =>
        {
            RoadmapImport? import = await db.Imports.SingleOrDefaultAsync(i => i.Id == id, cancel);
            if (import is null) return ImportRules.NoImport;
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            DateOnly today = institution.DayOf(_work.Now);
            StaffDirectory staff = await _desk.StaffAsync(db, cancel);
            ImportReading reading = new(import, staff, await _desk.CalendarAsync(db, cancel), today);
            IReadOnlyList<ImportStage> stages = Stages(import.Roadmap, reading, staff);
            HashSet<string> places = [.. stages.SelectMany(s => s.Items.Select(i => i.Place))];
            return new ImportView(import.Id, import.Version, import.FileName, import.Roadmap.Title, import.Roadmap.SchoolYear, Stamp(import.Roadmap.Approval), import.FileId is not null, import.ProgrammeId,
                RoadmapCells.ColumnsOf(import.Roadmap), stages, [.. import.Roadmap.Doubts.Where(d => !places.Any(p => IsOf(d, p)))],
                [.. reading.Texts.Select(t => Responsible(t.Text, t.Items, reading, staff))], StaffChoices.Of(staff, today), reading.Blocking(_work.Now), reading.Unheld(today), BlankProposal.Count(reading.Understanding));
        }, cancel);
    }

    private static IReadOnlyList<ImportStage> Stages(Roadmap roadmap, ImportReading reading, StaffDirectory staff)
    {
        IReadOnlyList<RoadmapColumn> columns = RoadmapCells.ColumnsOf(roadmap);
        return [.. roadmap.Stages.Select((stage, s) => new ImportStage(s, RoadmapPlaces.Heading(stage), RoadmapPlaces.Lines(stage), [.. stage.Items.Select((item, i) =>
        {
            string place = RoadmapPlaces.Of(stage, i);
            Deadline meaning = reading.Understanding.Stages[s].Items[i].Deadline;
            IEnumerable<string> doubts = roadmap.Doubts.Where(d => IsOf(d, place)).Select(d => d.Text).Concat(meaning.Doubt is { } doubt ? [doubt] : []);
            return new ImportItem(i, place, [.. columns.Select(c => RoadmapCells.Text(item, c))], DeadlineWords.Of(meaning),
                AssigneeWords.Of(reading.Assignee(RoadmapResponsibles.Of(roadmap, s, i)), staff), [.. doubts.Distinct()]);
        })]))];
    }

    private static ImportResponsible Responsible(string text, int items, ImportReading reading, StaffDirectory staff)
    {
        bool chosen = reading.IsChosen(text);
        string assignee = reading.Assignee(text);
        return new ImportResponsible(text, items, assignee, AssigneeWords.Of(assignee, staff), chosen, reading.Proposal(text).Unknown, chosen ? [] : reading.Proposal(text).Doubts);
    }

    private static bool IsOf(ReadingDoubt doubt, string place) => doubt.Place == place || doubt.Place.StartsWith(place + ",", StringComparison.Ordinal);

    private static string? Stamp(RoadmapApproval? approval) => approval is null ? null : RoadmapPlaces.Stamp(approval);
}
