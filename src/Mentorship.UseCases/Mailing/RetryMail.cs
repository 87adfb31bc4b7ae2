using Mentorship.Domain;
using Mentorship.Domain.Mailing;
using Mentorship.UseCases.Looking;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Mailing;

/// <summary>«Отправить ещё раз»: a mail that failed or still waits for its next attempt is tried at once.</summary>
public sealed class RetryMail
{
    private readonly Work _work;

    internal RetryMail(Work work) => _work = work;

    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (MailView.Require(actor) is { } no) return no;
        return await _work.DoAsync<Done>(actor.InstitutionId, async (db, _) =>
        {
            OutgoingMail? mail = await db.Mails.SingleOrDefaultAsync(m => m.Id == id, cancel);
            if (mail is null or { Status: MailStatus.Sent or MailStatus.Unneeded }) return AlreadySent;
            if (mail.Status == MailStatus.Failed) mail.Attempts = 0;
            (mail.Status, mail.NextAttemptAt) = (MailStatus.Waiting, null);
            return default(Done);
        }, cancel);
    }

    private static Refusal AlreadySent { get; } = new("MailSent", "Это письмо уже отправлено или больше не нужно. Обновите страницу.");
}
