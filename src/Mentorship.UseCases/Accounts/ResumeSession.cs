using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Accounts;

/// <summary>Says who a session is today: roles come and go with dates, a changed password and a leaving end it.</summary>
public sealed class ResumeSession
{
    private readonly Work _work;
    private readonly StaffCache _staff;
    private readonly MentorshipSettings _settings;

    internal ResumeSession(Work work, StaffCache staff, MentorshipSettings settings) => (_work, _staff, _settings) = (work, staff, settings);

    /// <summary>Null when the session has ended.</summary>
    public Task<Actor?> RunAsync(Entry entry, CancellationToken cancel) => _work.ReadAsync<Actor?>(entry.InstitutionId, async db =>
    {
        string? stamp = await db.Users.Where(user => user.Id == entry.PersonId).Select(user => user.SecurityStamp).SingleOrDefaultAsync(cancel);
        if (_settings.Demonstration) stamp ??= Entry.NoAccount;
        Institution? institution = await db.Institutions.SingleOrDefaultAsync(i => i.Id == entry.InstitutionId, cancel);
        if (institution is null || stamp != entry.Stamp) return null;
        DateOnly today = institution.DayOf(_work.Now);
        Member? member = (await _staff.OfAsync(db, institution, cancel)).Member(entry.PersonId);
        if (member is null || member.LeftOn < today) return null;
        return new Actor(institution.Id, member.PersonId, member.Roles.Where(role => role.Covers(today)).Select(role => role.Role).ToHashSet());
    }, cancel);
}
