using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Authoring.Progress;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.Mailing;
using Mentorship.UseCases.Orders;
using Mentorship.UseCases.Running;
using Mentorship.UseCases.Tests.Authoring;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mentorship.UseCases.Tests.Deciding;

/// <summary>What is asked at every decision, sweep and look at the inbox finds its rows by an index: no table that grows is gone through.</summary>
public sealed partial class QueryPlanTests
{
    private static readonly HashSet<string> Growing = ["Cases", "WorkItems", "Timers", "Decisions", "Audit", "Mails", "Links", "Documents", "DocumentVersions", "Signatures", "Numbers", "Files", "Evidence"];

    [Fact]
    public async Task Decisions_BySessionAndByLink_GoThroughNoGrowingTable()
    {
        using Watch watch = new();
        await using World world = await World.CreateAsync();
        Guid person = await world.Errand.PersonAsync("Токарь", Roles.Accountant, "2580");
        await world.Errand.TaskAsync(world.CuratorId);
        WorkItem item = await world.Errand.WorkOfAsync(world.CuratorId);
        await world.Errand.OrderAsync(DocumentKind.Incentive, world.CuratorId, []);
        string token = await world.Errand.TokenAsync(person);

        await NothingIsGoneThroughAsync(watch, world, async () =>
        {
            Assert.True((await world.Get<DecideWorkItem>().RunAsync(world.Act(world.CuratorId), item.Id, new Answer("Done") { Evidence = new EvidenceGiven { NumberAndDate = "протокол № 1" } }, default)).Succeeded);
            Assert.NotNull(await world.Get<OpenLink>().RunAsync(token, default));
            Assert.True((await world.Get<DecideByLink>().RunAsync(token, new Answer("Approved") { Pin = "2580" }, default)).Succeeded);
            Assert.Equal("AlreadyDecided", (await world.Get<DecideByLink>().RunAsync(token, new Answer("Approved") { Pin = "2580" }, default)).Refusal?.Code);
        });
    }

    [Fact]
    public async Task Sweeps_OfTimersAndMails_GoThroughNoGrowingTable()
    {
        using Watch watch = new();
        await using World world = await World.CreateAsync();
        await world.Errand.TaskAsync(world.CuratorId);
        await using (MentorshipDb db = world.Open()) world.Time.GoTo(await db.Timers.MaxAsync(t => t.DueAt));

        await NothingIsGoneThroughAsync(watch, world, async () =>
        {
            Assert.True(await world.Get<FireDueTimers>().RunAsync(default) > 0);
            await world.Get<SendOutgoingMail>().RunAsync(default);
        });
    }

    [Fact]
    public async Task Pages_OfInboxAndToday_GoThroughNoGrowingTable()
    {
        using Watch watch = new();
        await using World world = await World.CreateAsync();
        await world.Errand.TaskAsync(world.CuratorId);
        Guid accountant = await world.Errand.PersonAsync("Токарь", Roles.Accountant);
        IncentiveOrderForm form = new() { Period = "2026/2027 учебный год", Rows = [new AwardLine(AwardKind.Payment, world.DirectorId, "за высокие результаты", 1000)] };
        Guid order = (await world.Get<DraftOrder>().RunAsync(world.Curator, form, default)).Value;
        await using (MentorshipDb db = world.Open())
            Assert.True((await world.Get<SubmitOrder>().RunAsync(world.Curator, order, await db.Documents.Select(d => d.Version).SingleAsync(), null, default)).Succeeded);

        await NothingIsGoneThroughAsync(watch, world, async () =>
        {
            await world.Get<InboxView>().RunAsync(world.Act(accountant, Roles.Accountant), "session", null, default);
            await world.Get<TodayView>().RunAsync(world.Curator, default);
        });
    }

    [Fact]
    public async Task FollowingAProcess_GoesThroughNoGrowingTable()
    {
        using Watch watch = new();
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync();
        await desk.StartAsync(process, "Дело");
        ProgressView seen = Desk.Value(await world.Get<LookAtProgress>().RunAsync(world.Curator, process, null, default));

        await NothingIsGoneThroughAsync(watch, world, async () => Assert.True(await world.Get<LookAtProgress>().IsAsSeenAsync(world.Curator, seen, default)));
    }

