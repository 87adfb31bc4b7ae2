using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Accounts;

/// <summary>An institution in which a person is a member today.</summary>
internal sealed record Belonging(Institution Institution, Member Member)
{
    /// <summary>All of them, by name: this question is asked across institutions.</summary>
    public static async Task<IReadOnlyList<Belonging>> OfAsync(MentorshipDb db, Guid person, DateTimeOffset at, CancellationToken cancel)
    {
        var found = await db.Members.IgnoreQueryFilters().Where(member => member.PersonId == person)
            .Join(db.Institutions, member => member.InstitutionId, institution => institution.Id, (member, institution) => new { institution, member })
            .OrderBy(pair => pair.institution.ShortName).ThenBy(pair => pair.institution.Id).ToListAsync(cancel);
        return [.. found.Where(pair => !(pair.member.LeftOn < pair.institution.DayOf(at))).Select(pair => new Belonging(pair.institution, pair.member))];
    }
}
