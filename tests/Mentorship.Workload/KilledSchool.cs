using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.Signing;
using Mentorship.Storage;
using Mentorship.Storage.Sqlite;
using Mentorship.UseCases;
using Mentorship.UseCases.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Workload;

/// <param name="Accepted">Decisions and signatures that the school had acknowledged.</param>
/// <param name="Mails">Mails with a Message-ID of their own that reached the server.</param>
/// <param name="TakenBack">Decisions that the school had acknowledged as taken back.</param>
/// <param name="Children">Cases that others started and waited for.</param>
/// <param name="Lost">How much was acknowledged or begun and is not there.</param>
/// <param name="Doubled">How much is there twice.</param>
/// <param name="Faults">Both by name.</param>
public sealed record KillFigures(string Bench, int Kills, int Accepted, int Mails, int TakenBack, int Children, int Lost, int Doubled, bool AuditWhole, IReadOnlyList<string> Faults);

/// <summary>A school at work that is killed at random instants and started again; in the end it is looked at what it said and what is there.</summary>
public sealed partial class KilledSchool : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-").FullName;
    private readonly List<string> _said = [];
    private readonly SmtpListener _server = new();
    private readonly List<string> _lost = [], _doubled = [];

    public async Task<KillFigures> RunAsync(int kills)
    {
        for (int kill = 0; kill < kills; kill++) await WorkUntilKilledAsync();
        await FinishAsync();
        ServiceCollection services = new();
        services.AddLogging();
        services.AddMentorship(new MentorshipSettings { DataFolder = _folder });
        await using ServiceProvider installation = services.BuildServiceProvider();
        await using MentorshipDb db = installation.GetRequiredService<IDbContextFactory<MentorshipDb>>().CreateDbContext();
        db.Scope = await db.Institutions.Select(i => i.Id).SingleAsync();
        await CasesAsync(db);
        await OrdersAsync(db);
        int mails = await MailsAsync(db);
        return new KillFigures("kill", kills, Said("decided").Count() + Said("signed").Count(), mails, Said("takenback").Count(), await db.Cases.CountAsync(c => c.ParentCaseId != null), _lost.Count, _doubled.Count,
            (await installation.GetRequiredService<CheckAudit>().RunAsync(default)).Whole, [.. _lost, .. _doubled]);
    }

    private async Task CasesAsync(MentorshipDb db)
    {
        List<Case> cases = await db.Cases.AsNoTracking().ToListAsync();
        List<WorkItem> all = await db.WorkItems.AsNoTracking().ToListAsync(), items = all.FindAll(i => i.Status != WorkStatus.Withdrawn);
        List<Decision> decisions = await db.Decisions.AsNoTracking().ToListAsync();
        List<Guid> decided = [.. decisions.Where(d => d.TakenBackAt is null).Select(d => d.WorkItemId)];
        Missing("case", Said("started"), cases.Select(c => c.Id));
        Missing("end of case", cases.Select(c => c.Id), cases.Where(c => c is { Status: CaseStatus.Finished, NeedsAttention: false }).Select(c => c.Id));
        Missing("decision", Counted(Said("decided")), Counted(decisions.Select(d => d.WorkItemId)));
        Missing("taking back", Counted(Said("takenback")), Counted(decisions.Where(d => d.TakenBackAt is not null).Select(d => d.WorkItemId)));
        Missing("decision of task", items.Select(i => i.Id), decided);
        Missing("end of task", items.Select(i => i.Id), items.Where(i => i.Status == WorkStatus.Done).Select(i => i.Id));
        Twice("decision", decided);
        Twice("task", items.Select(i => (i.CaseId, i.StepId, i.PersonId)));
        // The child ended once and the timer fired once: there is one child, one second and one third approval.
        List<Guid> begun = [.. items.Where(i => i.NodeId == "one").Select(i => i.CaseId)];
        List<Case> children = cases.FindAll(c => c.ParentCaseId is not null);
        Missing("child", begun, children.Select(c => c.ParentCaseId!.Value));
        Twice("child", children.Select(c => c.ParentCaseId));
        Missing("task of child", children.Select(c => c.Id), items.Where(i => i.NodeId == "inner").Select(i => i.CaseId));
        Missing("second approval", begun, items.Where(i => i.NodeId == "two").Select(i => i.CaseId));
        Missing("third approval", begun, items.Where(i => i.NodeId == "three").Select(i => i.CaseId));
        Missing("fired timer", await db.Timers.Select(t => t.CaseId).ToListAsync(), []);
        List<Guid> links = await db.Links.Select(l => l.WorkItemId).ToListAsync();
        Missing("link", all.Select(i => i.Id), links);
        Twice("link", links);
    }

    private async Task OrdersAsync(MentorshipDb db)
    {
        List<Document> submitted = await db.Documents.AsNoTracking().Where(d => d.Status != DocumentStatus.Draft).ToListAsync();
        var numbers = await db.Numbers.Select(n => new { n.Number, n.DocumentId }).ToListAsync();
        Missing("order", Said("signed"), submitted.Where(d => d.Status == DocumentStatus.Signed).Select(d => d.Id));
        Missing("signature", submitted.Select(d => d.Id), await db.Signatures.Where(s => s.Status == SignatureStatus.Completed).Select(s => s.DocumentId).ToListAsync());
        Missing("numbered order", submitted.Select(d => (Guid?)d.Id), numbers.Select(n => (Guid?)n.DocumentId));
        Missing("number", Enumerable.Range(1, submitted.Count), numbers.Select(n => n.Number));
        Twice("number", numbers.Select(n => n.Number));
        Twice("number of order", numbers.Select(n => n.DocumentId));
    }

    /// <summary>A mail may reach the server again under its own Message-ID, never under another.</summary>
    private async Task<int> MailsAsync(MentorshipDb db)
    {
        List<OutgoingMail> mails = await db.Mails.AsNoTracking().ToListAsync();
        HashSet<string> reached = [.. _server.Mails.Select(mail => MessageId().Match(mail).Value)];
        // Work that was withdrawn before its mail went out needs none.
        HashSet<Guid?> withdrawn = [.. await db.WorkItems.Where(w => w.Status == WorkStatus.Withdrawn).Select(w => (Guid?)w.Id).ToListAsync()];
        List<OutgoingMail> wanted = mails.FindAll(m => !(m.Status == MailStatus.Unneeded && withdrawn.Contains(m.WorkItemId)));
        Missing("mail", wanted.Select(m => m.MessageId("school.example.org")), reached);
        Missing("row of mail", reached, mails.Select(m => m.MessageId("school.example.org")));
        Missing("sent mail", wanted.Select(m => m.Id), mails.Where(m => m.Status == MailStatus.Sent).Select(m => m.Id));
        Missing("mail of task", await db.WorkItems.Select(w => (Guid?)w.Id).ToListAsync(), mails.Select(m => m.WorkItemId));
        Twice("mail of task", mails.Where(m => m.Template == MailTemplate.Work).Select(m => m.WorkItemId));
        return reached.Count;
    }

    /// <summary>Each with how many times it has come by then: what is there often enough holds them all.</summary>
    private static IEnumerable<(T, int)> Counted<T>(IEnumerable<T> there) => there.GroupBy(one => one!).SelectMany(same => same.Select((one, i) => (one, i)));

    private void Missing<T>(string what, IEnumerable<T> expected, IEnumerable<T> there) => _lost.AddRange(expected.Except(there).Select(one => $"{what} {one}"));

    private void Twice<T>(string what, IEnumerable<T> there) => _doubled.AddRange(there.GroupBy(one => one).Where(same => same.Count() > 1).Select(same => $"{what} {same.Key}"));

    private IEnumerable<Guid> Said(string what) => _said.Where(line => line.StartsWith(what + ' ', StringComparison.Ordinal)).Select(line => Guid.Parse(line.AsSpan(what.Length + 1)));

    /// <summary>Lets it acknowledge some things, a few milliseconds more, and kills it.</summary>
    private async Task WorkUntilKilledAsync()
    {
        using Process school = Start();
        using CancellationTokenSource patience = new(Patience);
        int lines = Random.Shared.Next(5, 25);
        for (int i = 0; i < lines; i++) _said.Add(await school.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The school closed by itself"));
        await Task.Delay(Random.Shared.Next(0, 30), patience.Token);
        school.Kill();
        await school.WaitForExitAsync(patience.Token);
        // What was said before the kill counts; a line that was cut was not said.
        string rest = await school.StandardOutput.ReadToEndAsync(patience.Token);
        _said.AddRange(rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task FinishAsync()
    {
        using Process school = Start("finish");
        using CancellationTokenSource patience = new(Patience);
        string said = await school.StandardOutput.ReadToEndAsync(patience.Token);
        await school.WaitForExitAsync(patience.Token);
        if (school.ExitCode != 0) throw new InvalidOperationException($"The school could not finish its work: {school.ExitCode}");
        _said.AddRange(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private Process Start(params string[] more) => Process.Start(new ProcessStartInfo("dotnet",
        [Path.Combine(AppContext.BaseDirectory, "Mentorship.Workload.dll"), _folder, _server.Port.ToString(CultureInfo.InvariantCulture), .. more]) { RedirectStandardOutput = true })!;

    [GeneratedRegex(@"(?<=^Message-ID:\s*)<[^>]+>", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex MessageId();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        SqliteStorage.LetGo();
        Directory.Delete(_folder, recursive: true);
    }
}
