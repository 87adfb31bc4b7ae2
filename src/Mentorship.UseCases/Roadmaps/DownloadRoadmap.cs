using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.Domain.Wording;
using Mentorship.Office.Writing;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Roadmaps;

/// <summary>Writes the roadmap as a file in the institution's own columns, with a column that says how each item stands.</summary>
public sealed class DownloadRoadmap
{
    private readonly Work _work;
    private readonly RoadmapDesk _roadmaps;

    internal DownloadRoadmap(Work work, RoadmapDesk roadmaps) => (_work, _roadmaps) = (work, roadmaps);

    public async Task<Outcome<RoadmapDownload>> RunAsync(Actor actor, Guid programmeId, RoadmapFormat format, CancellationToken cancel)
    {
        Outcome<(Roadmap Roadmap, IReadOnlyList<ItemStatusText> Statuses, RoadmapPrint Print, string Name)> found = await _work.ReadAsync<Outcome<(Roadmap, IReadOnlyList<ItemStatusText>, RoadmapPrint, string)>>(actor.InstitutionId, async db =>
        {
            if (await _roadmaps.OpenAsync(db, programmeId, cancel) is not { } opened) return RoadmapDesk.NoRoadmap;
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            Document? order = opened.Programme.ApprovalDocumentId is { } id ? await db.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel) : null;
            RunningItems running = await RunningItems.OfAsync(db, opened.Programme.CaseId, institution, _work.Now, cancel);
            DateOnly today = institution.DayOf(_work.Now);
            RoadmapPrint print = new() { Institution = institution.ShortName, Approval = Approval(opened.Programme, order), Footer = $"Состояние на {RussianDate.Short(today)}" };
            return (opened.Table.Roadmap, Statuses(opened.Table, running), print, $"Дорожная карта {opened.Programme.SchoolYear.FirstYear}-{opened.Programme.SchoolYear.SecondYear}");
        }, cancel);
        if (found.Refusal is { } no) return no;
        (Roadmap roadmap, IReadOnlyList<ItemStatusText> statuses, RoadmapPrint print, string name) = found.Value;
        return format == RoadmapFormat.Word
            ? new RoadmapDownload(name + ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", RoadmapDocx.Write(roadmap, statuses, print))
            : new RoadmapDownload(name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", RoadmapXlsx.Write(roadmap, statuses, print));
    }

    private static IReadOnlyList<ItemStatusText> Statuses(DefinedRoadmap table, RunningItems running) =>
        [.. table.Stages.SelectMany((stage, s) => stage.Items.Select((item, i) => new ItemStatusText(s, i, Status(item.NodeId, running))))];

    /// <summary>The state and, where there is any, what proves it.</summary>
    private static string Status(string node, RunningItems running)
    {
        string evidence = string.Join("; ", running.Evidence(node).Select(e => e.Text));
        string text = running.Standing(node).Text;
        return evidence.Length == 0 ? text : $"{text}: {evidence}";
    }

    private static IReadOnlyList<string> Approval(Programme programme, Document? order) => (programme.ApprovedEarlier, order) switch
    {
        ({ } earlier, _) => ["УТВЕРЖДЕНО", earlier],
        (_, { RegistrationNumber: { } number, RegisteredOn: { } day }) => ["УТВЕРЖДЕНО", $"приказом от {RussianDate.Short(day)} № {number}"],
        _ => [],
    };
}

public enum RoadmapFormat { Word, Excel }

/// <summary>A file to be given to the browser.</summary>
public sealed record RoadmapDownload(string Name, string ContentType, byte[] Content);
