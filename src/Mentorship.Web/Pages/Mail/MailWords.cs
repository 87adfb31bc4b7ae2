using Mentorship.Domain.Mailing;
using Mentorship.UseCases.Looking;
using Mentorship.Web.Parts;

namespace Mentorship.Web.Pages.Mail;

/// <summary>The status of a mail in words and colour.</summary>
internal static class MailWords
{
    public static string Of(MailStatus status) => status switch
    {
        MailStatus.Sent => MailTexts.Sent,
        MailStatus.Failed => MailTexts.Failed,
        MailStatus.Kept => MailTexts.Kept,
        MailStatus.Unneeded => MailTexts.Unneeded,
        _ => MailTexts.Waiting,
    };

    public static string Plural(MailStatus status) => status switch
    {
        MailStatus.Sent => MailTexts.SentMany,
        MailStatus.Failed => MailTexts.FailedMany,
        MailStatus.Kept => MailTexts.KeptMany,
        MailStatus.Unneeded => MailTexts.UnneededMany,
        _ => MailTexts.WaitingMany,
    };

    public static Tone Tone(MailStatus status) => status switch
    {
        MailStatus.Sent => Parts.Tone.Ok,
        MailStatus.Failed => Parts.Tone.Late,
        MailStatus.Kept or MailStatus.Unneeded => Parts.Tone.Plain,
        _ => Parts.Tone.Wait,
    };

    /// <summary>There is a server to send it, and it has not gone out.</summary>
    public static bool MayRetry(MailLine mail, UseCases.Looking.MailPage page) =>
        page is { IsSending: true, IsDemonstration: false } && (mail.Status is MailStatus.Failed or MailStatus.Kept || mail is { Status: MailStatus.Waiting, Attempts: > 0 });
}
