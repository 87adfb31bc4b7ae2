using Mentorship.Domain.Cases;
using Mentorship.Domain.Pairing;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Auditing;
using Mentorship.UseCases.Running;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Cases;

/// <summary>A process that starts another: inputs, outcome, cancellation, and what must not happen.</summary>
public sealed class OffspringTests
{
    private static readonly string[] ByOutcome = [Steps.Run("run", "child"), Steps.Ask("good"), Steps.Ask("bad"), Steps.Ask("plain")];
    private static readonly (string, string, string)[] Arrows = [("run", "Готово", "good"), ("run", "Cancelled", "bad"), ("run", "Done", "plain")];

    [Theory]
    [InlineData("Готово", "good")]
    [InlineData("Иное", "plain")]
    public async Task Child_WhenItEnds_LetsTheParentGoOnByItsOutcome(string outcome, string open)
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        await shop.PublishAsync("child", Steps.Flowchart("inner", Steps.Ask("ask"), Steps.Activity("end", "Elsa.Complete", Steps.Input("outcomes", "Literal", outcome))));
        await shop.PublishAsync("parent", Steps.Flowchart("outer", ByOutcome, Arrows));
        Guid parent = await shop.StartAsync("parent");
        Case child = Assert.Single(await shop.ChildrenAsync(parent));
        Assert.Equal(("run#1", 1, "Процесс child", ""), (child.ParentStepId, child.Depth, child.Title, await shop.OpenAsync(parent)));
        Assert.True((await shop.ApproveAsync(child.Id)).Succeeded);
        Assert.Equal(open, await shop.OpenAsync(parent));
        Assert.True((await world.Get<CheckAudit>().RunAsync(default)).Whole);
    }

    [Fact]
    public async Task Child_ThatWaitsForNobody_EndsInTheTransactionThatStartsIt()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        await shop.PublishAsync("grandchild", Steps.Flowchart("inmost", Steps.Activity("end", "Elsa.Complete", Steps.Input("outcomes", "Literal", "Готово"))));
        await shop.PublishAsync("child", Steps.Flowchart("inner", Steps.Run("deeper", "grandchild-definition")));
        Guid parent = await shop.StartAsync("parent", Steps.Run("run", "child"), Steps.Ask("after"));
        Assert.Equal("after", await shop.OpenAsync(parent));
        Assert.Equal(CaseStatus.Finished, Assert.Single(await shop.ChildrenAsync(parent)).Status);
        Assert.True((await world.Get<CheckAudit>().RunAsync(default)).Whole);
    }

    [Fact]
    public async Task Inputs_AreVariablesOfTheChild()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        await shop.PublishAsync("child", Steps.Flowchart("inner", Steps.Activity("name", "Elsa.SetName", Steps.Input("value", "JavaScript", "variables.what + ' и ' + variables.who")), Steps.Ask("ask")));
        string input = Steps.Input("input", "Object", """{"what":"план","who":{"type":"JavaScript","value":"'Ив' + 'анова'"}}""");
        Guid parent = await shop.StartAsync("parent", Steps.Run("run", "child", input));
        Assert.Equal("план и Иванова", Assert.Single(await shop.ChildrenAsync(parent)).Title);
    }

    private const string Counting = """{"id":"set","type":"Elsa.SetVariable","version":1,"variable":{"id":"v","name":"total"},"value":{"typeName":"Object","expression":{"type":"JavaScript","value":"variables.total + 5"}}}""";
    private const string Total = "\"variables\":[{\"id\":\"v\",\"name\":\"total\",\"typeName\":\"Int32\",\"value\":\"2\"}],";
    private const string Sum = "\"variables\":[{\"id\":\"s\",\"name\":\"sum\",\"typeName\":\"Int32\",\"value\":\"0\"}],";

    [Fact]
    public async Task Outputs_AreTakenWhenTheChildEndsAndNotWhenItIsCancelled()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        await shop.PublishAsync("child", Steps.Flowchart("inner", Counting, Steps.Ask("ask")), Total);
        await shop.PublishAsync("parent", Steps.Flowchart("outer", Steps.Run("run", "child", Steps.Input("outputs", "Object", """{"sum":"total"}""")), Steps.Ask("after")), Sum);
        Guid parent = await shop.StartAsync("parent"), other = await shop.StartAsync("parent");
        Assert.True((await shop.ApproveAsync((await shop.ChildrenAsync(parent))[0].Id)).Succeeded);
        Assert.Equal(("after", 7.0), (await shop.OpenAsync(parent), await shop.VariableAsync(parent, "sum")));
        Assert.True((await world.Get<CancelCase>().RunAsync(world.Curator, (await shop.ChildrenAsync(other))[0].Id, "не нужно", default)).Succeeded);
        Assert.Equal(0.0, await shop.VariableAsync(other, "sum"));
        Assert.True((await world.Get<CheckAudit>().RunAsync(default)).Whole);
    }

    [Fact]
    public async Task Outputs_OfAParentThatStoodStill_AreTakenWhenItHearsOfTheEnd()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        await shop.PublishAsync("child", Steps.Flowchart("inner", Counting, Steps.Ask("ask")), Total);
        await shop.PublishAsync("parent", Steps.Flowchart("outer", Steps.Run("run", "child", Steps.Input("outputs", "Object", """{"sum":"total"}""")), Steps.Ask("after")), Sum);
        Guid parent = await shop.StartAsync("parent"), child = (await shop.ChildrenAsync(parent))[0].Id;
        SuspendCase suspend = world.Get<SuspendCase>();
        Assert.True((await suspend.RunAsync(world.Curator, parent, "проверка", default)).Succeeded);
        Assert.True((await suspend.ResumeAsync(world.Curator, child, default)).Succeeded);
        Assert.True((await shop.ApproveAsync(child)).Succeeded);
        Assert.True((await suspend.ResumeAsync(world.Curator, parent, default)).Succeeded);
        Assert.Equal(1, await world.Get<FireDueTimers>().RunAsync(default));
        Assert.Equal(("after", 7.0), (await shop.OpenAsync(parent), await shop.VariableAsync(parent, "sum")));
    }

    [Fact]
    public async Task Dispatch_DoesNotWaitAndIsNotCancelledWithTheParent()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        await shop.PublishAsync("child", Steps.Flowchart("inner", Steps.Ask("ask")));
        Guid parent = await shop.StartAsync("parent", Steps.Run("run", "child", "", "Elsa.DispatchWorkflow"), Steps.Ask("after"));
        Assert.Equal("after", await shop.OpenAsync(parent));
        Assert.True((await world.Get<CancelCase>().RunAsync(world.Curator, parent, "ошибка", default)).Succeeded);
        Assert.Equal(CaseStatus.Running, Assert.Single(await shop.ChildrenAsync(parent)).Status);
    }

    [Fact]
    public async Task Parent_WhenCancelled_TakesItsChildrenWithIt()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        await shop.PublishAsync("grandchild", Steps.Flowchart("inmost", Steps.Ask("ask")));
        await shop.PublishAsync("child", Steps.Flowchart("inner", Steps.Run("deeper", "grandchild")));
        Guid parent = await shop.StartAsync("parent", Steps.Run("run", "child"));
        Case child = Assert.Single(await shop.ChildrenAsync(parent));
        Case grandchild = Assert.Single(await shop.ChildrenAsync(child.Id));
        Assert.True((await world.Get<CancelCase>().RunAsync(world.Curator, parent, "ошибка", default)).Succeeded);
        Assert.Equal((CaseStatus.Cancelled, CaseStatus.Cancelled), ((await shop.CaseAsync(child.Id)).Status, (await shop.CaseAsync(grandchild.Id)).Status));
        Assert.Equal(WorkStatus.Withdrawn, (await shop.CaseAsync(grandchild.Id)).WorkItems.Single().Status);
        Assert.True((await world.Get<CheckAudit>().RunAsync(default)).Whole);
    }

    [Fact]
    public async Task Child_WhenCancelled_IsTheOutcomeOfTheStep()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        await shop.PublishAsync("child", Steps.Flowchart("inner", Steps.Ask("ask")));
        await shop.PublishAsync("parent", Steps.Flowchart("outer", ByOutcome, Arrows));
        Guid parent = await shop.StartAsync("parent");
        Assert.True((await world.Get<CancelCase>().RunAsync(world.Curator, (await shop.ChildrenAsync(parent))[0].Id, "не нужно", default)).Succeeded);
        Assert.Equal("bad", await shop.OpenAsync(parent));
    }

    [Fact]
    public async Task Parent_ThatStandsStill_HearsOfTheEndWhenItIsResumed()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        await shop.PublishAsync("child", Steps.Flowchart("inner", Steps.Ask("ask")));
        Guid parent = await shop.StartAsync("parent", Steps.Run("run", "child"), Steps.Ask("after"));
        Guid child = (await shop.ChildrenAsync(parent))[0].Id;
        SuspendCase suspend = world.Get<SuspendCase>();
        Assert.True((await suspend.RunAsync(world.Curator, parent, "проверка", default)).Succeeded);
        Assert.Equal("CaseSuspended", (await shop.ApproveAsync(child)).Refusal!.Code);
        Assert.True((await suspend.ResumeAsync(world.Curator, child, default)).Succeeded);
        Assert.True((await shop.ApproveAsync(child)).Succeeded);
        Assert.Equal(0, await world.Get<FireDueTimers>().RunAsync(default));
        Assert.True((await suspend.ResumeAsync(world.Curator, parent, default)).Succeeded);
        Assert.Equal(1, await world.Get<FireDueTimers>().RunAsync(default));
        Assert.Equal("after", await shop.OpenAsync(parent));
    }

    [Fact]
    public async Task Parent_WhenSuspended_SuspendsItsChildrenAndResumesThoseAlone()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        await shop.PublishAsync("grandchild", Steps.Flowchart("inmost", Steps.Ask("ask")));
        await shop.PublishAsync("child", Steps.Flowchart("inner", Steps.Run("deeper", "grandchild")));
        await shop.PublishAsync("other", Steps.Flowchart("inner", Steps.Ask("ask")));
        string both = Steps.Activity("both", "Elsa.Parallel", $",\"activities\":[{Steps.Run("run", "child")},{Steps.Run("held", "other")},{Steps.Run("go", "other", "", "Elsa.DispatchWorkflow")}]");
        Guid parent = await shop.StartAsync("parent", both, Steps.Ask("after"));
        Dictionary<string, Case> children = (await shop.ChildrenAsync(parent)).ToDictionary(c => c.ParentStepId!);
        Guid grandchild = (await shop.ChildrenAsync(children["run#1"].Id))[0].Id;
        SuspendCase suspend = world.Get<SuspendCase>();
        Assert.True((await suspend.RunAsync(world.Curator, children["held#1"].Id, "по просьбе", default)).Succeeded);
        Assert.True((await suspend.RunAsync(world.Curator, parent, "проверка", default)).Succeeded);
        Assert.Equal("Suspended Suspended Suspended Running", await StatusesAsync());
        Assert.Equal("CaseSuspended", (await shop.ApproveAsync(grandchild)).Refusal!.Code);
        Assert.True((await suspend.ResumeAsync(world.Curator, parent, default)).Succeeded);
        Assert.Equal("Running Running Suspended Running", await StatusesAsync());
        CaseView history = (await world.Get<LookAtCase>().RunAsync(world.Curator, grandchild, default)).Value!;
        Assert.Equal(["Дело приостановлено", "Дело возобновлено"], history.History.Where(l => l.Text == "вместе с делом «Процесс child»").Select(l => l.What));
        Assert.True((await shop.ApproveAsync(grandchild)).Succeeded);
        Assert.True((await world.Get<CheckAudit>().RunAsync(default)).Whole);

        async Task<string> StatusesAsync() => string.Join(' ', (await shop.CaseAsync(children["run#1"].Id)).Status, (await shop.CaseAsync(grandchild)).Status,
            (await shop.CaseAsync(children["held#1"].Id)).Status, (await shop.CaseAsync(children["go#1"].Id)).Status);
    }

    [Fact]
    public async Task Parent_ThatStandsStill_TakesItsChildrenWithItWhenCancelled()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        await shop.PublishAsync("child", Steps.Flowchart("inner", Steps.Ask("ask")));
        Guid parent = await shop.StartAsync("parent", Steps.Run("run", "child"));
        Assert.True((await world.Get<SuspendCase>().RunAsync(world.Curator, parent, "проверка", default)).Succeeded);
        Assert.True((await world.Get<CancelCase>().RunAsync(world.Curator, parent, "ошибка", default)).Succeeded);
        Case child = Assert.Single(await shop.ChildrenAsync(parent));
        Assert.Equal((CaseStatus.Cancelled, false, WorkStatus.Withdrawn), (child.Status, child.SuspendedWithParent, child.WorkItems.Single().Status));
    }

    [Fact]
    public async Task Process_ThatStartsItself_IsHeldAtADepth()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        await shop.StartAsync("self", Steps.Run("run", "self"));
        await using MentorshipDb db = world.Open();
        List<Case> all = await db.Cases.ToListAsync();
        Assert.Equal(9, all.Count);
        Assert.Contains("сам себя", await shop.AttentionAsync(all.MaxBy(c => c.Depth)!.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_ThatIsNotThere_IsHeldUntilItIs()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        await new Workshop(world, await world.AnotherInstitutionAsync()).PublishAsync("child", Steps.Flowchart("inner", Steps.Ask("theirs")));
        Guid parent = await shop.StartAsync("parent", Steps.Run("run", "child"));
        Assert.Contains("Процесса «child» нет", await shop.AttentionAsync(parent), StringComparison.Ordinal);
        await shop.PublishAsync("child", Steps.Flowchart("inner", Steps.Ask("ours")));
        Assert.True((await world.Get<RetryStep>().RunAsync(world.Curator, parent, "run#1", null, default)).Succeeded);
        Assert.Equal("ours", await shop.OpenAsync((await shop.ChildrenAsync(parent))[0].Id));
    }

    [Fact]
    public async Task Children_OfAllPairs_EndTogetherAndEachCountsOnce()
    {
        const int Many = 12;
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        for (int i = 0; i < Many; i++) await PairAsync(world, i);
        await shop.PublishAsync("child", Steps.Flowchart("inner", Steps.Ask("ask")));
        string loop = Steps.Activity("loop", "Elsa.ParallelForEach", $"{Steps.Input("items", "Literal", "pairs")},\"body\":{Steps.Run("run", "child")}");
        Guid parent = await shop.StartAsync("parent", loop, Steps.Ask("after"));
        List<Case> children = await shop.ChildrenAsync(parent);
        Assert.Equal(Many, children.Count);
        Assert.Contains(children, c => c.Title.StartsWith("Процесс child: Наставник3\u00A0", StringComparison.Ordinal));
        Outcome<UseCases.Deciding.DecisionReceipt>[] answers = await Task.WhenAll(children.Select(c => Task.Run(() => shop.ApproveAsync(c.Id))));
        Assert.All(answers, a => Assert.True(a.Succeeded, a.Refusal?.Text));
        Assert.Equal("after", await shop.OpenAsync(parent));
        Assert.Single((await shop.CaseAsync(parent)).WorkItems);
        Assert.True((await world.Get<CheckAudit>().RunAsync(default)).Whole);
    }

    [Fact]
    public async Task Enough_OfTheChildren_CancelsTheOthers()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        for (int i = 0; i < 3; i++) await PairAsync(world, i);
        await shop.PublishAsync("child", Steps.Flowchart("inner", Steps.Ask("ask")));
        string loop = Steps.Activity("loop", "Elsa.ParallelForEach", $"{Steps.Input("items", "Literal", "pairs")}{Steps.Input("enough", "Literal", "1")},\"body\":{Steps.Run("run", "child")}");
        Guid parent = await shop.StartAsync("parent", loop, Steps.Ask("after"));
        await shop.ApproveAsync((await shop.ChildrenAsync(parent))[1].Id);
        Assert.Equal("after", await shop.OpenAsync(parent));
        Assert.Equal(["Cancelled", "Finished", "Cancelled"], (await shop.ChildrenAsync(parent)).Select(c => c.Status.ToString()));
    }

    [Fact]
    public async Task Loop_OverPairs_AsksTheMentorOfEach()
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        Guid mentor = await PairAsync(world, 1);
        string loop = Steps.Activity("loop", "Elsa.ForEach", $"{Steps.Input("items", "Literal", "pairs")},\"body\":{Steps.Ask("ask", "relation:mentor")}");
        WorkItem item = Assert.Single((await shop.CaseAsync(await shop.StartAsync("loop", loop))).WorkItems);
        Assert.Equal((mentor, 1), (item.PersonId!.Value, item.Round));
        Assert.EndsWith(": Наставник1\u00A0А.\u00A0Н. — Ученик1\u00A0А.\u00A0Н.", item.Title, StringComparison.Ordinal);
        string people = Steps.Activity("people", "Elsa.ParallelForEach", $"{Steps.Input("items", "Literal", "people:role:curator, role:director")},\"body\":{Steps.Ask("ask", "relation:item")}");
        Assert.Equal(new[] { world.CuratorId, world.DirectorId }.Order(), (await shop.CaseAsync(await shop.StartAsync("people", people))).WorkItems.Select(w => w.PersonId!.Value).Order());
    }

    private static async Task<Guid> PairAsync(World world, int number)
    {
        Guid mentor = await world.AddAsync($"Наставник{number}", "Анна", "Николаевна", Gender.Female, "учитель", Roles.Mentor);
        Guid mentee = await world.AddAsync($"Ученик{number}", "Анна", "Николаевна", Gender.Female, "учитель");
        await using MentorshipDb db = world.Open();
        Domain.Programmes.Programme? programme = await db.Programmes.FirstOrDefaultAsync();
        if (programme is null) db.Add(programme = new() { InstitutionId = world.InstitutionId, Title = "Программа", FirstYear = 2026, ProcessId = Guid.CreateVersion7() });
        db.Pairs.Add(new Pair { InstitutionId = world.InstitutionId, ProgrammeId = programme.Id, MentorId = mentor, MenteeId = mentee, Form = "педагог – педагог" });
        await db.SaveChangesAsync();
        return mentor;
    }
}
