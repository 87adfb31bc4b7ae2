using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Roadmaps;

/// <summary>
/// A roadmap (дорожная карта) as it was read or typed: texts with white space folded, in the document's own order and columns.
/// It becomes a process definition by <c>RoadmapProcess</c>.
/// </summary>
public sealed record Roadmap
{
    public string? Title { get; init; }
    public SchoolYear? SchoolYear { get; init; }
    public RoadmapApproval? Approval { get; init; }

    /// <summary>Targets written above the table («к концу 2024 года не менее 70 % …»).</summary>
    public IReadOnlyList<string> Goals { get; init; } = [];

    /// <summary>The columns in the document's order, with their own headers.</summary>
    public IReadOnlyList<RoadmapColumn> Columns { get; init; } = [];
    public IReadOnlyList<RoadmapStage> Stages { get; init; } = [];

    /// <summary>What a person should look at; each names the place.</summary>
    public IReadOnlyList<ReadingDoubt> Doubts { get; init; } = [];
}

/// <summary>A column and what it means; further columns keep their cells in <see cref="RoadmapItem.Columns"/> by header.</summary>
public sealed record RoadmapColumn(string Header, ColumnMeaning Meaning);

/// <summary>The meaning of a column, found by its header and its cells, never by its position.</summary>
public enum ColumnMeaning { Other, Number, Stage, Activity, Deadline, Responsible, Result, Indicator, KeyResult, Evidence }

/// <summary>A stage (этап) or direction; a flat list is one stage without number and title. Null and empty mean absent.</summary>
public sealed record RoadmapStage
{
    public string? Number { get; init; }
    public string? Title { get; init; }
    public string? Goal { get; init; }
    public string? Task { get; init; }
    public string? Result { get; init; }
    public string? KeyResult { get; init; }
    public string? DeadlineText { get; init; }
    public string? ResponsibleText { get; init; }
    public string? Evidence { get; init; }
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<RoadmapItem> Items { get; init; } = [];
}

/// <summary>An item (пункт, мероприятие).</summary>
public sealed record RoadmapItem
{
    public string? Number { get; init; }
    public string Activity { get; init; } = "";
    public string? DeadlineText { get; init; }
    public string? ResponsibleText { get; init; }
    public string? Result { get; init; }
    public string? Indicator { get; init; }
    public string? KeyResult { get; init; }
    public string? Evidence { get; init; }

    /// <summary>Cells of further columns, by header.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();
}

/// <summary>The approval block («УТВЕРЖДАЮ …», «Приложение к приказу …»).</summary>
/// <param name="Stamp">Its first word as written («Утверждено»), or null.</param>
/// <param name="Lines">All its lines in order.</param>
/// <param name="OrderNumber">Free text («115/1», «100-к»), or null.</param>
public sealed record RoadmapApproval(string? Stamp, IReadOnlyList<string> Lines, string? OrderNumber, DateOnly? OrderDate);

/// <summary>A place in the reading that a person should look at.</summary>
/// <param name="Place">Where: «пункт 1.2», «столбец «Сроки»», …</param>
/// <param name="Text">A Russian sentence.</param>
public sealed record ReadingDoubt(string Place, string Text);
