using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Processes;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Importing;

/// <summary>Accepts what was read: it becomes the process of the year, version 1, and waits for its approval.</summary>
public sealed class AcceptImport
{
    private readonly Work _work;
    private readonly CaseDesk _desk;

    internal AcceptImport(Work work, CaseDesk desk) => (_work, _desk) = (work, desk);

    /// <returns>The programme.</returns>
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid id, int seen, CancellationToken cancel) => _work.DoAsync<Guid>(actor.InstitutionId, async (db, at) =>
    {
        Outcome<RoadmapImport> found = await ImportRules.ForChangeAsync(db, actor, id, seen, cancel);
        if (found.Refusal is { } no) return no;
        RoadmapImport import = found.Value!;
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        ImportReading reading = new(import, await _desk.StaffAsync(db, cancel), await _desk.CalendarAsync(db, cancel), institution.DayOf(at));
        if (reading.Blocking(at) is { Count: > 0 } blocking) return new Refusal("ImportIncomplete", string.Join('\n', blocking));
        SchoolYear year = import.Roadmap.SchoolYear!.Value;
        string key = RoadmapProcess.KeyOf(year);
        Process? known = await db.Processes.SingleOrDefaultAsync(p => p.Key == key, cancel);
        Programme? programme = known is null ? null : await db.Programmes.SingleAsync(p => p.ProcessId == known.Id, cancel);
        if (programme is { Status: not ProgrammeStatus.Accepted }) return YearTaken(year);
        string title = import.Roadmap.Title ?? $"Дорожная карта на {year} учебный год";
        Process process = known ?? new Process { InstitutionId = actor.InstitutionId, Key = key, Name = title };
        programme ??= New(db, actor, process, title, year, at);
        (process.Name, programme.Title) = (title, title);
        int number = process.CurrentNumber + 1;
        ProcessDefinition definition = reading.Define(key, at).WithHeader(id: RoadmapProcess.VersionId(key, number), version: number, isPublished: true);
        db.ProcessVersions.Add(process.Publish(DefinitionWriter.Write(definition), $"из файла «{import.FileName}»", actor.PersonId, at));
        import.ProgrammeId = programme.Id;
        db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "RoadmapAccepted", actor.PersonId, $"{key} {number}", at));
        return programme.Id;
    }, cancel);

    private static Programme New(MentorshipDb db, Actor actor, Process process, string title, SchoolYear year, DateTimeOffset at)
    {
        Programme programme = new() { InstitutionId = actor.InstitutionId, Title = title, FirstYear = year.FirstYear, ProcessId = process.Id, CreatedAt = at };
        db.AddRange(process, programme);
        return programme;
    }

    private static Refusal YearTaken(SchoolYear year) => new("YearTaken",
        $"На {year} учебный год дорожная карта уже отправлена на утверждение или работает. Исправьте её строки на странице «Дорожная карта» или укажите здесь другой учебный год.");
}
