using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.People;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>The bodies of an institution with their people.</summary>
public sealed class BodiesView
{
    private readonly Work _work;
    private readonly StaffCache _staff;

    internal BodiesView(Work work, StaffCache staff) => (_work, _staff) = (work, staff);

    public Task<BodyList> RunAsync(Actor actor, CancellationToken cancel) => _work.ReadAsync(actor.InstitutionId, async db =>
    {
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        StaffDirectory staff = await _staff.OfAsync(db, institution, cancel);
        DateOnly today = institution.DayOf(_work.Now);
        Choice[] people = [.. staff.Members.Where(m => !(m.LeftOn < today) && m.Kind != MemberKind.Pupil).OrderBy(m => m.Person.SearchName, StringComparer.Ordinal)
            .Select(m => new Choice(m.PersonId, m.Person.FullName, m.Post))];
        return new BodyList([.. staff.Bodies.OrderBy(b => b.Name, StringComparer.CurrentCulture).Select(b => Line(b, staff))], people, StaffDesk.Edits(actor));
    }, cancel);

    private static BodyLine Line(Body body, StaffDirectory staff)
    {
        BodyCard card = BodyCard.Of(body);
        return new BodyLine(body.Id, card, StaffDesk.Stamp(card), Roles.NameOf(body.Role), staff.Member(body.LeadId)?.Person.ShortName ?? "",
            [.. card.Members.Where(id => id != body.LeadId).Select(id => staff.Member(id)?.Person).OfType<Person>().OrderBy(p => p.SearchName, StringComparer.Ordinal).Select(p => p.ShortName)]);
    }
}

public sealed record BodyLine(Guid Id, BodyCard Card, string Stamp, string RoleName, string Lead, IReadOnlyList<string> Others);

/// <summary>A person to choose.</summary>
public sealed record Choice(Guid Id, string Name, string Post);

/// <param name="People">Who can be a member.</param>
public sealed record BodyList(IReadOnlyList<BodyLine> Bodies, IReadOnlyList<Choice> People, bool Edits);
