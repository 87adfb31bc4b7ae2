using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Looking;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Deciding;

/// <summary>A decision made by mistake: taken back within the window, and only while nothing that cannot be undone has come of it.</summary>
public sealed class TakeBackTests
{
    [Fact]
    public async Task ByTheLink_TheTaskIsOpenAgain_AndWhatFollowedIsWithdrawnWithItsUnsentMail()
    {
        await using World world = await World.CreateAsync();
        (Guid first, Guid second) = (await world.Errand.PersonAsync("Иванова"), await world.Errand.PersonAsync("Петрова"));
        await RouteAsync(world, first, second);
        string token = await world.Errand.TokenAsync(first);
        Good(await world.Get<DecideByLink>().RunAsync(token, new Answer("Approved"), default));
        Assert.True((await world.Get<OpenLink>().RunAsync(token, default))!.MayTakeBack);
        string after = await world.Errand.TokenAsync(second);

        Good(await world.Get<TakeBackDecision>().RunAsync(token, default));

        LinkView open = (await world.Get<OpenLink>().RunAsync(token, default))!;
        Assert.Equal(LinkState.Open, open.State);
        LinkView gone = (await world.Get<OpenLink>().RunAsync(after, default))!;
        Assert.Equal(LinkState.Withdrawn, gone.State);
        Assert.Contains("отменено", gone.Fate, StringComparison.Ordinal);
        await using MentorshipDb db = world.Open();
        Assert.Equal(MailStatus.Unneeded, (await db.Mails.SingleAsync(m => m.PersonId == second)).Status);
        Decision kept = await db.Decisions.SingleAsync();
        Assert.Equal(("Approved", first), (kept.Outcome, kept.TakenBackBy));
        Assert.Equal(1, await db.Audit.CountAsync(e => e.Kind == "DecisionTakenBack"));

        Good(await world.Get<DecideByLink>().RunAsync(token, new Answer("Approved"), default));
        Assert.Equal(2, await db.Decisions.CountAsync());
        Assert.Equal(WorkStatus.Open, (await world.Errand.WorkOfAsync(second)).Status);
    }

    [Fact]
    public async Task AfterAnotherHasDecidedBecauseOfIt_ItStands()
    {
        await using World world = await World.CreateAsync();
        (Guid first, Guid second) = (await world.Errand.PersonAsync("Иванова"), await world.Errand.PersonAsync("Петрова"));
        await RouteAsync(world, first, second);
        Guid work = await DecideAsync(world, first, "Approved");
        await DecideAsync(world, second, "Returned", "нет суммы");
        string before = await world.Errand.EverythingAsync();

        Assert.Equal("DecisionFollowed", (await world.Get<TakeBackDecision>().RunAsync(world.Act(first), work, null, default)).Refusal?.Code);
        Assert.Equal(before, await world.Errand.EverythingAsync());
        Guid last = await DecideAsync(world, world.CuratorId, "Approved");
        Assert.Equal("TooLateToTakeBack", (await world.Get<TakeBackDecision>().RunAsync(world.Act(first), work, null, default)).Refusal?.Code);
        Assert.Equal(MayTakeBack.Yes, (await world.Get<TaskView>().RunAsync(world.Curator, last, default)).Value!.TakingBack);
        Assert.Equal(MayTakeBack.No, (await world.Get<TaskView>().RunAsync(world.Act(first), work, default)).Value!.TakingBack);
    }

    [Fact]
    public async Task TheOtherBranch_KeepsItsDecision()
    {
        await using World world = await World.CreateAsync();
        (Guid left, Guid right) = (await world.Errand.PersonAsync("Иванова"), await world.Errand.PersonAsync("Петрова"));
        Guid id = await world.Errand.StartAsync("Положение", steps =>
        {
            steps.Add("Mentorship.Approval", "left", "Левое").Text("approver", $"person:{left}");
            steps.Add("Mentorship.Approval", "right", "Правое").Text("approver", $"person:{right}");
            steps.Add("Elsa.FlowJoin", "join", "Слияние");
            steps.Add("Mentorship.Approval", "last", "Итог").Text("approver", $"person:{world.DirectorId}");
            steps.Connect("left", "join", "Approved").Connect("right", "join", "Approved").Connect("join", "last");
        });
        Guid work = await DecideAsync(world, left, "Approved");
        await DecideAsync(world, right, "Approved");
        Assert.Equal(WorkStatus.Open, (await world.Errand.WorkOfAsync(world.DirectorId)).Status);

        Good(await world.Get<TakeBackDecision>().RunAsync(world.Act(left), work, null, default));

        Assert.Equal("left#1", Assert.Single(Good(await world.Get<LookAtCase>().RunAsync(world.Curator, id, default)).Steps).Id);
        Assert.Equal((WorkStatus.Withdrawn, WithdrawReason.DecisionTakenBack), ((await world.Errand.WorkOfAsync(world.DirectorId)).Status, (await world.Errand.WorkOfAsync(world.DirectorId)).WithdrawReason));
        Assert.Equal(WorkStatus.Done, (await world.Errand.WorkOfAsync(right)).Status);
        await DecideAsync(world, left, "Approved");
        await DecideAsync(world, world.DirectorId, "Approved");
        Assert.Equal(CaseStatus.Finished, Good(await world.Get<LookAtCase>().RunAsync(world.Curator, id, default)).Status);
    }

