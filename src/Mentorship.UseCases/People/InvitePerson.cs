using Mentorship.Domain;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.People;

/// <summary>Sends a person a link by which they choose a password; also the way back for who forgot it. An earlier invitation is void.</summary>
public sealed class InvitePerson
{
    private readonly Work _work;
    private readonly InstallationKey _key;
    private readonly MentorshipSettings _settings;

    internal InvitePerson(Work work, InstallationKey key, MentorshipSettings settings) => (_work, _key, _settings) = (work, key, settings);

    public async Task<Outcome<Invited>> RunAsync(Actor actor, Guid person, CancellationToken cancel)
    {
        if (StaffDesk.MayEdit(actor) is { } no) return no;
        return await _work.DoAsync<Invited>(actor.InstitutionId, async (db, at) =>
        {
            Member? member = await StaffDesk.MemberAsync(db, person, cancel);
            if (member is null) return StaffDesk.NotHere;
            Institution institution = await StaffDesk.InstitutionAsync(db, actor, cancel);
            if (member.Person.Email is not { } email) return new Refusal("EmailMissing", "Сначала укажите почту этого человека и сохраните карточку: приглашение придёт на неё.");
            if (member.LeftOn < institution.DayOf(at)) return new Refusal("PersonLeft", "Этот человек больше не работает здесь. Если он вернулся, сотрите дату ухода и сохраните карточку.");
            if (member.Roles.Any(r => r.Role == Roles.Administrator && r.To is null) && !actor.Is(Roles.Administrator)) return EditPerson.OnlyAdministrator;
            if (await StaffDesk.AccountAsync(db, email, cancel) is { } other && other.Id != person) return StaffDesk.EmailOfAnother(email);
            db.Invitations.RemoveRange(await db.Invitations.Where(i => i.PersonId == person && i.UsedAt == null).ToListAsync(cancel));
            Invitation invitation = new Invitation { InstitutionId = actor.InstitutionId, PersonId = person, InvitedBy = actor.PersonId, CreatedAt = at }.Seal(_key.Bytes);
            db.Invitations.Add(invitation);
            db.Mails.Add(new OutgoingMail
            {
                InstitutionId = actor.InstitutionId, PersonId = person, Address = email, Template = MailTemplate.Invitation, LinkId = invitation.Id, CreatedAt = at,
                Fields = new() { ["institution"] = institution.ShortName },
            });
            StaffDesk.Note(db, institution, actor, "PersonInvited", person.ToString(), at);
            return new Invited(email, _settings.Smtp is null && !_settings.Demonstration ? $"{_settings.Address}/join/{invitation.Token(_key.Bytes)}" : null);
        }, cancel);
    }
}

/// <param name="ByHand">Where no mail server is set the link is handed over by hand; else null.</param>
public sealed record Invited(string Email, string? ByHand);
