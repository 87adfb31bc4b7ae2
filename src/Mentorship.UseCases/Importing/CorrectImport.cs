using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.UseCases.Importing;

/// <summary>Corrects one thing of what was read: a cell, a row too many, the title, the school year.</summary>
public sealed class CorrectImport
{
    private readonly Work _work;

    internal CorrectImport(Work work) => _work = work;

    public Task<Outcome<Done>> RunAsync(Actor actor, Guid id, int seen, ImportCorrection correction, CancellationToken cancel) => _work.DoAsync<Done>(actor.InstitutionId, async (db, _) =>
    {
        Outcome<RoadmapImport> found = await ImportRules.ForChangeAsync(db, actor, id, seen, cancel);
        if (found.Refusal is { } no) return no;
        RoadmapImport import = found.Value!;
        if (Apply(import.Roadmap, correction) is not { } corrected) return ImportRules.NoCell;
        import.Roadmap = corrected;
        return default(Done);
    }, cancel);

    private static Roadmap? Apply(Roadmap roadmap, ImportCorrection correction) => correction switch
    {
        CellCorrection cell => RoadmapCells.With(roadmap, cell.Place, cell.Text),
        RowCorrection row => row.Cells.Aggregate((Roadmap?)roadmap, (changed, cell) => changed is null ? null : RoadmapCells.With(changed, new CellPlace(row.Stage, row.Item, cell.Key), cell.Value)),
        RowRemoval row => RoadmapCells.Without(roadmap, row.Stage, row.Item),
        TitleCorrection title => Answered(roadmap with { Title = TextFolding.OneLine(title.Text) is { Length: > 0 } text ? text : null }, "название"),
        YearCorrection year => Answered(roadmap with { SchoolYear = year.Year }, "учебный год"),
        _ => throw new InvalidOperationException($"No such correction: {correction.GetType().Name}"),
    };

    private static Roadmap Answered(Roadmap roadmap, string place) => roadmap with { Doubts = [.. roadmap.Doubts.Where(d => d.Place != place)] };
}

/// <summary>One correction of a reading.</summary>
public abstract record ImportCorrection;

/// <summary>Another text in a cell; without an item it is the heading of the stage.</summary>
public sealed record CellCorrection(CellPlace Place, string? Text) : ImportCorrection;

/// <summary>New texts of a row, by the headers of its columns.</summary>
public sealed record RowCorrection(int Stage, int Item, IReadOnlyDictionary<string, string> Cells) : ImportCorrection;

/// <summary>A row that is no item (a total, a note).</summary>
public sealed record RowRemoval(int Stage, int Item) : ImportCorrection;
public sealed record TitleCorrection(string? Text) : ImportCorrection;
public sealed record YearCorrection(SchoolYear Year) : ImportCorrection;
