using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Documents.Templates;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Templates;

/// <summary>What an institution knows itself when a document is made of a template.</summary>
internal static class TemplateSurroundings
{
    /// <param name="controller">On whom the control is laid; null: the head keeps it.</param>
    public static async Task<Outcome<TemplateKnown>> OfAsync(MentorshipDb db, StaffDirectory staff, Guid? controller, DateTimeOffset at, CancellationToken cancel)
    {
        Institution institution = (await db.Institutions.FindAsync([db.Scope], cancel))!;
        DateOnly today = institution.DayOf(at);
        OrderPeople people = new(institution, staff, today);
        Outcome<Letterhead> letterhead = people.Letterhead();
        if (letterhead.Refusal is { } no) return no;
        // In summer the coming year is prepared: a programme that is there already says which one is meant.
        int? planned = await db.Programmes.MaxAsync(p => (int?)p.FirstYear, cancel);
        return new TemplateKnown(letterhead.Value!)
        {
            Head = OrderPeople.Of(people.Head!), Curator = people.Curator is { } curator ? OrderPeople.Of(curator) : null, Controller = people.Person(controller), Today = today,
            Year = Math.Max(SchoolYear.Of(today).FirstYear, planned is { } year && year <= today.Year ? year : 0),
        };
    }
}
