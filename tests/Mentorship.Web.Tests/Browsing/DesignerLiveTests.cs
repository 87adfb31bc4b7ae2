using Mentorship.Domain.Cases;
using Mentorship.Domain.Processes;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases;
using Mentorship.UseCases.Running;
using Mentorship.UseCases.Tests.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>«Ход» over a case that runs while it is looked at.</summary>
public sealed class DesignerLiveTests : DesignerSite
{
    [Fact]
    public async Task Progress_OfARunningCase_FollowsItByItself_InEveryShape()
    {
        Guid process = await ProcessAsync(), run = await StartAsync(process);
        IPage page = await EnterAsync();
        await page.GotoAsync($"/designer/{process}?view=progress");
        ILocator write = Row(page, "Написать приказ"), poster = Row(page, "Сделать афишу"), concur = Row(page, "Согласовать приказ");
        await Assertions.Expect(write).ToContainTextAsync("идёт");
        await Assertions.Expect(write).ToContainTextAsync("Мотылёва Е. К.");
        await Assertions.Expect(write).ToContainTextAsync("с ");
        await Assertions.Expect(concur).ToContainTextAsync("ещё не начат");
        await poster.Locator("td").First.ClickAsync();
        await Assertions.Expect(poster).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("\\bon\\b"));

        // Elsewhere the work goes on: one is done, comes back and is asked again; another is late by now.
        await AnswerAsync(run, "Написать приказ", "Done");
        await AnswerAsync(run, "Согласовать приказ", "Returned");
        await LateAsync(run, "Сделать афишу");
        await Assertions.Expect(write).ToContainTextAsync("кругов: 2");
        await Assertions.Expect(write).ToContainTextAsync("меньше часа");
        await Assertions.Expect(concur).ToContainTextAsync("возвращено");
        await Assertions.Expect(poster).ToContainTextAsync("просрочено на 3 дня");
        await Assertions.Expect(poster).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("\\bon\\b"));

        List<string> found = [];
        await LookAsync(page, "live-table", found);
        await Shape(page, "Схема").ClickAsync();
        await page.Locator(".progress .diagram[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator(".progress [data-node=poster]")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("\\blate\\b"));
        await LookAsync(page, "live-diagram", found);
        await AnswerAsync(run, "Написать приказ", "Done");
        await Assertions.Expect(page.Locator(".progress .board").GetByRole(AriaRole.Button, new() { NameRegex = new("Согласовать приказ.*Мотылёва Е\\. К\\. с ") })).ToHaveCountAsync(1);
        await Shape(page, "Словами").ClickAsync();
        await Assertions.Expect(page.Locator(".told section").First).ToContainTextAsync("«Сделать афишу»: отвечает Мотылёва Е. К.");
        await LookAsync(page, "live-words", found);
        Assert.Empty(found);
        await page.GetByRole(AriaRole.Link, new() { Name = "открыть задание «Сделать афишу»" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Сделать афишу" }).WaitForAsync();
    }

    private static ILocator Row(IPage page, string step) => page.Locator(".progress tr.item", new() { HasText = step });

    private static ILocator Shape(IPage page, string name) => page.Locator(".progress .seg").GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>An order that is written and concurred, and a poster beside it.</summary>
    private async Task<Guid> ProcessAsync()
    {
        DefinitionBuilder builder = new("00000000000000c1", "evening", "Вечер наставника");
        builder.Root.Add("Elsa.Start", "start", "Начало");
        builder.Root.Add("Elsa.FlowFork", "fork", "Сразу");
        builder.Root.Add("Mentorship.Task", "write", "Написать приказ").Text("assignee", "role:curator").Text("deadline", "3 рабочих дня");
        builder.Root.Add("Mentorship.Approval", "concur", "Согласовать приказ").Text("approver", "role:curator").Text("deadline", "3 рабочих дня");
        builder.Root.Add("Mentorship.Task", "poster", "Сделать афишу").Text("assignee", "role:curator").Text("deadline", "5 рабочих дней");
        builder.Root.Connect("start", "fork").Connect("fork", "write").Connect("fork", "poster").Connect("write", "concur").Connect("concur", "write", "Returned");
        await using MentorshipDb db = new Errand(Site.Services, First.InstitutionId).Open();
        Process process = new() { InstitutionId = First.InstitutionId, Key = $"own-{Guid.CreateVersion7():N}", Name = "Вечер наставника" };
        db.AddRange(process, process.Publish(DefinitionWriter.Write(builder.Build()), "начало", First.PersonId, DateTimeOffset.UnixEpoch));
        await db.SaveChangesAsync();
        return process.Id;
    }

    private async Task<Guid> StartAsync(Guid process)
    {
        Outcome<Guid> started = await Site.Get<StartCase>().RunAsync(Site.Curator(First), process, Guid.CreateVersion7(), null, new Dictionary<string, string?>(), default);
        Assert.True(started.Succeeded, started.Refusal?.Text);
        return started.Value;
    }

    /// <summary>As if three days had passed since the day of a task.</summary>
    private async Task LateAsync(Guid run, string step)
    {
        await using MentorshipDb db = new Errand(Site.Services, First.InstitutionId).Open();
        WorkItem task = await db.WorkItems.AsTracking().SingleAsync(w => w.CaseId == run && w.Title == step);
        task.DueAt = TimeProvider.System.GetUtcNow().AddDays(-3);
        await db.SaveChangesAsync();
    }
}
