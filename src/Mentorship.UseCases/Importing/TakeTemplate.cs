using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.Flow;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Processes;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Importing;

/// <summary>A roadmap of the library as the institution's own: it is looked over and accepted like an uploaded file, and goes its way to approval.</summary>
public sealed class TakeTemplate
{
    private readonly Work _work;
    private readonly CaseDesk _cases;
    private readonly WorkflowLibrary _library;

    internal TakeTemplate(Work work, CaseDesk cases, WorkflowLibrary library) => (_work, _cases, _library) = (work, cases, library);

    /// <param name="template">A key of the library.</param>
    /// <returns>The import, to be looked over and accepted.</returns>
    public Task<Outcome<Guid>> RunAsync(Actor actor, string template, CancellationToken cancel) => _work.DoAsync<Guid>(actor.InstitutionId, async (db, at) =>
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        if (_library.Find(template) is not { } definition || RoadmapProcess.FromDefinition(definition) is not { Stages.Count: > 0 } table) return NoRoadmap;
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        SchoolYear year = SchoolYear.Of(institution.DayOf(at));
        RoadmapImport import = new()
        {
            InstitutionId = actor.InstitutionId, FileName = $"образец из библиотеки: {Brief(definition)}", UploadedBy = actor.PersonId, UploadedAt = at, Roadmap = Of(table.Roadmap, year, await _cases.CalendarAsync(db, cancel)),
        };
        db.Imports.Add(import);
        return import.Id;
    }, cancel);

    /// <summary>What was approved elsewhere is not approved here; dates of another year come into this one, each with its doubt.</summary>
    private static Roadmap Of(Roadmap roadmap, SchoolYear year, InstitutionCalendar calendar)
    {
        ShiftedRoadmap shifted = RoadmapShift.Shift(roadmap with { Doubts = [] }, year, calendar);
        bool moved = shifted.Roadmap.SchoolYear == year;
        return shifted.Roadmap with { SchoolYear = year, Approval = null, Doubts = moved ? shifted.Doubts : [] };
    }

    private static string Brief(ProcessDefinition definition) => definition.Name.Length <= 150 ? definition.Name : definition.Name[..149] + "…";

    private static Refusal NoRoadmap { get; } = new("NoTemplate", "Такой дорожной карты в библиотеке нет. Выберите другую.");
}
