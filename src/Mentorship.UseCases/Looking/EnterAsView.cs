using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>Everybody whom a visitor of the demonstration may become, by institution. Empty anywhere else.</summary>
public sealed class EnterAsView
{
    /// <summary>Who shows most of the product comes first.</summary>
    private static readonly List<string> Order =
    [
        Roles.Director, Roles.Curator, Roles.Deputy, Roles.Administrator, Roles.Secretary, Roles.Mentor, Roles.Mentee,
        Roles.WorkingGroup, Roles.MethodicalAssociation, Roles.Accountant, Roles.SiteEditor,
    ];

    private readonly Work _work;
    private readonly StaffCache _staff;
    private readonly MentorshipSettings _settings;

    internal EnterAsView(Work work, StaffCache staff, MentorshipSettings settings) => (_work, _staff, _settings) = (work, staff, settings);

    public async Task<IReadOnlyList<EnterAsPlace>> RunAsync(CancellationToken cancel)
    {
        if (!_settings.Demonstration) return [];
        List<Institution> institutions = await _work.ReadAsync(Guid.Empty, db => db.Institutions.OrderBy(i => i.CreatedAt).ThenBy(i => i.Id).ToListAsync(cancel), cancel);
        List<EnterAsPlace> places = [];
        foreach (Institution institution in institutions) places.Add(await PlaceAsync(institution, cancel));
        return places;
    }

    private Task<EnterAsPlace> PlaceAsync(Institution institution, CancellationToken cancel) => _work.ReadAsync(institution.Id, async db =>
    {
        DateOnly today = institution.DayOf(_work.Now);
        StaffDirectory staff = await _staff.OfAsync(db, institution, cancel);
        List<WorkHolder> open = await db.WorkItems.Where(w => w.Status == WorkStatus.Open).Select(w => new WorkHolder(w.PersonId, w.BodyId)).ToListAsync(cancel);
        return new EnterAsPlace(institution.ShortName, [.. staff.Members.Where(m => !(m.LeftOn < today)).Select(m => Of(m, staff, open, today)).OrderBy(p => p.Role is null ? Order.Count : Order.IndexOf(p.Role)).ThenBy(p => p.Name, StringComparer.Ordinal)]);
    }, cancel);

    private static EnterAsPerson Of(Member member, StaffDirectory staff, List<WorkHolder> open, DateOnly today)
    {
        HashSet<string> held = [.. member.Roles.Where(r => r.Covers(today)).Select(r => r.Role), .. staff.Bodies.Where(b => b.Includes(member.PersonId)).Select(b => b.Role)];
        HashSet<Guid> closes = [.. staff.Bodies.Where(b => b.MayClose(member.PersonId)).Select(b => b.Id)];
        string? main = Order.FirstOrDefault(held.Contains);
        int waiting = open.Count(w => w.PersonId == member.PersonId || w.BodyId is { } body && closes.Contains(body));
        return new EnterAsPerson(member.PersonId, member.Person.FullName, member.Post, main, waiting);
    }

    private sealed record WorkHolder(Guid? PersonId, Guid? BodyId);
}

public sealed record EnterAsPlace(string Institution, IReadOnlyList<EnterAsPerson> People);

/// <param name="Role">The role that shows most of the product; null for who holds none.</param>
/// <param name="Waiting">Open tasks that the person may decide.</param>
public sealed record EnterAsPerson(Guid PersonId, string Name, string Post, string? Role, int Waiting);
