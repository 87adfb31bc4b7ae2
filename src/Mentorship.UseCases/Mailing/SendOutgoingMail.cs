using System.Net;
using System.Net.Mail;
using System.Text;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Mailing;
using Mentorship.Storage;
using Mentorship.UseCases.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Mailing;

/// <summary>Sends what waits in the outbox, at least once, with a stable Message-ID; a failure waits longer each time and is shown on «Исходящая почта».</summary>
public sealed class SendOutgoingMail
{
    private const int Batch = 100, MostAttempts = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1), TakenFor = TimeSpan.FromMinutes(2);
    private static readonly Outcome<Letter?> Nothing = new(null, null);
    private readonly Work _work;
    private readonly MentorshipSettings _settings;
    private readonly InstallationKey _key;

    internal SendOutgoingMail(Work work, MentorshipSettings settings, InstallationKey key) => (_work, _settings, _key) = (work, settings, key);

    /// <summary>Returns how many were sent. In a demonstration the mails are kept and stay readable there.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        DateTimeOffset now = _work.Now;
        List<(Guid Id, Guid Institution)> waiting = [.. (await _work.ReadAsync(Guid.Empty, db => db.Mails.IgnoreQueryFilters()
            .Where(m => m.Status == MailStatus.Waiting && (m.NextAttemptAt == null || m.NextAttemptAt <= now))
            .OrderBy(m => m.CreatedAt).Take(Batch).Select(m => new { m.Id, m.InstitutionId }).ToListAsync(cancel), cancel)).Select(m => (m.Id, m.InstitutionId))];
        int sent = 0;
        foreach ((Guid id, Guid institution) in waiting) if (await SendAsync(id, institution, cancel)) sent++;
        return sent;
    }

    /// <summary>Takes the mail, delivers it, notes what came of it. Whoever has taken it is left alone with it; if its process dies the mail is due again.</summary>
    private async Task<bool> SendAsync(Guid id, Guid institution, CancellationToken cancel)
    {
        if ((await _work.DoAsync(institution, (db, at) => TakeAsync(db, id, at, cancel), cancel)).Value is not { } letter) return false;
        string? failure = await DeliverAsync(letter, _settings.Smtp!, cancel);
        return (await _work.DoAsync<bool>(institution, async (db, at) =>
        {
            OutgoingMail mail = await db.Mails.SingleAsync(m => m.Id == id, cancel);
            mail.LastError = failure;
            if (failure is null) (mail.Status, mail.SentAt, mail.NextAttemptAt) = (MailStatus.Sent, at, null);
            else (mail.Status, mail.NextAttemptAt) = (mail.Attempts >= MostAttempts ? MailStatus.Failed : MailStatus.Waiting, at.AddMinutes(Math.Min(Math.Pow(2, mail.Attempts), 240)));
            return mail.Status == MailStatus.Sent;
        }, cancel)).Value;
    }

    /// <summary>Null when it is not to be sent, or somebody else has taken it.</summary>
    private async Task<Outcome<Letter?>> TakeAsync(MentorshipDb db, Guid id, DateTimeOffset at, CancellationToken cancel)
    {
        OutgoingMail mail = await db.Mails.SingleAsync(m => m.Id == id, cancel);
        if (mail.Status != MailStatus.Waiting || mail.NextAttemptAt > at) return Nothing;
        if (!await IsStillWantedAsync(db, mail, cancel))
        {
            mail.Status = MailStatus.Unneeded;
            return Nothing;
        }
        string? link = await MailLink.AddressAsync(db, mail, _settings, _key, cancel);
        bool isVoid = mail.LinkId is not null && link is null;
        if (_settings.Demonstration || _settings.Smtp is null || isVoid)
        {
            mail.Status = MailStatus.Kept;
            return Nothing;
        }
        string greeting = await db.People.Where(p => p.Id == mail.PersonId).Select(p => p.GivenName + " " + (p.Patronymic ?? "")).SingleAsync(cancel);
        mail.Attempts++;
        mail.NextAttemptAt = at + TakenFor;
        return new Letter(mail, greeting.Trim(), link, await MailFiles.OfAsync(db, mail, cancel));
    }

    /// <summary>A reminder does not go out after the decision, however long it lay here; an escalation names only who has still not answered.</summary>
    private static async Task<bool> IsStillWantedAsync(MentorshipDb db, OutgoingMail mail, CancellationToken cancel)
    {
        if (mail is { Template: MailTemplate.Reminder, WorkItemId: { } asked }) return await Waiting(db).AnyAsync(w => w.Id == asked, cancel);
        if (mail.Template != MailTemplate.Escalation) return true;
        Dictionary<Guid, string> held = mail.Fields.Keys.Where(k => k.StartsWith(MailText.HolderPrefix, StringComparison.Ordinal)).ToDictionary(k => Guid.Parse(k.AsSpan(MailText.HolderPrefix.Length)));
        List<Guid> open = await Waiting(db).Where(w => held.Keys.Contains(w.Id)).Select(w => w.Id).ToListAsync(cancel);
        foreach (Guid answered in held.Keys.Except(open)) mail.Fields.Remove(held[answered]);
        return open.Count > 0;
    }

    /// <summary>Work that can be answered now: open, of a case that runs.</summary>
    private static IQueryable<WorkItem> Waiting(MentorshipDb db) =>
        db.WorkItems.Where(w => w.Status == WorkStatus.Open && db.Cases.Any(c => c.Id == w.CaseId && c.Status == CaseStatus.Running));

    /// <summary>Null when the server took the mail, else what went wrong.</summary>
    private static async Task<string?> DeliverAsync(Letter letter, SmtpSettings smtp, CancellationToken cancel)
    {
        OutgoingMail mail = letter.Mail;
        (string subject, string body) = MailText.Render(mail, letter.Greeting, letter.Link);
        if (!MailAddress.TryCreate(mail.Address, out MailAddress? to)) return $"Адрес «{mail.Address}» записан неверно: исправьте его на странице «Люди».";
        using SmtpClient client = new(smtp.Host, smtp.Port) { EnableSsl = smtp.StartTls };
        if (smtp.User is { Length: > 0 }) client.Credentials = new NetworkCredential(smtp.User, smtp.Password);
        MailAddress from = new(smtp.From);
        using MailMessage message = new(from, to) { Subject = subject, Body = body, SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8 };
        message.Headers.Add("Message-ID", mail.MessageId(from.Host));
        foreach (FileToSend file in letter.Files) message.Attachments.Add(new Attachment(new MemoryStream(file.Content), file.Name, file.ContentType) { NameEncoding = Encoding.UTF8 });
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
            return null;
        }
        catch (SmtpException refused)
        {
            return refused.InnerException is { } cause ? $"{refused.Message} {cause.Message}" : refused.Message;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return "Почтовый сервер не ответил за минуту.";
        }
    }

    private sealed record Letter(OutgoingMail Mail, string Greeting, string? Link, IReadOnlyList<FileToSend> Files);
}
