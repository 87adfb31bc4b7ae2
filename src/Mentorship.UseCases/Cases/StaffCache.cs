using System.Collections.Concurrent;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Cases;

/// <summary>The staff of an institution, kept until its staff number goes up.</summary>
internal sealed class StaffCache
{
    private readonly ConcurrentDictionary<Guid, (int Number, StaffDirectory Staff)> _staff = new();

    public async Task<StaffDirectory> OfAsync(MentorshipDb db, Institution institution, CancellationToken cancel)
    {
        if (_staff.TryGetValue(institution.Id, out var known) && known.Number == institution.StaffNumber) return known.Staff;
        List<Member> members = await db.Members.AsNoTracking().Include(m => m.Person).Include(m => m.Roles).ToListAsync(cancel);
        List<Body> bodies = await db.Bodies.AsNoTracking().Include(b => b.Members).ToListAsync(cancel);
        StaffDirectory staff = new(members, bodies);
        _staff[institution.Id] = (institution.StaffNumber, staff);
        return staff;
    }
}
