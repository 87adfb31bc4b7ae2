using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Programmes;
using Mentorship.Flow;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Cases;

/// <summary>Gathers what a case may look at: its institution with the staff and the calendar, the year of its plan, and who stands in a relation to it.</summary>
internal sealed class Surroundings(StaffCache staff, CalendarCache calendars, CaseRelations relations)
{
    private readonly Func<MentorshipDb, Guid, CancellationToken, Task<Institution?>> _institutionById = EF.CompileAsyncQuery((MentorshipDb db, Guid id, CancellationToken _) =>
        db.Institutions.AsTracking().SingleOrDefault(i => i.Id == id));

    public async Task<CaseSurroundings> OfAsync(MentorshipDb db, Case subject, FlowGraph graph, DateTimeOffset started, CancellationToken cancel)
    {
        Institution institution = await InstitutionAsync(db, cancel);
        Programme? programme = subject.ProgrammeId is { } id ? await db.Programmes.FindAsync([id], cancel) : null;
        StaffDirectory people = await staff.OfAsync(db, institution, cancel);
        Document? document = subject.DocumentId is { } paper ? await db.Documents.FindAsync([paper], cancel) : null;
        List<Document> papers = Papers.AreWritten(graph) ? await PapersAsync(db, subject, cancel) : [];
        document ??= papers.LastOrDefault();
        return new CaseSurroundings
        {
            Papers = [.. papers.Where(p => p.CurrentVersionId is not null).Select(p => new CasePaper(p.FromStep!, p.Id, p.CurrentVersionId!.Value))],
            Institution = institution, Staff = people, Plan = PlanContext.Of(programme?.SchoolYear ?? SchoolYear.Of(institution.DayOf(started)), await calendars.OfAsync(db, institution, cancel)),
            Document = subject.DocumentId is not null && document?.CurrentVersionId is { } version ? (document.Id, version) : null,
            Relations = await relations.OfAsync(db, document, programme, people, institution.DayOf(started), cancel),
        };
    }

    public async Task<StaffDirectory> StaffAsync(MentorshipDb db, CancellationToken cancel) => await staff.OfAsync(db, await InstitutionAsync(db, cancel), cancel);

    public async Task<InstitutionCalendar> CalendarAsync(MentorshipDb db, CancellationToken cancel) => await calendars.OfAsync(db, await InstitutionAsync(db, cancel), cancel);

    /// <summary>What steps of the case brought forth, those included that are not saved yet.</summary>
    private static async Task<List<Document>> PapersAsync(MentorshipDb db, Case subject, CancellationToken cancel)
    {
        List<Document> stored = await db.Documents.AsTracking().Where(d => d.CaseId == subject.Id && d.FromStep != null).ToListAsync(cancel);
        return [.. stored.Union(db.Documents.Local.Where(d => d.CaseId == subject.Id && d.FromStep is not null)).OrderBy(d => d.CreatedAt).ThenBy(d => d.Id)];
    }

    private async Task<Institution> InstitutionAsync(MentorshipDb db, CancellationToken cancel) =>
        db.Held<Institution>(db.Scope) ?? await _institutionById(db, db.Scope, cancel) ?? throw new InvalidOperationException($"No institution {db.Scope}");
}
