using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.People;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps;
using Mentorship.UseCases.Cases;

namespace Mentorship.UseCases.Importing;

/// <summary>Fills the blanks of an uploaded form: dates spread over the year and people in turn, each cell marked «предложено» until a person writes another.</summary>
public sealed class ProposeMissing
{
    private readonly Work _work;
    private readonly CaseDesk _desk;

    internal ProposeMissing(Work work, CaseDesk desk) => (_work, _desk) = (work, desk);

    public Task<Outcome<Done>> RunAsync(Actor actor, Guid id, int seen, SchoolYear year, CancellationToken cancel) => _work.DoAsync<Done>(actor.InstitutionId, async (db, at) =>
    {
        Outcome<RoadmapImport> found = await ImportRules.ForChangeAsync(db, actor, id, seen, cancel);
        if (found.Refusal is { } no) return no;
        RoadmapImport import = found.Value!;
        StaffDirectory staff = await _desk.StaffAsync(db, cancel);
        List<Member> people = [.. staff.Members.Where(m => m.Kind == MemberKind.Employee && m.LeftOn is null && !m.Roles.Any(r => r.Role == Roles.Director))
            .OrderByDescending(m => m.Roles.Any(r => r.Role is Roles.Curator or Roles.Deputy or Roles.Mentor)).ThenBy(m => m.Person.SearchName, StringComparer.Ordinal)];
        FilledBlank filled = BlankProposal.Fill(import.Roadmap, year, await _desk.CalendarAsync(db, cancel), [.. people.Select(m => m.Person.ShortName)]);
        import.Roadmap = filled.Roadmap;
        Dictionary<string, string> assignees = new(import.Assignees);
        foreach ((string text, string name) in filled.Proposed)
            assignees[RoadmapResponsibles.Key(text)] = $"person:{people.First(m => m.Person.ShortName == name).PersonId}";
        import.Assignees = assignees;
        return default(Done);
    }, cancel);
}
