using System.Globalization;

namespace Mentorship.Domain.Documents.Orders;

/// <summary>An order (приказ) as text, before any file format: what stands where, in the order of reading.</summary>
public sealed record OrderText
{
    /// <summary>The institution by its short name, for captions of annexes; may be empty.</summary>
    public string OrganisationShort { get; init; } = "";

    /// <summary>Founder, full name, short name in brackets, address: one line each.</summary>
    public IReadOnlyList<string> OrganisationLines { get; init; } = [];
    public string Title { get; init; } = "ПРИКАЗ";
    public DateOnly? Date { get; init; }
    public string? Place { get; init; }
    public string? Number { get; init; }

    /// <summary>«О …» or «Об …», without a full stop.</summary>
    public required string Heading { get; init; }
    public string Preamble { get; init; } = "";
    public string Command { get; init; } = "ПРИКАЗЫВАЮ:";
    public IReadOnlyList<OrderPoint> Points { get; init; } = [];

    /// <summary>The last point: who watches over the order.</summary>
    public string Control { get; init; } = "";
    public required SignatureBlock Signature { get; init; }

    /// <summary>Of a local act, which the head approves at the top and nobody commands; null for an order.</summary>
    public ApprovalStamp? Approval { get; init; }

    /// <summary>«Исп. …», or null.</summary>
    public string? Executor { get; init; }

    /// <summary>People who sign that they know the order.</summary>
    public IReadOnlyList<AcquaintanceLine> Acquaintance { get; init; } = [];
    public IReadOnlyList<OrderAnnex> Annexes { get; init; } = [];

    /// <summary>Places whose grammar a person should look at before signing.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>All points with their numbers, the control point last.</summary>
    public IEnumerable<NumberedPoint> NumberedPoints()
    {
        IEnumerable<OrderPoint> all = Control.Length == 0 ? Points : Points.Append(new OrderPoint(Control));
        return Numbered(all, "", 0);
    }

    /// <summary>«Приложение № 1», «к приказу МБОУ …», «от 15.09.2026 № 115/1»; blanks stand for what is not there yet.</summary>
    public IReadOnlyList<string> AnnexCaption(int index) =>
    [
        $"Приложение №\u00A0{(index + 1).ToString(CultureInfo.InvariantCulture)}",
        OrganisationShort.Length == 0 ? $"к {Called("приказу", "положению", "распоряжению", "документу")}" : $"к {Called("приказу", "положению", "распоряжению", "документу")} {OrganisationShort}",
        $"от {(Date is { } day ? RussianDate.Short(day) : "__________")} №\u00A0{(string.IsNullOrWhiteSpace(Number) ? "______" : Number)}",
    ];

    /// <summary>«С приказом ознакомлены:».</summary>
    public string AcquaintanceTitle() => $"С {Called("приказом", "положением", "распоряжением", "документом")} ознакомлены:";

    /// <summary>«Приказ о поощрении наставников», as a list of documents names it.</summary>
    public string FullTitle() => $"{Begun(Title.ToLowerInvariant(), char.ToUpperInvariant)} {Begun(Heading, char.ToLowerInvariant)}".Trim();

    private static string Begun(string text, Func<char, char> first) => text.Length == 0 ? "" : first(text[0]) + text[1..];

    private string Called(string order, string regulation, string direction, string other) => Title.Trim().ToUpperInvariant() switch
    {
        "ПРИКАЗ" => order, "ПОЛОЖЕНИЕ" => regulation, "РАСПОРЯЖЕНИЕ" => direction, _ => other,
    };

    /// <summary>The text with the number and date of its marks.</summary>
    public OrderText With(DocumentMarks marks) => this with { Number = marks.Number ?? Number, Date = marks.Date ?? Date };

    private static IEnumerable<NumberedPoint> Numbered(IEnumerable<OrderPoint> points, string prefix, int level)
    {
        int index = 0;
        foreach (OrderPoint point in points)
        {
            string number = prefix + (++index).ToString(CultureInfo.InvariantCulture) + ".";
            yield return new NumberedPoint(number, level, point.Text, point.Table);
            foreach (NumberedPoint nested in Numbered(point.Points, number, level + 1)) yield return nested;
        }
    }
}

/// <summary>A point of an order: a text, points below it, and a table that belongs to it.</summary>
public sealed record OrderPoint(string Text)
{
    public IReadOnlyList<OrderPoint> Points { get; init; } = [];
    public TextTable? Table { get; init; }
}

/// <summary>A point as it is printed: «2.1.», how deep, its text and its table.</summary>
public sealed record NumberedPoint(string Number, int Level, string Text, TextTable? Table);

/// <summary>«С приказом ознакомлены»: one name, a line for the signature and the day.</summary>
public sealed record AcquaintanceLine(string Name);

/// <summary>An annex: its heading and a table or paragraphs.</summary>
public sealed record OrderAnnex(string Heading, TextTable? Table = null)
{
    public IReadOnlyList<string> Paragraphs { get; init; } = [];
}
