using Mentorship.UseCases.Installing;
using Mentorship.Domain.Processes;
using Mentorship.Flow;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Web.Tests.Pages.Running;

public sealed class StartCasePageTests
{
    [Fact]
    public async Task OwnProcess_IsStartedFromItsPageOnce_AndItsCaseIsShown()
    {
        await using Site site = new();
        FirstPerson first = await site.Create();
        Guid process = await ProcessAsync(site, first);
        Visitor administrator = await site.SignIn();
        string address = $"/case/new/{process}", id = Guid.CreateVersion7().ToString();

        Assert.Contains("Подготовка к конкурсу", await administrator.Read(address).Words(), StringComparison.Ordinal);
        string refused = await administrator.Post(address, "start", ("case", id), ("title", new string('я', 501))).Words();
        Assert.Contains("длиннее 500 знаков", refused, StringComparison.Ordinal);
        string shown = (await administrator.Post(address, "start", ("case", id), ("title", "Конкурс <b>«Сердце»</b>"))).Leads();

        Assert.Equal($"/case/{id}", shown);
        Assert.Equal(shown, (await administrator.Post(address, "start", ("case", id))).Leads());
        string page = await administrator.Read(shown);
        Assert.Contains("Конкурс &lt;b&gt;«Сердце»&lt;/b&gt;", page, StringComparison.Ordinal);
        await using MentorshipDb db = await site.Services.GetRequiredService<IDbContextFactory<MentorshipDb>>().CreateDbContextAsync();
        db.Scope = first.InstitutionId;
        Assert.Equal(1, await db.Cases.CountAsync());
        Assert.Contains($"href=\"{address}\"", await administrator.Read("/designer"), StringComparison.Ordinal);
    }

    private static async Task<Guid> ProcessAsync(Site site, FirstPerson first)
    {
        DefinitionBuilder builder = new("0123456789abcdef", "contest", "Подготовка к конкурсу");
        builder.Root.Add("Elsa.Start", "start", "Начало");
        builder.Root.Add("Mentorship.Task", "ask", "Собрать работы").Text("assignee", $"person:{first.PersonId}");
        builder.Root.Connect("start", "ask");
        await using MentorshipDb db = await site.Services.GetRequiredService<IDbContextFactory<MentorshipDb>>().CreateDbContextAsync();
        db.Scope = first.InstitutionId;
        Process process = new() { InstitutionId = first.InstitutionId, Key = "own-contest", Name = "Подготовка к конкурсу" };
        db.AddRange(process, process.Publish(DefinitionWriter.Write(builder.Build()), "начало", first.PersonId, DateTimeOffset.UnixEpoch));
        await db.SaveChangesAsync();
        return process.Id;
    }
}
