namespace Mentorship.Domain.Documents;

/// <summary>A register (реестр) as a printable sheet: title, institution, table, a closing line.</summary>
public sealed record RegisterTable(string Title, TextTable Table)
{
    public string? Institution { get; init; }

    /// <summary>Below the table: who keeps it, of which day.</summary>
    public string? Footer { get; init; }
}

/// <summary>What stands around a printed roadmap.</summary>
public sealed record RoadmapPrint
{
    public string? Institution { get; init; }

    /// <summary>The approval block, line by line, at the top right.</summary>
    public IReadOnlyList<string> Approval { get; init; } = [];

    /// <summary>Below the table: «Состояние на 15.09.2026».</summary>
    public string? Footer { get; init; }
}
