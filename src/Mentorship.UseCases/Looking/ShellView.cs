using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Programmes;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>What the frame around every page shows: the place, the person, the sections that the person's roles use.</summary>
public sealed class ShellView
{
    private static readonly (Section Section, string[] Roles)[] Users =
    [
        (Section.Roadmap, [Roles.Curator, Roles.Administrator, Roles.Director, Roles.Deputy, Roles.WorkingGroup, Roles.MethodicalAssociation]),
        (Section.Designer, [Roles.Administrator]),
        (Section.Pairs, [Roles.Curator, Roles.Deputy]),
        (Section.Documents, [Roles.Director, Roles.Deputy, Roles.Curator, Roles.Secretary, Roles.Accountant, Roles.SiteEditor]),
        (Section.People, [Roles.Administrator, Roles.Curator, Roles.Secretary]),
        (Section.Import, [Roles.Curator, Roles.Administrator]),
        (Section.Mail, [Roles.Administrator, Roles.Curator, Roles.Secretary]),
    ];

    private readonly Work _work;
    private readonly StaffCache _staff;
    private readonly MentorshipSettings _settings;

    internal ShellView(Work work, StaffCache staff, MentorshipSettings settings) => (_work, _staff, _settings) = (work, staff, settings);

    public Task<Frame> RunAsync(Actor actor, CancellationToken cancel) => _work.ReadAsync(actor.InstitutionId, async db =>
    {
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        StaffDirectory staff = await _staff.OfAsync(db, institution, cancel);
        Member me = staff.Member(actor.PersonId)!;
        Guid[] closed = [.. staff.Bodies.Where(body => body.MayClose(me.PersonId)).Select(body => body.Id)];
        int waiting = await db.WorkItems.CountAsync(item => item.Status == WorkStatus.Open && (item.PersonId == me.PersonId || item.BodyId != null && closed.Contains(item.BodyId.Value)), cancel);
        // Next year's roadmap may be on its way while this year's still runs: the one at work names the year.
        int? year = await db.Programmes.Where(p => p.Status != ProgrammeStatus.Finished).OrderByDescending(p => p.Status == ProgrammeStatus.Running).ThenByDescending(p => p.FirstYear)
            .Select(p => (int?)p.FirstYear).FirstOrDefaultAsync(cancel);
        HashSet<string> roles = [.. actor.Roles, .. staff.Bodies.Where(body => body.Includes(me.PersonId)).Select(body => body.Role)];
        return new Frame(institution.ShortName, year is { } first ? new SchoolYear(first) : SchoolYear.Of(institution.DayOf(_work.Now)), me.Person.ShortName, me.Post,
            [Section.Today, Section.Inbox, .. Users.Where(use => use.Roles.Any(roles.Contains)).Select(use => use.Section)], waiting, _settings.Demonstration);
    }, cancel);
}

/// <summary>A part of the product with an entry of its own in the menu.</summary>
public enum Section { Today, Inbox, Roadmap, Designer, Pairs, Documents, People, Import, Mail }

/// <param name="Waiting">Open tasks that the person may decide.</param>
public sealed record Frame(string Institution, SchoolYear SchoolYear, string PersonName, string PersonPost, IReadOnlyList<Section> Sections, int Waiting, bool IsDemonstration);
