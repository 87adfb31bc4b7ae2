using System.Text.RegularExpressions;
using Mentorship.Domain.Mailing;
using Mentorship.Storage;
using Mentorship.Workload;
using Mentorship.UseCases.Mailing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Mailing;

public sealed partial class SendOutgoingMailTests
{
    [Fact]
    public async Task Send_WhenTheServerRefuses_WaitsTriesAgainAndKeepsItsMessageId()
    {
        await using SmtpListener server = new() { Refusing = "451 later" };
        await using World world = await World.CreateAsync(smtp: Smtp(server));
        Guid person = await world.Errand.PersonAsync("Токарь");
        await world.Errand.TaskAsync(person);
        SendOutgoingMail send = world.Get<SendOutgoingMail>();

        Assert.Equal(0, await send.RunAsync(default));
        OutgoingMail waiting = await MailAsync(world);
        Assert.Equal((MailStatus.Waiting, 1), (waiting.Status, waiting.Attempts));
        Assert.Contains("later", waiting.LastError, StringComparison.Ordinal);
        server.Refusing = null;
        Assert.Equal(0, await send.RunAsync(default));
        world.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, await send.RunAsync(default));

        string mail = Assert.Single(server.Mails);
        Assert.Equal(waiting.MessageId("school.example.org"), MessageId().Match(mail).Groups[1].Value);
        OutgoingMail sent = await MailAsync(world);
        Assert.Equal((MailStatus.Sent, (string?)null), (sent.Status, sent.LastError));
        Assert.Equal(0, await send.RunAsync(default));
    }

    [Fact]
    public async Task Send_WhenTheProcessDiedBeforeItSaved_RepeatsTheMailWithTheSameMessageId()
    {
        await using SmtpListener server = new();
        await using World world = await World.CreateAsync(smtp: Smtp(server));
        Guid person = await world.Errand.PersonAsync("Токарь");
        await world.Errand.TaskAsync(person);
        SendOutgoingMail send = world.Get<SendOutgoingMail>();
        Assert.Equal(1, await send.RunAsync(default));

        // What the database holds when the process dies after the server took the mail and before the save.
        await using (MentorshipDb db = world.Open())
        {
            OutgoingMail lost = await db.Mails.SingleAsync();
            (lost.Status, lost.SentAt, lost.NextAttemptAt) = (MailStatus.Waiting, null, world.Time.GetUtcNow().AddMinutes(2));
            await db.SaveChangesAsync();
        }
        Assert.Equal(0, await send.RunAsync(default));
        world.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await send.RunAsync(default));

        Assert.Equal(2, server.Mails.Count);
        Assert.Single(server.Mails.Select(mail => MessageId().Match(mail).Groups[1].Value).Distinct());
        Assert.Single(server.Mails.Select(mail => mail[mail.IndexOf("\n\n", StringComparison.Ordinal)..]).Distinct());
    }

    [Fact]
    public async Task Send_WhenATitleHoldsLineBreaks_AddsNoHeader()
    {
        await using SmtpListener server = new();
        await using World world = await World.CreateAsync(smtp: Smtp(server));
        Guid person = await world.Errand.PersonAsync("Токарь");
        await world.Errand.StartAsync("Дорожная карта", steps => steps.Add("Mentorship.Mail", "mail", "Письмо").Text("to", $"person:{person}").Text("subject", "План\r\nBcc: thief@example.org\u2028X-Evil: 1").Text("body", "Текст"));

        Assert.Equal(1, await world.Get<SendOutgoingMail>().RunAsync(default));

        string headers = server.Mails[0][..server.Mails[0].IndexOf("\n\n", StringComparison.Ordinal)];
        Assert.DoesNotContain(headers.Split('\n'), line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase) || line.StartsWith("X-Evil", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_WhenOneAddressIsNone_StillSendsTheOthers()
    {
        await using SmtpListener server = new();
        await using World world = await World.CreateAsync(smtp: Smtp(server));
        Guid wrong = await world.Errand.PersonAsync("Токарь"), right = await world.Errand.PersonAsync("Кравец");
        await using (MentorshipDb db = world.Open())
        {
            (await db.People.SingleAsync(p => p.Id == wrong)).Email = "нет\r\nадреса";
            (await db.Institutions.SingleAsync(i => i.Id == world.InstitutionId)).StaffChanged();
            await db.SaveChangesAsync();
        }
        await world.Errand.TaskAsync(wrong);
        await world.Errand.TaskAsync(right);

        Assert.Equal(1, await world.Get<SendOutgoingMail>().RunAsync(default));

        await using MentorshipDb after = world.Open();
        Assert.Contains("записан неверно", (await after.Mails.SingleAsync(m => m.PersonId == wrong)).LastError, StringComparison.Ordinal);
    }

    internal static SmtpSettings Smtp(SmtpListener server) => new("127.0.0.1", server.Port, null, null, "mail@school.example.org", StartTls: false);

    private static async Task<OutgoingMail> MailAsync(World world)
    {
        await using MentorshipDb db = world.Open();
        return await db.Mails.SingleAsync();
    }

    [GeneratedRegex("^Message-ID: (.+)$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MessageId();
}
