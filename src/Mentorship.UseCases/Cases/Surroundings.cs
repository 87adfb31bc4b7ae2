using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Programmes;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Cases;

/// <summary>Gathers what a case may look at: its institution with the staff and the calendar, the year of its plan, and who stands in a relation to it.</summary>
internal sealed class Surroundings(StaffCache staff, CalendarCache calendars, CaseRelations relations)
{
    private readonly Func<MentorshipDb, Guid, CancellationToken, Task<Institution?>> _institutionById = EF.CompileAsyncQuery((MentorshipDb db, Guid id, CancellationToken _) =>
        db.Institutions.AsTracking().SingleOrDefault(i => i.Id == id));

    public async Task<CaseSurroundings> OfAsync(MentorshipDb db, Case subject, DateTimeOffset started, CancellationToken cancel)
    {
        Institution institution = await InstitutionAsync(db, cancel);
        Programme? programme = subject.ProgrammeId is { } id ? await db.Programmes.FindAsync([id], cancel) : null;
        StaffDirectory people = await staff.OfAsync(db, institution, cancel);
        Document? document = subject.DocumentId is { } paper ? await db.Documents.FindAsync([paper], cancel) : null;
        return new CaseSurroundings
        {
            Institution = institution, Staff = people, Plan = PlanContext.Of(programme?.SchoolYear ?? SchoolYear.Of(institution.DayOf(started)), await calendars.OfAsync(db, institution, cancel)),
            Document = document?.CurrentVersionId is { } version ? (document.Id, version) : null,
            Relations = await relations.OfAsync(db, document, programme, people, institution.DayOf(started), cancel),
        };
    }

    public async Task<StaffDirectory> StaffAsync(MentorshipDb db, CancellationToken cancel) => await staff.OfAsync(db, await InstitutionAsync(db, cancel), cancel);

    public async Task<InstitutionCalendar> CalendarAsync(MentorshipDb db, CancellationToken cancel) => await calendars.OfAsync(db, await InstitutionAsync(db, cancel), cancel);

    private async Task<Institution> InstitutionAsync(MentorshipDb db, CancellationToken cancel) =>
        db.Held<Institution>(db.Scope) ?? await _institutionById(db, db.Scope, cancel) ?? throw new InvalidOperationException($"No institution {db.Scope}");
}
