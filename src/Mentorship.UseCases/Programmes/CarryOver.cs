using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Roadmaps;

namespace Mentorship.UseCases.Programmes;

/// <summary>«Перенести на другой учебный год»: a new upload with the dates moved by rule, its doubts beside it, its people as they were.</summary>
public sealed class CarryOver
{
    private readonly Work _work;
    private readonly CaseDesk _cases;
    private readonly RoadmapDesk _roadmaps;

    internal CarryOver(Work work, CaseDesk cases, RoadmapDesk roadmaps) => (_work, _cases, _roadmaps) = (work, cases, roadmaps);

    /// <returns>The import, to be looked over and accepted.</returns>
    public async Task<Outcome<Guid>> RunAsync(Actor actor, Guid programmeId, SchoolYear to, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        return await _work.DoAsync<Guid>(actor.InstitutionId, async (db, at) =>
        {
            if (await _roadmaps.OpenAsync(db, programmeId, cancel) is not { } opened) return RoadmapDesk.NoRoadmap;
            if (to == opened.Programme.SchoolYear) return SameYear;
            ShiftedRoadmap shifted = RoadmapShift.Shift(opened.Table.Roadmap with { SchoolYear = opened.Programme.SchoolYear, Doubts = [] }, to, await _cases.CalendarAsync(db, cancel));
            RoadmapImport import = new()
            {
                InstitutionId = actor.InstitutionId, FileName = $"перенос с {opened.Programme.SchoolYear} учебного года", UploadedBy = actor.PersonId, UploadedAt = at,
                Roadmap = shifted.Roadmap with { Doubts = [.. shifted.Roadmap.Doubts, .. shifted.Doubts] }, Assignees = Assignees(opened.Table),
            };
            db.Imports.Add(import);
            return import.Id;
        }, cancel);
    }

    /// <summary>Whom a text meant this year it means next year; where the same text meant different people, a person decides anew.</summary>
    private static Dictionary<string, string> Assignees(DefinedRoadmap table) => table.Stages
        .SelectMany((stage, s) => stage.Items.Select((item, i) => (Text: RoadmapResponsibles.Of(table.Roadmap, s, i), item.Work.Assignee)))
        .Where(pair => pair.Text.Length > 0 && pair.Assignee.Length > 0).GroupBy(pair => pair.Text)
        .Where(same => same.Select(pair => pair.Assignee).Distinct().Count() == 1).ToDictionary(same => same.Key, same => same.First().Assignee);

    private static Refusal SameYear { get; } = new("SameYear", "Эта дорожная карта уже на этот учебный год. Выберите другой.");
}
