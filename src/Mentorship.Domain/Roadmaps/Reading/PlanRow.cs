namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>A row of the plan as people count rows: parts cut by a page end are together again, merged cells are filled.</summary>
internal sealed class PlanRow
{
    public PlanRow(int sourceRow, int columns)
    {
        SourceRow = sourceRow;
        Texts = new string[columns];
        Array.Fill(Texts, "");
        IsShared = new bool[columns];
        Dates = new DateOnly?[columns];
    }

    /// <summary>The row of the grid it began in, counted from 0.</summary>
    public int SourceRow { get; }

    /// <summary>The text of each column; a cell merged over several rows gives its text to each.</summary>
    public string[] Texts { get; }

    /// <summary>Columns whose cell began in a row above.</summary>
    public bool[] IsShared { get; }

    public DateOnly?[] Dates { get; }

    /// <summary>The text over the whole width when the row is a heading; null for an ordinary row.</summary>
    public string? Heading { get; set; }

    /// <summary>The number cell beside the heading.</summary>
    public string HeadingNumber { get; set; } = "";

    public bool IsBold { get; set; }

    /// <summary>Own texts: not empty, not reaching down from above.</summary>
    public bool Has(int column) => column >= 0 && Texts[column].Length > 0 && !IsShared[column];

    public string TextAt(int column) => column < 0 ? "" : Texts[column];
}
