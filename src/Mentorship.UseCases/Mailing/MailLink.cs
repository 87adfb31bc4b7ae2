using Mentorship.Domain.Mailing;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Mailing;

/// <summary>The whole address behind the link of a mail: made when it is needed, never stored.</summary>
internal static class MailLink
{
    /// <summary>The page of the document that a mail speaks of and does not carry; it asks to sign in. Null where it speaks of none.</summary>
    public static string? Page(OutgoingMail mail, MentorshipSettings settings) =>
        mail.Fields.GetValueOrDefault(OutgoingMail.DocumentField) is { Length: > 0 } document ? $"{settings.Address}/documents/{document}" : null;

    /// <summary>Null where the mail has no link, or where what it led to has been taken back.</summary>
    public static async Task<string?> AddressAsync(MentorshipDb db, OutgoingMail mail, MentorshipSettings settings, InstallationKey key, CancellationToken cancel)
    {
        if (mail.LinkId is not { } id) return Page(mail, settings);
        if (mail.Template == MailTemplate.Invitation)
            return await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, cancel) is { } invitation ? $"{settings.Address}/join/{invitation.Token(key.Bytes)}" : null;
        return $"{settings.Address}/d/{(await db.Links.SingleAsync(l => l.Id == id, cancel)).Token(key.Bytes)}";
    }
}
