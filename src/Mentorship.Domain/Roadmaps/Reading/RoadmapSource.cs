using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>What an office file holds, in its order, without the office format: paragraphs and tables.</summary>
/// <param name="FileName">As the person calls it; refusals and doubts name it.</param>
/// <param name="Doubts">What the unpacking itself left out (hidden rows, …).</param>
public sealed record RoadmapSource(string FileName, IReadOnlyList<SourceBlock> Blocks, IReadOnlyList<ReadingDoubt> Doubts);

/// <summary>A paragraph or a table.</summary>
public abstract record SourceBlock;

/// <summary>A paragraph; its text may have several lines.</summary>
public sealed record SourceParagraph(string Text, LineAlignment Alignment = LineAlignment.Unknown, bool Bold = false, bool NewPage = false) : SourceBlock;

/// <summary>A table or a sheet.</summary>
public sealed record SourceTable(TableGrid Grid) : SourceBlock;

/// <summary>How a line stands on the page: a centred one is a heading, a right one a stamp.</summary>
public enum LineAlignment { Unknown, Left, Center, Right }

/// <summary>What a person says about a file before it is read.</summary>
/// <param name="SchoolYear">Wins over everything the file says.</param>
/// <param name="TableIndex">Which table (or sheet) is the roadmap, counted from 1 as the doubts count them; null leaves the choice to the reader.</param>
public sealed record ReadingOptions(SchoolYear? SchoolYear = null, int? TableIndex = null);

/// <summary>Either a roadmap or the reason why there is none.</summary>
public sealed record RoadmapReading
{
    public Roadmap? Roadmap { get; init; }
    public Refusal? Refusal { get; init; }

    public static implicit operator RoadmapReading(Refusal refusal) => new() { Refusal = refusal };
    public static implicit operator RoadmapReading(Roadmap roadmap) => new() { Roadmap = roadmap };
}
