using Mentorship.Domain.Mailing;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Running;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Administering;

/// <summary>The institution's usual reminders, from the setting to the mail.</summary>
public sealed class UsualAskingTests
{
    private static readonly UsualAskingInput Rules = new() { Before = "3, 1", To = "role:director", TellAfter = "1" };

    [Fact]
    public async Task Steps_ThatSayNothing_FollowWhatIsSaved()
    {
        await using World world = await World.CreateAsync();
        await SaveAsync(world, Rules);
        await AskAsync(world);
        await GoToAsync(world, 11);
        Assert.Equal(0, await CountAsync(world, MailTemplate.Reminder));
        await GoToAsync(world, 14);
        Assert.Equal(1, await CountAsync(world, MailTemplate.Reminder));
        await GoToAsync(world, 16);
        await GoToAsync(world, 18);
        Assert.Equal((2, 1), (await CountAsync(world, MailTemplate.Reminder), await CountAsync(world, MailTemplate.Escalation)));
        await using MentorshipDb db = world.Open();
        Assert.Equal("""{"before":[3,1]} {"to":"role:director","after":1}""", (await db.Audit.SingleAsync(e => e.Kind == "UsualAskingChanged")).Data);
    }

    [Fact]
    public async Task SwitchedOff_OpenWorkFallsSilentAtOnce()
    {
        await using World world = await World.CreateAsync();
        await SaveAsync(world, Rules);
        await AskAsync(world);
        await SaveAsync(world, new UsualAskingInput());
        await GoToAsync(world, 14);
        await GoToAsync(world, 18);
        Assert.Equal((0, 0), (await CountAsync(world, MailTemplate.Reminder), await CountAsync(world, MailTemplate.Escalation)));
        await using MentorshipDb db = world.Open();
        Assert.False(await db.Audit.AnyAsync(e => e.Kind == "ReminderSent" || e.Kind == "Escalated"));
    }

    [Fact]
    public async Task Changed_OpenWorkKeepsItsDays_AndTellsWhomTheSettingsNameNow()
    {
        await using World world = await World.CreateAsync();
        Guid deputy = await world.Errand.PersonAsync("Заменская", Roles.Deputy);
        await SaveAsync(world, Rules);
        await AskAsync(world);
        await SaveAsync(world, new UsualAskingInput { Before = "0", To = "role:deputy", TellAfter = "5" });
        await GoToAsync(world, 14);
        Assert.Equal(1, await CountAsync(world, MailTemplate.Reminder));
        await GoToAsync(world, 18);
        await using MentorshipDb db = world.Open();
        Assert.Equal(deputy, (await db.Mails.SingleAsync(m => m.Template == MailTemplate.Escalation)).PersonId);
    }

    [Theory]
    [InlineData("3; x", null, null, null, "DaysWrong")]
    [InlineData("-1", null, null, null, "DaysWrong")]
    [InlineData("400", null, null, null, "RemindersWrong")]
    [InlineData(null, "0", null, null, "RemindersWrong")]
    [InlineData(null, "два", null, null, "NumberWrong")]
    [InlineData(null, null, "role:director", null, "EscalationWrong")]
    [InlineData(null, null, "role:director", "99999999999", "NumberWrong")]
    [InlineData(null, null, "person:0192f0c1-0000-7000-8000-000000000000", "3", "AssigneeUnknown")]
    [InlineData(null, null, "кто-нибудь", "3", "AssigneeUnknown")]
    public async Task Save_OfWhatCannotBe_IsRefusedAndKeepsTheOld(string? before, string? after, string? to, string? tellAfter, string code)
    {
        await using World world = await World.CreateAsync();
        Assert.Equal(code, (await world.Get<ChangeUsualAsking>().RunAsync(world.Curator, new UsualAskingInput { Before = before, After = after, To = to, TellAfter = tellAfter }, await SealAsync(world), default)).Refusal?.Code);
        Assert.Equal(new UsualAskingInput(), (await world.Get<UsualAskingView>().RunAsync(world.Curator, null, default)).Value!.Fields);
    }

