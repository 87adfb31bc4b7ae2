using Mentorship.Domain.Cases;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.Workload;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.Mailing;
using Mentorship.UseCases.Running;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Mailing;

/// <summary>Reminders and escalations of steps, from the timer to the mail server.</summary>
public sealed class ReminderTests
{
    private const string Reminders = """{"before":[1],"after":2,"most":2}""", Escalation = """{"to":"role:director","after":1}""";

    private static async Task<Guid> ApprovalAsync(World world, params Guid[] people) => await world.Errand.StartAsync("Согласование плана", steps =>
        steps.Add("Mentorship.Approval", "concur", "Согласовать план встреч").Text("approver", string.Join(',', people.Select(p => $"person:{p}"))).Text("mode", "all")
            .Text("deadline", "3 дня").Text("reminders", Reminders).Text("escalation", Escalation));

    private static async Task<int> GoToAsync(World world, int day)
    {
        world.Time.GoTo(new DateTimeOffset(2026, 9, day, 7, 0, 0, TimeSpan.Zero));
        return await world.Get<FireDueTimers>().RunAsync(default);
    }

    private static async Task<List<OutgoingMail>> MailsAsync(World world, MailTemplate template)
    {
        await using MentorshipDb db = world.Open();
        return await db.Mails.Where(m => m.Template == template).OrderBy(m => m.CreatedAt).ToListAsync();
    }

    private static async Task DecideAsync(World world, Guid person)
    {
        WorkItem item = await world.Errand.WorkOfAsync(person);
        Outcome<DecisionReceipt> decided = await world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(item.Id, person, "Approved", Door.Session), default);
        Assert.True(decided.Succeeded, decided.Refusal?.Text);
    }

    [Fact]
    public async Task Timer_RemindsOnlyWhoHasNotAnswered_AndStopsWithTheDecision()
    {
        await using World world = await World.CreateAsync();
        Guid quick = await world.Errand.PersonAsync("Быстров"), slow = await world.Errand.PersonAsync("Тихонов");
        await ApprovalAsync(world, quick, slow);
        await DecideAsync(world, quick);

        Assert.Equal(0, await GoToAsync(world, 8));
        Assert.Equal(1, await GoToAsync(world, 9));
        Assert.Equal(0, await GoToAsync(world, 9));
        Assert.Equal(slow, Assert.Single(await MailsAsync(world, MailTemplate.Reminder)).PersonId);
        // On Friday the escalation; the 12th is a Saturday, and nobody is asked before Monday.
        Assert.Equal(1, await GoToAsync(world, 11));
        Assert.Equal(0, await GoToAsync(world, 12));
        Assert.Equal(1, await GoToAsync(world, 14));
        Assert.Equal(2, (await MailsAsync(world, MailTemplate.Reminder)).Count);

        await DecideAsync(world, slow);
        await using MentorshipDb db = world.Open();
        Assert.Empty(await db.Timers.ToListAsync());
        Assert.Equal(0, await GoToAsync(world, 30));
        Assert.Equal(2, (await MailsAsync(world, MailTemplate.Reminder)).Count);
    }

    [Fact]
    public async Task Escalation_NamesTheHolderAndSinceWhen()
    {
        await using World world = await World.CreateAsync();
        Guid holder = await world.Errand.PersonAsync("Тихонов"), pupil = await world.Errand.PersonAsync("Юсупов", kind: MemberKind.Pupil);
        await ApprovalAsync(world, holder, pupil);
        await GoToAsync(world, 11);

        OutgoingMail mail = Assert.Single(await MailsAsync(world, MailTemplate.Escalation));
        Assert.Equal(world.DirectorId, mail.PersonId);
        string body = MailText.Render(mail, "Ксения Олеговна", null).Body.Replace('\u00A0', ' ');
        Assert.Contains("– Тихонов А. Н., с 07.09.2026", body, StringComparison.Ordinal);
        Assert.Contains("– участник программы, с 07.09.2026", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Юсупов", body, StringComparison.Ordinal);
        TaskCard card = (await world.Get<TaskView>().RunAsync(world.Curator, (await world.Errand.WorkOfAsync(holder)).Id, default)).Value!;
        Assert.Contains(card.History, line => line.Kind == HistoryKind.Escalated);
        Assert.Contains(card.History, line => line.Kind == HistoryKind.AskedAgain);
    }

    [Fact]
    public async Task Outbox_AfterTheDecision_SendsNoReminder()
    {
        await using SmtpListener server = new();
        await using World world = await World.CreateAsync(smtp: new SmtpSettings("127.0.0.1", server.Port, null, null, "mail@school.example.org", StartTls: false));
        Guid quick = await world.Errand.PersonAsync("Быстров"), slow = await world.Errand.PersonAsync("Тихонов");
        await ApprovalAsync(world, quick, slow);
        await world.Get<SendOutgoingMail>().RunAsync(default);
        await GoToAsync(world, 11);
        await DecideAsync(world, quick);
        int before = server.Mails.Count;

        Assert.Equal(2, await world.Get<SendOutgoingMail>().RunAsync(default));

        Assert.Equal([(MailStatus.Unneeded, quick), (MailStatus.Sent, slow)], (await MailsAsync(world, MailTemplate.Reminder)).Select(m => (m.Status, m.PersonId)).OrderByDescending(m => m.Status));
        OutgoingMail escalation = Assert.Single(await MailsAsync(world, MailTemplate.Escalation));
        Assert.Equal(MailStatus.Sent, escalation.Status);
        Assert.DoesNotContain("Быстров", MailText.Render(escalation, "", null).Body, StringComparison.Ordinal);
        Assert.Equal(before + 2, server.Mails.Count);
    }

    [Fact]
    public async Task AStep_WithoutReminders_KeepsNoTimer()
    {
        await using World world = await World.CreateAsync();
        Guid person = await world.Errand.PersonAsync("Тихонов");
        await world.Errand.StartAsync("Согласование", steps => steps.Add("Mentorship.Approval", "concur", "Согласовать").Text("approver", $"person:{person}").Text("deadline", "3 дня"));
        await using MentorshipDb db = world.Open();
        Assert.Empty(await db.Timers.ToListAsync());
    }

    [Fact]
    public async Task ATask_OpensWhenAnotherStepIsLeft_AndIsDueFromThen()
    {
        await using World world = await World.CreateAsync();
        Guid first = await world.Errand.PersonAsync("Быстров"), second = await world.Errand.PersonAsync("Тихонов");
        await world.Errand.StartAsync("Дорожная карта", steps =>
        {
            steps.Add("Mentorship.Approval", "concur", "Согласовать").Text("approver", $"person:{first}");
            steps.Add("Mentorship.Task", "meet", "Провести встречу").Text("assignee", $"person:{second}").Text("after", """{"step":"concur","outcome":"Approved","days":3,"working":true}""");
        });
        await using MentorshipDb db = world.Open();
        Assert.False(await db.WorkItems.AnyAsync(w => w.PersonId == second));
        world.Time.GoTo(new DateTimeOffset(2026, 9, 10, 12, 0, 0, TimeSpan.Zero));
        await DecideAsync(world, first);
        Assert.Equal(new DateTimeOffset(2026, 9, 15, 20, 59, 59, TimeSpan.Zero), (await world.Errand.WorkOfAsync(second)).DueAt);
    }
}
