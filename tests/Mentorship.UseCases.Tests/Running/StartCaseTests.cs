using Mentorship.Domain.Cases;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Auditing;
using Mentorship.UseCases.Running;
using Mentorship.UseCases.Tests.Authoring;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Running;

public sealed class StartCaseTests
{
    private static readonly Dictionary<string, string?> Nothing = [];

    [Fact]
    public async Task Process_StartedByHand_TakesWhatWasTypedAndAsksItsFirstPeople()
    {
        await using World world = await World.CreateAsync();
        Guid process = await WithInputsAsync(world);

        CaseStart asked = Desk.Value(await world.Get<StartCase>().LookAsync(world.Curator, process, default));
        Assert.Equal([("sum", "Сумма, руб.", StartFieldKind.Number, "500"), ("urgent", "Срочно", StartFieldKind.Flag, ""), ("why", "why", StartFieldKind.Text, "")], asked.Fields.Select(f => (f.Name, f.Label, f.Kind, f.Value)));
        Guid started = Desk.Value(await world.Get<StartCase>().RunAsync(world.Curator, process, Guid.CreateVersion7(), " Поездка в театр ", new Dictionary<string, string?> { ["sum"] = "12 000,50", ["urgent"] = "true" }, default));

        await using MentorshipDb db = world.Open();
        Case subject = await db.Cases.Include(c => c.WorkItems).SingleAsync(c => c.Id == started);
        Assert.True(subject.WorkItems.Count == 1, subject.State);
        Assert.Equal(("Поездка в театр", CaseStatus.Running, world.DirectorId), (subject.Title, subject.Status, Assert.Single(subject.WorkItems).PersonId));
        Assert.Equal((12000.5, true), (FlowStateJson.Read(subject.State).Variables["sum"], FlowStateJson.Read(subject.State).Variables["urgent"]));
        Assert.True((await world.Get<CheckAudit>().RunAsync(default)).Whole);
    }

    [Fact]
    public async Task SecondClick_FindsTheCaseThatTheFirstStarted()
    {
        await using World world = await World.CreateAsync();
        Guid process = await (await Desk.InAsync(world)).ProcessAsync(), id = Guid.CreateVersion7();

        Outcome<Guid>[] clicks = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => world.Get<StartCase>().RunAsync(world.Curator, process, id, null, Nothing, default))));

        Assert.All(clicks, click => Assert.Equal(id, Desk.Value(click)));
        await using MentorshipDb db = world.Open();
        Assert.Equal((1, 1), (await db.Cases.CountAsync(), await db.WorkItems.CountAsync()));
    }

    [Fact]
    public async Task Start_WithoutRightOrPublishedVersionOrOfAnothersProcess_IsRefused()
    {
        await using World world = await World.CreateAsync();
        Guid process = await WithInputsAsync(world), foreign = Guid.CreateVersion7();
        Guid own = Desk.Value(await world.Get<StartCase>().RunAsync(world.Curator, process, foreign, null, Nothing, default));
        Guid draft = Desk.Value(await world.Get<UseCases.Authoring.StartProcess>().EmptyAsync(world.Curator, "Новый", default)).ProcessId;
        Actor stranger = new(await world.AnotherInstitutionAsync(), Guid.CreateVersion7(), new HashSet<string> { Roles.Administrator });
        Guid route;
        await using (MentorshipDb db = world.Open()) route = await db.Processes.Where(p => p.Key == "order-pairs").Select(p => p.Id).SingleAsync();

        Assert.Equal("NotAllowed", await CodeAsync(world.Act(world.CuratorId, Roles.Mentor), process));
        Assert.Equal("NoProcess", await CodeAsync(stranger, process));
        Assert.Equal("NotPublished", await CodeAsync(world.Curator, draft));
        Assert.Equal("StartsElsewhere", await CodeAsync(world.Curator, route));
        Assert.Equal("TitleLong", await CodeAsync(world.Curator, process, new string('я', 501)));
        Assert.Equal("NotANumber", await CodeAsync(world.Curator, process, null, new() { ["sum"] = "много" }));
        await using MentorshipDb after = world.Open();
        Assert.Equal(own, (await after.Cases.SingleAsync()).Id);

        async Task<string?> CodeAsync(Actor actor, Guid what, string? title = null, Dictionary<string, string?>? values = null) =>
            (await world.Get<StartCase>().RunAsync(actor, what, Guid.CreateVersion7(), title, values ?? Nothing, default)).Refusal?.Code;
    }

    /// <summary>Asks the director where the sum is large, else the curator.</summary>
    private static async Task<Guid> WithInputsAsync(World world)
    {
        DefinitionBuilder builder = new("0123456789abcdef", "trip", "Заявка на поездку");
        builder.Root.Add("Elsa.Start", "start", "Начало");
        builder.Root.Add("Elsa.FlowDecision", "large", "Большая сумма?").JavaScript("condition", "variables.sum > 10000 && variables.urgent === true");
        builder.Root.Add("Mentorship.Task", "director", "Решить").Text("assignee", "role:director");
        builder.Root.Add("Mentorship.Task", "curator", "Купить билеты").Text("assignee", "role:curator");
        builder.Root.Connect("start", "large").Connect("large", "director", "True").Connect("large", "curator", "False");
        string json = DefinitionWriter.Write(builder.Build());
        int at = json.IndexOf("\"inputs\"", StringComparison.Ordinal), end = json.IndexOf(']', at) + 1;
        json = json[..at] + "\"inputs\":" + """[{"type":"Decimal","name":"sum","displayName":"Сумма, руб.","defaultValue":500},{"type":"Boolean","name":"urgent","displayName":"Срочно"},{"type":"String","name":"why"}]""" + json[end..];
        await using MentorshipDb db = world.Open();
        Process process = new() { InstitutionId = world.InstitutionId, Key = "own-trip", Name = "Заявка на поездку" };
        db.AddRange(process, process.Publish(json, "начало", world.CuratorId, world.Time.GetUtcNow()));
        await db.SaveChangesAsync();
        return process.Id;
    }
}
