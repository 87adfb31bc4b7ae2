using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.People;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>The list of people. Administrator and curator see everything, others the names and posts of those who work here.</summary>
public sealed class PeopleView
{
    private const int PageSize = 50;
    private readonly Work _work;
    private readonly StaffCache _staff;

    internal PeopleView(Work work, StaffCache staff) => (_work, _staff) = (work, staff);

    /// <param name="search">Words of a name or a post, in any order; case and ё do not matter.</param>
    /// <param name="page">Counted from one.</param>
    public Task<PeopleList> RunAsync(Actor actor, string? search, PeopleFilter filter, int page, CancellationToken cancel) => _work.ReadAsync(actor.InstitutionId, async db =>
    {
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        DateOnly today = institution.DayOf(_work.Now);
        bool edits = StaffDesk.Edits(actor);
        string[] words = Person.Fold(search ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        IReadOnlyList<Member> all = (await _staff.OfAsync(db, institution, cancel)).Members;
        Member[] found = [.. all.Where(m => (edits || m.Kind != MemberKind.Pupil) && Is(m, edits ? filter : PeopleFilter.Present, today) && words.All(word => Says(m, word)))
            .OrderBy(m => m.Person.SearchName, StringComparer.Ordinal).ThenBy(m => m.PersonId)];
        int pages = Math.Max(1, (found.Length + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        Member[] shown = [.. found.Skip((page - 1) * PageSize).Take(PageSize)];
        Dictionary<Guid, Access> access = edits ? await AccessAsync(db, shown, cancel) : [];
        return new PeopleList([.. shown.Select(m => Line(m, today, edits, access))], found.Length, page, pages, edits, all.Count <= 1);
    }, cancel);

    private static bool Is(Member member, PeopleFilter filter, DateOnly today)
    {
        bool isGone = member.LeftOn < today;
        return filter switch
        {
            PeopleFilter.Gone => isGone,
            PeopleFilter.Employees => !isGone && member.Kind == MemberKind.Employee,
            PeopleFilter.Pupils => !isGone && member.Kind == MemberKind.Pupil,
            PeopleFilter.External => !isGone && member.Kind == MemberKind.External,
            _ => !isGone,
        };
    }

    private static bool Says(Member member, string word) => member.Person.SearchName.Contains(word, StringComparison.Ordinal) || Person.Fold(member.Post).Contains(word, StringComparison.Ordinal);

    private async Task<Dictionary<Guid, Access>> AccessAsync(MentorshipDb db, Member[] shown, CancellationToken cancel)
    {
        Guid[] people = [.. shown.Select(m => m.PersonId)];
        DateTimeOffset since = _work.Now - Domain.Mailing.Invitation.Lasts;
        Dictionary<Guid, Access> access = [];
        foreach (Guid invited in await db.Invitations.Where(i => people.Contains(i.PersonId) && i.UsedAt == null && i.CreatedAt > since).Select(i => i.PersonId).ToListAsync(cancel)) access[invited] = Access.Invited;
        foreach (Guid entering in await db.Users.Where(u => people.Contains(u.Id)).Select(u => u.Id).ToListAsync(cancel)) access[entering] = Access.Enters;
        return access;
    }

    private static PersonLine Line(Member member, DateOnly today, bool edits, Dictionary<Guid, Access> access) => edits
        ? new PersonLine(member.PersonId, member.Person.FullName, member.Post, member.Kind, member.Person.Email, RoleNames(member, today), access.GetValueOrDefault(member.PersonId), member.LeftOn)
        : new PersonLine(member.PersonId, member.Person.FullName, member.Post, member.Kind, null, [], Access.None, null);

    private static string[] RoleNames(Member member, DateOnly today)
    {
        HashSet<string> held = [.. member.Roles.Where(r => r.Covers(today)).Select(r => r.Role)];
        return [.. Roles.All.Where(r => held.Contains(r.Code)).Select(r => r.Name), .. held.Where(r => r.StartsWith(Roles.OwnPrefix, StringComparison.Ordinal)).Select(Roles.NameOf).Order(StringComparer.Ordinal)];
    }
}

public enum PeopleFilter { Present, Employees, Pupils, External, Gone }

/// <summary>Has the person a way in?</summary>
public enum Access { None, Invited, Enters }

public sealed record PersonLine(Guid Id, string Name, string Post, MemberKind Kind, string? Email, IReadOnlyList<string> Roles, Access Access, DateOnly? LeftOn);

/// <param name="Edits">May the one who looks change people?</param>
/// <param name="OnlyMe">Nobody has been added yet.</param>
public sealed record PeopleList(IReadOnlyList<PersonLine> People, int Total, int Page, int Pages, bool Edits, bool OnlyMe);
