using System.Diagnostics;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.Signing;
using Mentorship.Storage;
using Mentorship.UseCases.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.UseCases.Tests.Killing;

/// <summary>A school at work is killed at random instants and started again: what was acknowledged is there once, nothing is doubled, nothing is left lying.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-").FullName;
    private readonly List<string> _acknowledged = [];

    [Fact]
    public async Task School_WhenKilledAtRandomInstants_LosesAndDoublesNothing()
    {
        for (int kill = 0; kill < Kills; kill++) await WorkUntilKilledAsync();
        await FinishAsync();
        ServiceCollection services = new();
        services.AddLogging();
        services.AddMentorship(new MentorshipSettings { DataFolder = _folder });
        await using ServiceProvider installation = services.BuildServiceProvider();
        await using MentorshipDb db = installation.GetRequiredService<IDbContextFactory<MentorshipDb>>().CreateDbContext();
        db.Scope = await db.Institutions.Select(i => i.Id).SingleAsync();

        await CasesAsync(db);
        await OrdersAsync(db);
        AuditReport audit = await installation.GetRequiredService<CheckAudit>().RunAsync(default);
        Assert.True(audit.Whole, string.Join("; ", audit.Faults));
    }

    private async Task CasesAsync(MentorshipDb db)
    {
        List<Case> cases = await db.Cases.ToListAsync();
        List<WorkItem> items = await db.WorkItems.ToListAsync();
        List<Guid> decided = await db.Decisions.Select(d => d.WorkItemId).ToListAsync();
        Assert.NotEmpty(Said("decided"));
        Assert.Empty(Said("started").Except(cases.Select(c => c.Id)));
        Assert.Empty(Said("decided").Except(decided));
        Assert.Equal(decided.Count, decided.Distinct().Count());
        Assert.All(cases, subject => Assert.Equal((CaseStatus.Finished, false), (subject.Status, subject.NeedsAttention)));
        Assert.All(items, item => Assert.Equal(WorkStatus.Done, item.Status));
        Assert.Equal(items.Select(i => i.Id).Order(), decided.Order());
        Assert.Equal(items.Count, items.DistinctBy(i => (i.CaseId, i.StepId, i.PersonId)).Count());
        // The timer between the two approvals fired once: there is one second approval.
        Assert.All(items.Where(i => i.DocumentId is null).GroupBy(i => i.CaseId), steps => Assert.Equal(["one", "two"], steps.Select(s => s.NodeId).Order()));
        Assert.Equal(0, await db.Timers.CountAsync());
        List<Guid?> mails = await db.Mails.Where(m => m.Template == MailTemplate.Work).Select(m => m.WorkItemId).ToListAsync();
        Assert.Equal(items.Select(i => (Guid?)i.Id).Order(), mails.Order());
        Assert.Equal(items.Select(i => i.Id).Order(), (await db.Links.Select(l => l.WorkItemId).ToListAsync()).Order());
    }

    private async Task OrdersAsync(MentorshipDb db)
    {
        List<Document> submitted = await db.Documents.Where(d => d.Status != DocumentStatus.Draft).ToListAsync();
        Assert.NotEmpty(Said("signed"));
        Assert.Empty(Said("signed").Except(submitted.Select(d => d.Id)));
        Assert.All(submitted, order => Assert.Equal(DocumentStatus.Signed, order.Status));
        var numbers = await db.Numbers.OrderBy(n => n.Number).Select(n => new { n.Number, n.DocumentId }).ToListAsync();
        Assert.Equal(Enumerable.Range(1, submitted.Count), numbers.Select(n => n.Number));
        Assert.Equal(submitted.Select(d => d.Id).Order(), numbers.Select(n => n.DocumentId).Order());
        Assert.Equal(submitted.Count, await db.Signatures.CountAsync(s => s.Status == SignatureStatus.Completed));
    }

    private IEnumerable<Guid> Said(string what) => _acknowledged.Where(line => line.StartsWith(what + ' ', StringComparison.Ordinal)).Select(line => Guid.Parse(line.AsSpan(what.Length + 1)));

    /// <summary>Lets it acknowledge some things, a few milliseconds more, and kills it.</summary>
    private async Task WorkUntilKilledAsync()
    {
        using Process school = Start();
        using CancellationTokenSource patience = new(Patience);
        int lines = Random.Shared.Next(8, 40);
        for (int i = 0; i < lines; i++) _acknowledged.Add(await school.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The school closed by itself"));
        await Task.Delay(Random.Shared.Next(0, 30), patience.Token);
        school.Kill();
        await school.WaitForExitAsync(patience.Token);
        // What was said before the kill counts; a line that was cut was not said.
        string rest = await school.StandardOutput.ReadToEndAsync(patience.Token);
        _acknowledged.AddRange(rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task FinishAsync()
    {
        using Process school = Start("finish");
        using CancellationTokenSource patience = new(Patience);
        string said = await school.StandardOutput.ReadToEndAsync(patience.Token);
        await school.WaitForExitAsync(patience.Token);
        Assert.Equal(0, school.ExitCode);
        _acknowledged.AddRange(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private Process Start(params string[] more) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Mentorship.Workload.dll"), _folder, .. more])
    {
        RedirectStandardOutput = true,
    })!;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
