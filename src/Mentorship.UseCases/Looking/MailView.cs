using Mentorship.Domain;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.People;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Mailing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>The page «Исходящая почта»: what went to whom and when. Links are masked, but in a demonstration, where no mail leaves, they open.</summary>
public sealed class MailView
{
    private const int PerPage = 50;
    private readonly Work _work;
    private readonly StaffCache _staff;
    private readonly MentorshipSettings _settings;
    private readonly InstallationKey _key;

    internal MailView(Work work, StaffCache staff, MentorshipSettings settings, InstallationKey key) => (_work, _staff, _settings, _key) = (work, staff, settings, key);

    /// <param name="only">Mails of this status; null: all.</param>
    public async Task<Outcome<MailPage>> RunAsync(Actor actor, MailStatus? only, int page, CancellationToken cancel)
    {
        if (Require(actor) is { } no) return no;
        return await _work.ReadAsync<Outcome<MailPage>>(actor.InstitutionId, async db =>
        {
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            StaffDirectory staff = await _staff.OfAsync(db, institution, cancel);
            IQueryable<OutgoingMail> chosen = db.Mails.Where(m => only == null || m.Status == only);
            int pages = Math.Max(1, (await chosen.CountAsync(cancel) + PerPage - 1) / PerPage);
            page = Math.Clamp(page, 1, pages);
            List<OutgoingMail> mails = await chosen.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(cancel);
            int failed = await db.Mails.CountAsync(m => m.Status == MailStatus.Failed, cancel);
            return new MailPage([.. mails.Select(m => Line(m, institution, staff))], page, pages, failed, _settings.Demonstration, _settings.Smtp is not null);
        }, cancel);
    }

    /// <summary>One mail as text.</summary>
    public async Task<Outcome<OpenMail>> OpenAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (Require(actor) is { } no) return no;
        return await _work.ReadAsync<Outcome<OpenMail>>(actor.InstitutionId, async db =>
        {
            OutgoingMail? mail = await db.Mails.SingleOrDefaultAsync(m => m.Id == id, cancel);
            if (mail is null) return NoMail;
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            StaffDirectory staff = await _staff.OfAsync(db, institution, cancel);
            string? address = _settings.Demonstration || mail.LinkId is null ? await MailLink.AddressAsync(db, mail, _settings, _key, cancel) : null;
            (string subject, string body) = MailText.Render(mail, staff.Member(mail.PersonId)?.Person.Greeting ?? "", address ?? (Masked(mail) is { } mask ? _settings.Address + mask : null));
            return new OpenMail(Line(mail, institution, staff), subject, body, address?[_settings.Address.Length..], [.. mail.Attached.Select(a => a.Name)]);
        }, cancel);
    }

    private static string? Masked(OutgoingMail mail) => mail.LinkId is null ? null : mail.Template == MailTemplate.Invitation ? "/join/••••" : "/d/••••";

    internal static Refusal? Require(Actor actor) => actor.Require(Roles.Administrator, Roles.Curator, Roles.Secretary);

    private static MailLine Line(OutgoingMail mail, Institution institution, StaffDirectory staff) => new(
        mail.Id, staff.Member(mail.PersonId)?.Person.ShortName ?? "", mail.Address, MailText.Render(mail, "", null).Subject, Masked(mail),
        mail.Status, mail.Attempts, TimeZoneInfo.ConvertTime(mail.CreatedAt, institution.Zone),
        mail.SentAt is { } sent ? TimeZoneInfo.ConvertTime(sent, institution.Zone) : null, mail.NextAttemptAt is { } next ? TimeZoneInfo.ConvertTime(next, institution.Zone) : null, mail.LastError);

    private static Refusal NoMail { get; } = new("NoMail", "Такого письма нет. Вернитесь к списку писем.");
}

/// <param name="IsSending">A mail server is set up.</param>
public sealed record MailPage(IReadOnlyList<MailLine> Mails, int Page, int Pages, int Failed, bool IsDemonstration, bool IsSending);

/// <summary>Instants are in the institution's own time zone.</summary>
public sealed record MailLine(Guid Id, string Person, string Address, string Subject, string? Link, MailStatus Status, int Attempts, DateTimeOffset At, DateTimeOffset? SentAt, DateTimeOffset? NextAt, string? Error);

/// <param name="LinkPath">The working link, in a demonstration only; the page of a document always.</param>
/// <param name="Attached">Names of the files that go with it.</param>
public sealed record OpenMail(MailLine Line, string Subject, string Body, string? LinkPath, IReadOnlyList<string> Attached);
