using Mentorship.Domain.Auditing;
using Mentorship.Domain.Cases;
using Mentorship.Storage;
using Mentorship.UseCases.Auditing;
using Mentorship.UseCases.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Auditing;

public sealed class CheckAuditTests
{
    [Fact]
    public async Task Journal_WhenNobodyTouchedIt_IsWhole()
    {
        await using World world = await World.CreateAsync();
        await DecidedAsync(world);
        AuditReport report = await world.Get<CheckAudit>().RunAsync(default);
        Assert.True(report.Whole);
        Assert.Empty(report.Faults);
        Assert.True(report is { Streams: 2, Events: >= 4 }, $"{report}");
    }

    [Fact]
    public async Task Entry_WhenItsTextWasChanged_IsFound()
    {
        await using World world = await World.CreateAsync();
        Guid subject = await DecidedAsync(world);
        await using MentorshipDb db = world.Open();
        await db.Audit.Where(e => e.StreamId == subject && e.Number == 2).ExecuteUpdateAsync(set => set.SetProperty(e => e.Data, "другое"));
        await FindsAsync(world, new AuditFault(subject, 2, AuditProblem.EntryChanged));
    }

    [Fact]
    public async Task Entry_WhenTakenOutOfTheMiddle_IsFound()
    {
        await using World world = await World.CreateAsync();
        Guid subject = await DecidedAsync(world);
        await using MentorshipDb db = world.Open();
        await db.Audit.Where(e => e.StreamId == subject && e.Number == 2).ExecuteDeleteAsync();
        await FindsAsync(world, new AuditFault(subject, 3, AuditProblem.NumberMissing));
    }

    [Fact]
    public async Task Entries_WhenTheLastWereTakenOut_AreMissed()
    {
        await using World world = await World.CreateAsync();
        Guid subject = await DecidedAsync(world);
        await using MentorshipDb db = world.Open();
        int last = await db.Audit.Where(e => e.StreamId == subject).MaxAsync(e => e.Number);
        await db.Audit.Where(e => e.StreamId == subject && e.Number == last).ExecuteDeleteAsync();
        await FindsAsync(world, new AuditFault(subject, last, AuditProblem.EntriesMissing));
    }

    [Fact]
    public async Task Entry_WhenAddedPastTheProduct_IsFoundThoughItsSealIsRight()
    {
        await using World world = await World.CreateAsync();
        Guid subject = await DecidedAsync(world);
        await using (MentorshipDb db = world.Open())
        {
            Case known = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == subject);
            db.Audit.Add(known.Audit.Append(world.InstitutionId, subject, "Decided", null, "подделка", world.Time.GetUtcNow()));
            await db.SaveChangesAsync();
            await FindsAsync(world, new AuditFault(subject, known.Audit.Count, AuditProblem.EntriesAdded));
        }
    }

    private static async Task FindsAsync(World world, AuditFault expected)
    {
        AuditReport report = await world.Get<CheckAudit>().RunAsync(default);
        Assert.False(report.Whole);
        Assert.Equal(expected, Assert.Single(report.Faults));
    }

    private static async Task<Guid> DecidedAsync(World world)
    {
        Guid subject = await world.Errand.TaskAsync(world.CuratorId);
        WorkItem item = await world.Errand.WorkOfAsync(world.CuratorId);
        Assert.True((await world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(item.Id, world.CuratorId, "Done", Door.Link), default)).Succeeded);
        return subject;
    }
}