    [Fact]
    public async Task AReturnedOrder_IsOnItsRouteAgain_AndTheReworkIsGone()
    {
        await using World world = await World.CreateAsync();
        Guid deputy = await world.Errand.PersonAsync("Иванова", Roles.Deputy);
        Document order = await world.Errand.OrderAsync(DocumentKind.RoadmapApproval, world.CuratorId, []);
        Guid work = await DecideAsync(world, deputy, "Returned", "не тот срок");

        Good(await world.Get<TakeBackDecision>().RunAsync(world.Act(deputy), work, null, default));

        await using MentorshipDb db = world.Open();
        Document after = await db.Documents.SingleAsync(d => d.Id == order.Id);
        Assert.Equal((DocumentStatus.OnRoute, 0, (string?)null), (after.Status, after.ReturnCount, after.ReturnReason));
        Assert.Equal(WorkStatus.Withdrawn, (await world.Errand.WorkOfAsync(world.CuratorId)).Status);
        Assert.Equal(WorkStatus.Open, (await world.Errand.WorkOfAsync(deputy)).Status);
    }

    [Fact]
    public async Task OutsideTheWindow_OrWhereItIsSwitchedOff_ItStands()
    {
        await using World world = await World.CreateAsync();
        (Guid first, Guid second) = (await world.Errand.PersonAsync("Иванова"), await world.Errand.PersonAsync("Петрова"));
        await RouteAsync(world, first, second);
        Guid late = await DecideAsync(world, first, "Approved");
        world.Time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        Assert.Equal("TooLateToTakeBack", (await world.Get<TakeBackDecision>().RunAsync(world.Act(first), late, null, default)).Refusal?.Code);

        Assert.Equal("UndoOutOfRange", (await world.Get<ChangeUndoWindow>().RunAsync(world.Curator, -1, default)).Refusal?.Code);
        Assert.Equal("NotAllowed", (await world.Get<ChangeUndoWindow>().RunAsync(world.Director, 5, default)).Refusal?.Code);
        Good(await world.Get<ChangeUndoWindow>().RunAsync(world.Curator, 0, default));
        Guid off = await DecideAsync(world, second, "Approved");
        Assert.Equal("TooLateToTakeBack", (await world.Get<TakeBackDecision>().RunAsync(world.Act(second), off, null, default)).Refusal?.Code);
        await using MentorshipDb db = world.Open();
        Assert.Null((await db.Cases.SingleAsync()).Recent);
    }

    [Fact]
    public async Task OfAnother_OnlyAnAdministratorWithAReason()
    {
        await using World world = await World.CreateAsync();
        (Guid first, Guid second) = (await world.Errand.PersonAsync("Иванова"), await world.Errand.PersonAsync("Петрова"));
        await RouteAsync(world, first, second);
        Guid work = await DecideAsync(world, first, "Approved");
        TakeBackDecision verb = world.Get<TakeBackDecision>();

        Assert.Equal("NotYourDecision", (await verb.RunAsync(world.Act(second), work, "хочу", default)).Refusal?.Code);
        Assert.Equal("NotYourDecision", (await verb.RunAsync(world.Director, work, "хочу", default)).Refusal?.Code);
        Assert.Equal("ReasonMissing", (await verb.RunAsync(world.Curator, work, null, default)).Refusal?.Code);
        Actor stranger = new(await world.AnotherInstitutionAsync(), first, new HashSet<string> { Roles.Administrator });
        Assert.Equal("NotOpen", (await verb.RunAsync(stranger, work, "чужое", default)).Refusal?.Code);
        Good(await verb.RunAsync(world.Curator, work, "нажала не ту кнопку", default));
        Assert.Equal("NothingToTakeBack", (await verb.RunAsync(world.Curator, work, "ещё раз", default)).Refusal?.Code);
    }