    [Fact]
    public async Task Guard_FindsAQueryThatGoesThroughATable()
    {
        using Watch watch = new();
        await using World world = await World.CreateAsync();
        Assert.Contains("WorkItems", Assert.Single(await GoneThroughAsync(watch, world, async () =>
        {
            await using MentorshipDb db = world.Open();
            await db.WorkItems.IgnoreQueryFilters().Where(w => w.Title == "нигде").ToListAsync();
        })), StringComparison.Ordinal);
    }

    private static async Task NothingIsGoneThroughAsync(Watch watch, World world, Func<Task> act)
    {
        List<string> faults = await GoneThroughAsync(watch, world, act);
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    /// <summary>Runs the act and returns the commands in whose plan a growing table is scanned, or narrowed to the institution alone.</summary>
    private static async Task<List<string>> GoneThroughAsync(Watch watch, World world, Func<Task> act)
    {
        string file;
        await using (MentorshipDb db = world.Open()) file = db.Database.GetDbConnection().DataSource;
        List<string> faults = [];
        await using SqliteConnection connection = new($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        foreach ((string text, List<(string, object?)> parameters) in await watch.CommandsAsync(file, act))
        {
            await using SqliteCommand explain = connection.CreateCommand();
#pragma warning disable CA2100 // The text is what the framework has just run.
            explain.CommandText = "EXPLAIN QUERY PLAN " + text;
#pragma warning restore CA2100
            foreach ((string name, object? value) in parameters) explain.Parameters.AddWithValue(name, value ?? DBNull.Value);
            Dictionary<string, string> tables = Named().Matches(text).DistinctBy(m => m.Groups["alias"].Value).ToDictionary(m => m.Groups["alias"].Value, m => m.Groups["table"].Value);
            await using SqliteDataReader plan = await explain.ExecuteReaderAsync();
            while (await plan.ReadAsync())
                if (Wide().Match(plan.GetString(3)) is { Success: true } wide && Growing.Contains(tables.GetValueOrDefault(wide.Groups["alias"].Value, wide.Groups["alias"].Value)))
                    faults.Add($"{plan.GetString(3)} of {tables.GetValueOrDefault(wide.Groups["alias"].Value)} in {text}");
        }
        return faults;
    }

    /// <summary>Sees every command that the framework runs. It stands before the first: who finds nobody watching does not look again for a while.</summary>
    private sealed class Watch : IDisposable
    {
        private readonly ConcurrentQueue<(string File, string Text, List<(string, object?)> Parameters)> _commands = new();
        private readonly List<IDisposable> _subscriptions = [];

        public Watch() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(new Each<DiagnosticListener>(source =>
        {
            if (source.Name == DbLoggerCategory.Name) _subscriptions.Add(source.Subscribe(new Each<KeyValuePair<string, object?>>(See)));
        })));

        /// <summary>The commands of the act on this file.</summary>
        public async Task<List<(string Text, List<(string, object?)> Parameters)>> CommandsAsync(string file, Func<Task> act)
        {
            _commands.Clear();
            await act();
            List<(string, List<(string, object?)>)> seen = [.. _commands.Where(c => c.File == file).DistinctBy(c => c.Text).Select(c => (c.Text, c.Parameters))];
            Assert.NotEmpty(seen);
            return seen;
        }

        private void See(KeyValuePair<string, object?> happened)
        {
            if (happened.Key == RelationalEventId.CommandExecuting.Name && happened.Value is CommandEventData { Command: { Connection.DataSource: { } file } command })
                _commands.Enqueue((file, command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
        }

        public void Dispose()
        {
            foreach (IDisposable subscription in _subscriptions) subscription.Dispose();
        }
    }

    private sealed class Each<T>(Action<T> act) : IObserver<T>
    {
        public void OnNext(T value) => act(value);

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }

    [GeneratedRegex("\"(?<table>\\w+)\" AS \"(?<alias>\\w+)\"")]
    private static partial Regex Named();

    /// <summary>«SCAN w», «SEARCH w USING INDEX … (InstitutionId=?)».</summary>
    [GeneratedRegex(@"^SCAN (?<alias>\w+)|^SEARCH (?<alias>\w+) USING (?:COVERING )?INDEX \w+ \(InstitutionId=\?\)$")]
    private static partial Regex Wide();
}
