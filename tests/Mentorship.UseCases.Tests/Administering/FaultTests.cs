using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Pairing;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Administering;

/// <summary>What breaks while the process does its own part is held for an administrator; the decision that led to it stands.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task Document_ThatCannotBeWritten_IsHeld_TheOtherBranchGoesOn_AndARetryWritesIt()
    {
        await using World world = await World.CreateAsync();
        (Guid id, Guid order, Guid pair) = await RouteAsync(world);
        await BreakAsync(world, pair);

        await DecideAsync(world);

        CaseView held = await LookAsync(world, id);
        CaseStep step = held.Steps[0];
        Assert.Equal((CaseStepKind.Attention, "register#1"), (step.Kind, step.Id));
        Assert.Contains("Не получилось записать документ шага «Реестр»", step.Reason, StringComparison.Ordinal);
        Assert.Equal("beside#1", held.Steps[1].Id);
        Assert.Equal("Approved", (await world.Errand.WorkOfAsync(world.DirectorId)).Outcome);
        Assert.Equal(0, await FilesAsync(world, order));

        Good(await world.Get<RetryStep>().RunAsync(world.Curator, id, step.Id, null, default));
        Assert.Equal(CaseStepKind.Attention, (await LookAsync(world, id)).Steps[0].Kind);
        await MendAsync(world, pair);
        Good(await world.Get<RetryStep>().RunAsync(world.Curator, id, step.Id, "исправлена запись о паре", default));

        Assert.Equal("beside#1", Assert.Single((await LookAsync(world, id)).Steps).Id);
        Assert.Equal(1, await FilesAsync(world, order));
    }

    [Fact]
    public async Task Document_ThatCannotBeWritten_CanBeSkipped()
    {
        await using World world = await World.CreateAsync();
        (Guid id, Guid order, Guid pair) = await RouteAsync(world);
        await BreakAsync(world, pair);
        await DecideAsync(world);

        Good(await world.Get<SkipStep>().RunAsync(world.Curator, id, "register#1", "Done", "реестр напишем вручную", default));

        Assert.Equal("beside#1", Assert.Single((await LookAsync(world, id)).Steps).Id);
        Assert.Equal(0, await FilesAsync(world, order));
    }

    /// <summary>After the director agreed the process writes the register of a pair order, while another branch asks the curator.</summary>
    private static async Task<(Guid Case, Guid Order, Guid Pair)> RouteAsync(World world)
    {
        await using MentorshipDb db = world.Open();
        Document order = new()
        {
            InstitutionId = world.InstitutionId, Kind = DocumentKind.PairAssignment.Code, Title = "Приказ о парах", AuthorId = world.CuratorId, Status = DocumentStatus.Signed,
            RegistrationNumber = "1-к", RegisteredOn = new DateOnly(2026, 9, 7), CreatedAt = world.Time.GetUtcNow(),
        };
        Pair pair = new()
        {
            InstitutionId = world.InstitutionId, ProgrammeId = Guid.CreateVersion7(), MentorId = world.DirectorId, MenteeId = world.CuratorId, Form = "педагог – педагог", From = new DateOnly(2026, 9, 15), To = new DateOnly(2027, 5, 31), OrderId = order.Id,
        };
        db.AddRange(order, pair);
        await db.SaveChangesAsync();
        Guid id = await world.Errand.StartAsync("Реестр пар", steps =>
        {
            steps.Add("Mentorship.Approval", "first", "Проверить").Text("approver", $"person:{world.DirectorId}");
            steps.Add("Mentorship.Document", "register", "Реестр").Text("kind", "register-pairs").Text("format", "xlsx");
            steps.Add("Mentorship.Approval", "beside", "Рядом").Text("approver", $"person:{world.CuratorId}");
            steps.Connect("first", "register", "Approved").Connect("first", "beside", "Approved");
        }, order.Id);
        return (id, order.Id, pair.Id);
    }

    /// <summary>A row that nobody can read any more.</summary>
    private static async Task BreakAsync(World world, Guid pair) => await SetStatusAsync(world, pair, "?");

    private static async Task MendAsync(World world, Guid pair) => await SetStatusAsync(world, pair, nameof(PairStatus.InOrder));

    private static async Task SetStatusAsync(World world, Guid pair, string status)
    {
        await using MentorshipDb db = world.Open();
        Assert.Equal(1, await db.Database.ExecuteSqlAsync($"UPDATE Pairs SET Status = {status} WHERE Id = {pair}"));
    }

    private static async Task DecideAsync(World world)
    {
        WorkItem work = await world.Errand.WorkOfAsync(world.DirectorId);
        Good(await world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(work.Id, world.DirectorId, "Approved", Door.Session), default));
    }

    private static async Task<int> FilesAsync(World world, Guid order)
    {
        await using MentorshipDb db = world.Open();
        Document document = await db.Documents.Include(d => d.Attachments).SingleAsync(d => d.Id == order);
        Assert.Equal(document.Attachments.Count, await db.Files.CountAsync());
        return document.Attachments.Count;
    }

    private static async Task<CaseView> LookAsync(World world, Guid id) => Good(await world.Get<LookAtCase>().RunAsync(world.Curator, id, default));

    private static T Good<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Succeeded, outcome.Refusal?.Text);
        return outcome.Value!;
    }
}