    [Fact]
    public async Task Save_ByTwoAtOnce_TheSecondIsTold_AndTheSameTwiceIsNoChange()
    {
        await using World world = await World.CreateAsync();
        string seen = await SealAsync(world);
        await SaveAsync(world, Rules);
        Assert.Equal("SettingsChanged", (await world.Get<ChangeUsualAsking>().RunAsync(world.Curator, Rules with { Before = "2" }, seen, default)).Refusal?.Code);
        Assert.True((await world.Get<ChangeUsualAsking>().RunAsync(world.Curator, Rules, seen, default)).Succeeded);
        await using MentorshipDb db = world.Open();
        Assert.Equal(1, await db.Audit.CountAsync(e => e.Kind == "UsualAskingChanged"));
    }

    [Fact]
    public async Task Settings_AreTheAdministrators_AndEachInstitutionHasItsOwn()
    {
        await using World world = await World.CreateAsync();
        await SaveAsync(world, Rules);
        Assert.Equal("NotAllowed", (await world.Get<ChangeUsualAsking>().RunAsync(world.Director, Rules, await SealAsync(world), default)).Refusal?.Code);
        UsualAskingPage read = (await world.Get<UsualAskingView>().RunAsync(world.Director, null, default)).Value!;
        Assert.False(read.MayChange);
        Assert.Equal("Напоминаем за 3\u00A0дня до срока, за 1\u00A0день до срока. Если не выполнено: через 1\u00A0день после срока – руководитель.", read.Now);
        Assert.Equal("NotAllowed", (await world.Get<UsualAskingView>().RunAsync(world.Act(world.CuratorId, Roles.Mentor), null, default)).Refusal?.Code);
        Actor stranger = new(await world.AnotherInstitutionAsync(), Guid.CreateVersion7(), new HashSet<string> { Roles.Administrator });
        UsualAskingPage theirs = (await world.Get<UsualAskingView>().RunAsync(stranger, null, default)).Value!;
        Assert.Equal(new UsualAskingInput(), theirs.Fields);
        Assert.DoesNotContain(theirs.Choices, choice => choice.Value == $"person:{world.DirectorId:N}");
        Assert.Equal("AssigneeUnknown", (await world.Get<ChangeUsualAsking>().RunAsync(stranger, new UsualAskingInput { To = $"person:{world.DirectorId:N}", TellAfter = "1" }, theirs.Seal, default)).Refusal?.Code);
    }

    private static async Task<string> SealAsync(World world) => (await world.Get<UsualAskingView>().RunAsync(world.Curator, null, default)).Value!.Seal;

    private static async Task SaveAsync(World world, UsualAskingInput rules)
    {
        Outcome<Done> saved = await world.Get<ChangeUsualAsking>().RunAsync(world.Curator, rules, await SealAsync(world), default);
        Assert.True(saved.Succeeded, saved.Refusal?.Text);
    }

    /// <summary>A step that says nothing of reminders, due on 17 September.</summary>
    private static async Task AskAsync(World world)
    {
        Guid teacher = await world.Errand.PersonAsync("Шилова");
        await world.Errand.StartAsync("План встреч", steps => steps.Add("Mentorship.Approval", "concur", "Согласовать план встреч").Text("approver", $"person:{teacher}").Text("deadline", "до 17 сентября"));
    }

    private static async Task GoToAsync(World world, int day)
    {
        world.Time.GoTo(new DateTimeOffset(2026, 9, day, 7, 0, 0, TimeSpan.Zero));
        await world.Get<FireDueTimers>().RunAsync(default);
    }

    private static async Task<int> CountAsync(World world, MailTemplate template)
    {
        await using MentorshipDb db = world.Open();
        return await db.Mails.CountAsync(m => m.Template == template);
    }
}
