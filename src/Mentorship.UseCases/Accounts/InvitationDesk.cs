using Mentorship.Domain;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Accounts;

/// <summary>Finds the open invitation of a token, across institutions, and whom it invites.</summary>
internal static class InvitationDesk
{
    public static async Task<Outcome<OpenedInvitation>> FindAsync(MentorshipDb db, string token, DateTimeOffset at, CancellationToken cancel)
    {
        string hash = Invitation.HashOf(token);
        Invitation? invitation = await db.Invitations.IgnoreQueryFilters().FirstOrDefaultAsync(i => i.TokenHash == hash, cancel);
        if (invitation is null) return Void;
        if (invitation.UsedAt is not null) return Used;
        Member member = await db.Members.IgnoreQueryFilters().Include(m => m.Person).SingleAsync(m => m.PersonId == invitation.PersonId && m.InstitutionId == invitation.InstitutionId, cancel);
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == invitation.InstitutionId, cancel);
        if (!invitation.IsOpen(at) || member.LeftOn < institution.DayOf(at) || member.Person.Email is null) return Void;
        return new OpenedInvitation(invitation, member, institution);
    }

    private static Refusal Void { get; } = new("InvitationVoid", "Это приглашение больше не действует: прошло две недели или прислано новое. Попросите администратора учреждения прислать приглашение ещё раз.");
    private static Refusal Used { get; } = new("InvitationUsed", "По этому приглашению уже придумали пароль. Войдите с ним; если пароль забыт, попросите новое приглашение.");
}

internal sealed record OpenedInvitation(Invitation Invitation, Member Member, Institution Institution);
