using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Wording;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.UseCases.Demonstrating;

/// <summary>Everybody's working day: each open task is done by its holder when its time has come, through the same verbs as on the pages.</summary>
internal sealed class Players(IServiceProvider verbs, Work work, Season season, DateOnly today)
{
    public async Task PlayAsync(Company company, DateOnly day, CancellationToken cancel)
    {
        foreach (Chore task in await OpenAsync(company, cancel))
            switch (task.Item.Kind)
            {
                case WorkKind.Sign: await SignAsync(company, task, day, cancel); break;
                case WorkKind.Prepare: if (Worked(task, day) >= 1) await season.MendAsync(company, task.Item.DocumentId!.Value, cancel); break;
                case WorkKind.Concur: if (Worked(task, day) >= 1) await DecideAsync(company, task, "Approved", null, [], cancel); break;
                case WorkKind.Acquaint: if (Worked(task, day) >= 1 + Chance.Of(3, task.Holder, task.Item.Title)) await DecideAsync(company, task, "Done", null, [], cancel); break;
                default: if (ItsTime(company, task, day)) await DecideAsync(company, task, "Done", null, Proof(task, day), cancel); break;
            }
    }

    private async Task SignAsync(Company company, Chore task, DateOnly day, CancellationToken cancel)
    {
        // What came in the last days waits for whoever opens the demonstration.
        if (task.Opened >= today.AddDays(-4) || Worked(task, day) < 1) return;
        CastOrder? strict = company.Cast.Orders.FirstOrDefault(o => o.Returned is not null && task.DocumentKind == $"order-{o.Kind}");
        if (strict is not null && company.Returned.Add(strict.Kind)) await DecideAsync(company, task, "Returned", strict.Returned, [], cancel);
        else Season.Must(await verbs.GetRequiredService<RequestSignature>().RunAsync(company.Director, task.Item.Id, task.Item.DocumentVersionId!.Value, $"demo {day:O}", DemonstrationMark.Pin, cancel));
    }

    private async Task DecideAsync(Company company, Chore task, string outcome, string? comment, IReadOnlyList<Evidence> evidence, CancellationToken cancel) =>
        Season.Must(await verbs.GetRequiredService<DecideWorkItem>().RunAsync(company.InstitutionId,
            new DecisionRequest(task.Item.Id, task.PersonId, outcome, Door.Session, comment, task.Item.DocumentVersionId, evidence), cancel));

    /// <summary>Somewhere between the opening and the last day; what is to be late stays.</summary>
    private bool ItsTime(Company company, Chore task, DateOnly day)
    {
        string key = $"{task.Item.NodeId} {task.Item.Occurrence}";
        if (company.Late == key) return false;
        if (task.Item.BeforeApproval) return Worked(task, day) >= 2 + Chance.Of(6, company.Cast.Seed, key);
        if (task.Due is not { } due) return false;
        if (company.Late is null && due < today && due >= today.AddDays(-45))
        {
            company.Late = key;
            return false;
        }
        int window = Math.Max(due.DayNumber - task.Opened.DayNumber, 1);
        DateOnly wanted = task.Opened.AddDays(window * (30 + Chance.Of(60, company.Cast.Seed, key)) / 100);
        return day >= wanted || due.DayNumber - day.DayNumber <= 2;
    }

    private static IReadOnlyList<Evidence> Proof(Chore task, DateOnly day)
    {
        int number = 1 + Chance.Of(9, task.Item.NodeId);
        string dated = $"№ {number} от {RussianDate.Short(day)}";
        return Chance.Of(7, task.Item.NodeId, task.Item.Occurrence) switch
        {
            0 => [],
            1 or 2 => [new Evidence { Kind = EvidenceKind.NumberAndDate, Text = $"протокол {dated}" }],
            3 => [new Evidence { Kind = EvidenceKind.Address, Text = "https://example.org/mentorship/news" }],
            4 => [new Evidence { Kind = EvidenceKind.NumberAndDate, Text = $"аналитическая справка {dated}" }],
            _ => [new Evidence { Kind = EvidenceKind.NumberAndDate, Text = $"лист регистрации {dated}" }],
        };
    }

    /// <summary>Working days since the task was opened.</summary>
    private static int Worked(Chore task, DateOnly day) =>
        Enumerable.Range(1, Math.Max(day.DayNumber - task.Opened.DayNumber, 0)).Count(n => task.Opened.AddDays(n).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>Open tasks in an order that the ids, which differ from run to run, do not touch.</summary>
    private async Task<IReadOnlyList<Chore>> OpenAsync(Company company, CancellationToken cancel) => await work.ReadAsync(company.InstitutionId, async db =>
    {
        Domain.Institutions.Institution home = await db.Institutions.SingleAsync(i => i.Id == company.InstitutionId, cancel);
        Dictionary<Guid, Guid> leads = await db.Bodies.ToDictionaryAsync(b => b.Id, b => b.LeadId, cancel);
        Dictionary<Guid, string> kinds = await db.Documents.ToDictionaryAsync(d => d.Id, d => d.Kind, cancel);
        List<WorkItem> open = await db.WorkItems.Where(w => w.Status == WorkStatus.Open).ToListAsync(cancel);
        return open.Select(w =>
        {
            Guid person = w.PersonId ?? leads[w.BodyId!.Value];
            return new Chore(w, person, company.NameOf(person), home.DayOf(w.OpenedAt), w.DueAt is { } due ? home.DayOf(due) : null, w.DocumentId is { } document ? kinds[document] : null);
        }).OrderBy(t => t.Item.OpenedAt).ThenBy(t => t.Item.NodeId, StringComparer.Ordinal).ThenBy(t => t.Item.Occurrence, StringComparer.Ordinal)
            .ThenBy(t => t.DocumentKind, StringComparer.Ordinal).ThenBy(t => t.Holder, StringComparer.Ordinal).ToList();
    }, cancel);

    /// <summary>A task as the players see it.</summary>
    private sealed record Chore(WorkItem Item, Guid PersonId, string Holder, DateOnly Opened, DateOnly? Due, string? DocumentKind);
}