    [Fact]
    public async Task AMailOfTheProcess_IsDroppedWhileItWaits_AndKeepsTheDecisionOnceItIsSent()
    {
        await using World world = await World.CreateAsync();
        Guid first = await world.Errand.PersonAsync("Иванова");
        foreach (bool sent in new[] { false, true })
        {
            await world.Errand.StartAsync("Положение", steps =>
            {
                steps.Add("Mentorship.Approval", "first", "Согласование").Text("approver", $"person:{first}");
                steps.Add("Mentorship.Mail", "mail", "Письмо").Text("to", "role:director").Text("subject", "Положение согласовано").Text("body", "Можно подписывать.");
                steps.Connect("first", "mail", "Approved");
            });
            Guid work = await DecideAsync(world, first, "Approved");
            await using MentorshipDb db = world.Open();
            OutgoingMail mail = await db.Mails.SingleAsync(m => m.Template == MailTemplate.ProcessMail && m.Status == MailStatus.Waiting);
            if (sent)
            {
                mail.Status = MailStatus.Sent;
                await db.SaveChangesAsync();
            }
            Outcome<Done> outcome = await world.Get<TakeBackDecision>().RunAsync(world.Act(first), work, null, default);
            Assert.Equal(sent ? "MailedForGood" : null, outcome.Refusal?.Code);
            await using MentorshipDb after = world.Open();
            Assert.Equal(sent ? MailStatus.Sent : MailStatus.Unneeded, (await after.Mails.SingleAsync(m => m.Id == mail.Id)).Status);
        }
    }

    [Fact]
    public async Task AgainstTheDecisionThatFollows_OneOfTheTwoStands()
    {
        await using World world = await World.CreateAsync();
        (Guid first, Guid second) = (await world.Errand.PersonAsync("Иванова"), await world.Errand.PersonAsync("Петрова"));
        for (int i = 0; i < 5; i++)
        {
            await RouteAsync(world, first, second);
            Guid work = await DecideAsync(world, first, "Approved");
            WorkItem next = await world.Errand.WorkOfAsync(second);
            Task<Outcome<Done>> back = world.Get<TakeBackDecision>().RunAsync(world.Act(first), work, null, default);
            Task<Outcome<DecisionReceipt>> decision = world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(next.Id, second, "Approved", Door.Session), default);
            await Task.WhenAll(back, decision);
            Assert.NotEqual((await back).Succeeded, (await decision).Succeeded);
            Assert.Contains((await back).Refusal?.Code ?? (await decision).Refusal!.Code, new[] { "DecisionFollowed", "TooLateToTakeBack", "AlreadyDecided" });
        }
    }

    [Fact]
    public async Task TheLastDecision_OfAFinishedCase_OpensItAgain()
    {
        await using World world = await World.CreateAsync();
        Guid first = await world.Errand.PersonAsync("Иванова");
        await world.Errand.TaskAsync(first);
        Guid work = (await world.Errand.WorkOfAsync(first)).Id;
        Good(await world.Get<DecideWorkItem>().RunAsync(world.Act(first), work, new Answer("Done") { Evidence = new EvidenceGiven { NumberAndDate = "справка № 4" } }, default));

        Good(await world.Get<TakeBackDecision>().RunAsync(world.Act(first), work, null, default));

        await using MentorshipDb db = world.Open();
        Case subject = await db.Cases.SingleAsync();
        Assert.Equal((CaseStatus.Running, (DateTimeOffset?)null), (subject.Status, subject.EndedAt));
        WorkItem item = await world.Errand.WorkOfAsync(first);
        Assert.Equal((work, WorkStatus.Open, 0), (item.Id, item.Status, item.Evidence.Count));
    }

    private static Task<Guid> RouteAsync(World world, Guid first, Guid second) => world.Errand.StartAsync("Положение", steps =>
    {
        steps.Add("Mentorship.Approval", "first", "Первое согласование").Text("approver", $"person:{first}");
        steps.Add("Mentorship.Approval", "second", "Второе согласование").Text("approver", $"person:{second}");
        steps.Add("Mentorship.Approval", "rework", "Доработка").Text("approver", $"person:{world.CuratorId}");
        steps.Connect("first", "second", "Approved").Connect("second", "rework", "Returned");
    });

    private static async Task<Guid> DecideAsync(World world, Guid person, string outcome, string? comment = null)
    {
        WorkItem work = await world.Errand.WorkOfAsync(person);
        Good(await world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(work.Id, person, outcome, Door.Session, comment), default));
        return work.Id;
    }

    private static T Good<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Succeeded, outcome.Refusal?.Text);
        return outcome.Value!;
    }
}
