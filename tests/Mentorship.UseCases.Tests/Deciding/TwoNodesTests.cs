using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Flow;
using Mentorship.Shared;
using Mentorship.Storage;
using Mentorship.Workload;
using Mentorship.UseCases.Auditing;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Mailing;
using Mentorship.UseCases.Running;
using Mentorship.UseCases.Tests.Mailing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.UseCases.Tests.Deciding;

/// <summary>Two nodes share nothing but the database: each decision is there once, none is lost.</summary>
public sealed class TwoNodesTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>, IAsyncLifetime
{
    private const int People = 12, Cases = 10;
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-").FullName;
    private readonly List<ServiceProvider> _nodes = [];

    [Fact]
    public Task OneCase_WhenDecidedByTwoNodesOnSqlite_LosesNothing() =>
        // The second node names the file in another way: so the two do not even queue in the process for it.
        TogetherAsync(new MentorshipSettings { DataFolder = _folder }, new MentorshipSettings { DataFolder = Path.Combine(_folder, ".") });

    [Fact]
    public Task OneCase_WhenDecidedByTwoNodesOnPostgres_LosesNothing()
    {
        if (cluster.Server is null) Requirement.Postgres();
        MentorshipSettings settings = new() { DataFolder = _folder, Database = $"{cluster.Server};Database=t{Guid.CreateVersion7():N}" };
        return TogetherAsync(settings, settings);
    }

    [Fact]
    public async Task DueTimersAndOutbox_WhenSweptByTwoNodesOnSqlite_AreFiredAndSentOnce()
    {
        await using SmtpListener server = new();
        SmtpSettings smtp = SendOutgoingMailTests.Smtp(server);
        await SweepsAsync(server, new MentorshipSettings { DataFolder = _folder, Smtp = smtp }, new MentorshipSettings { DataFolder = Path.Combine(_folder, "."), Smtp = smtp });
    }

    [Fact]
    public async Task DueTimersAndOutbox_WhenSweptByTwoNodesOnPostgres_AreFiredAndSentOnce()
    {
        if (cluster.Server is null) Requirement.Postgres();
        await using SmtpListener server = new();
        MentorshipSettings settings = new() { DataFolder = _folder, Database = $"{cluster.Server};Database=t{Guid.CreateVersion7():N}", Smtp = SendOutgoingMailTests.Smtp(server) };
        await SweepsAsync(server, settings, settings);
    }

    [Fact]
    public Task ChildrenAndTheirTimers_WhenSweptByTwoNodesOnSqlite_EndOnce() =>
        ChildrenAsync(new MentorshipSettings { DataFolder = _folder }, new MentorshipSettings { DataFolder = Path.Combine(_folder, ".") });

    [Fact]
    public Task ChildrenAndTheirTimers_WhenSweptByTwoNodesOnPostgres_EndOnce()
    {
        if (cluster.Server is null) Requirement.Postgres();
        MentorshipSettings settings = new() { DataFolder = _folder, Database = $"{cluster.Server};Database=t{Guid.CreateVersion7():N}" };
        return ChildrenAsync(settings, settings);
    }

    /// <summary>A timer starts a child, a timer ends it, and its parent goes on: with both nodes at every timer.</summary>
    private async Task ChildrenAsync(MentorshipSettings first, MentorshipSettings second)
    {
        (ServiceProvider one, ServiceProvider two, Guid institution) = await NodesAsync(first, second);
        Errand errand = new(one, institution);
        Guid person = await errand.PersonAsync("Учитель");
        await using (MentorshipDb db = errand.Open())
        {
            DefinitionBuilder child = new("0123456789abcdee", "child", "Внутри");
            child.Root.Add("Elsa.Start", "start", "Начало");
            child.Root.Add("Elsa.Delay", "inside", "Ждать внутри").Text("timeSpan", "00:00:00");
            child.Root.Connect("start", "inside");
            Process process = new() { InstitutionId = institution, Key = "child", Name = "Внутри" };
            db.AddRange(process, process.Publish(DefinitionWriter.Write(child.Build()), "", null, DateTimeOffset.UnixEpoch));
            await db.SaveChangesAsync();
        }
        for (int i = 0; i < Cases; i++)
            await errand.StartAsync("Снаружи", steps =>
            {
                steps.Add("Elsa.Delay", "wait", "Ждать").Text("timeSpan", "00:00:00");
                steps.Add("Elsa.ExecuteWorkflow", "run", "Другой процесс").Text("workflowDefinitionId", "child");
                steps.Add("Mentorship.Task", "then", "Потом").Text("assignee", $"person:{person}").Text("deadline", "в течение года");
                steps.Connect("wait", "run").Connect("run", "then");
            });

        int fired = 0;
        for (int left = 20; left > 0; left--)
        {
            int[] now = await Task.WhenAll(new[] { one, two }.Select(node => Task.Run(() => node.GetRequiredService<FireDueTimers>().RunAsync(default))));
            fired += now.Sum();
            if (now.Sum() == 0) break;
        }

        Assert.Equal(Cases * 2, fired);
        await using MentorshipDb after = errand.Open();
        List<Case> children = await after.Cases.Where(c => c.ParentCaseId != null).ToListAsync();
        Assert.Equal((Cases, Cases), (children.Count, children.Select(c => c.ParentCaseId).Distinct().Count()));
        Assert.All(children, c => Assert.Equal((CaseStatus.Finished, "run#1"), (c.Status, c.ParentStepId)));
        List<WorkItem> items = await after.WorkItems.ToListAsync();
        Assert.Equal((Cases, Cases), (items.Count, items.Select(w => w.CaseId).Distinct().Count()));
        Assert.All(items, w => Assert.Equal(("then", WorkStatus.Open), (w.NodeId, w.Status)));
        Assert.Equal(0, await after.Timers.CountAsync(t => t.NodeId != "then")); // those of then remind
        Assert.True((await two.GetRequiredService<CheckAudit>().RunAsync(default)).Whole);
    }

    private async Task SweepsAsync(SmtpListener server, MentorshipSettings first, MentorshipSettings second)
    {
        (ServiceProvider one, ServiceProvider two, Guid institution) = await NodesAsync(first, second);
        Errand errand = new(one, institution);
        Guid person = await errand.PersonAsync("Учитель");
        for (int i = 0; i < Cases; i++)
            await errand.StartAsync("Ожидание", steps =>
            {
                steps.Add("Elsa.Delay", "wait", "Ждать").Text("timeSpan", "00:00:00");
                steps.Add("Mentorship.Task", "then", "Потом").Text("assignee", $"person:{person}").Text("deadline", "в течение года");
                steps.Connect("wait", "then");
            });

        int[] fired = await Task.WhenAll(new[] { one, two }.Select(node => Task.Run(() => node.GetRequiredService<FireDueTimers>().RunAsync(default))));
        int[] sent = await Task.WhenAll(new[] { one, two }.Select(node => Task.Run(() => node.GetRequiredService<SendOutgoingMail>().RunAsync(default))));

        Assert.Equal((Cases, Cases), (fired.Sum(), sent.Sum()));
        Assert.Equal(Cases, server.Mails.Count);
        await using MentorshipDb after = errand.Open();
        Assert.Equal(Cases, await after.WorkItems.Where(w => w.NodeId == "then").Select(w => w.CaseId).Distinct().CountAsync());
        Assert.Equal((Cases, Cases), (await after.WorkItems.CountAsync(), await after.Mails.CountAsync(m => m.Status == MailStatus.Sent && m.Attempts == 1)));
        Assert.True((await two.GetRequiredService<CheckAudit>().RunAsync(default)).Whole);
    }

    private async Task<(ServiceProvider One, ServiceProvider Two, Guid Institution)> NodesAsync(MentorshipSettings first, MentorshipSettings second)
    {
        ServiceProvider one = Node(first), two = Node(second);
        await one.GetRequiredService<PrepareStorage>().RunAsync(default);
        return (one, two, (await one.GetRequiredService<CreateInstitution>().RunAsync(new NewInstitution("Школа", "Школа", InstitutionKind.School, null, "Иванова", "Анна", null, Gender.Female,
            "first@example.org", "четыре слова подряд"), default)).Value!.InstitutionId);
    }

    private async Task TogetherAsync(MentorshipSettings first, MentorshipSettings second)
    {
        (ServiceProvider one, ServiceProvider two, Guid institution) = await NodesAsync(first, second);
        Errand errand = new(one, institution);
        List<Guid> people = [];
        for (int i = 0; i < People; i++) people.Add(await errand.PersonAsync($"Учитель{i}", Roles.Mentor));
        Guid subject = await errand.StartAsync("Регламент", steps =>
            steps.Add("Mentorship.Approval", "all", "Согласовать").Text("approver", string.Join(", ", people.Select(p => $"person:{p}"))).Text("mode", "all"));
        List<(Guid Item, Guid Person)> asked;
        await using (MentorshipDb db = errand.Open()) asked = [.. (await db.WorkItems.Where(w => w.CaseId == subject).ToListAsync()).Select(w => (w.Id, w.PersonId!.Value))];

        Outcome<DecisionReceipt>[] answers = await Task.WhenAll(asked.SelectMany(_ => new[] { one, two }, (task, node) => Task.Run(() =>
            node.GetRequiredService<DecideWorkItem>().RunAsync(institution, new DecisionRequest(task.Item, task.Person, "Approved", Door.Link), default))));

        Assert.Equal(People, answers.Count(a => a.Succeeded));
        Assert.All(answers.Where(a => !a.Succeeded), a => Assert.Equal("AlreadyDecided", a.Refusal!.Code));
        await using MentorshipDb after = errand.Open();
        Assert.Equal((People, People), (await after.Decisions.CountAsync(), await after.Decisions.Select(d => d.WorkItemId).Distinct().CountAsync()));
        Assert.Equal(CaseStatus.Finished, (await after.Cases.SingleAsync(c => c.Id == subject)).Status);
        Assert.True((await two.GetRequiredService<CheckAudit>().RunAsync(default)).Whole);
    }

    private ServiceProvider Node(MentorshipSettings settings)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddMentorship(settings);
        ServiceProvider node = services.BuildServiceProvider();
        _nodes.Add(node);
        return node;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider node in _nodes) await node.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
