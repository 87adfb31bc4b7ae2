using System.Text;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;

namespace Mentorship.Web.Parts;

/// <summary>One piece of an order on the screen, in the order of reading.</summary>
internal sealed record PaperBlock(PaperPlace Place, string Text = "", string Number = "", int Level = 0, TextTable? Table = null)
{
    private const int MarkupOfLine = 40, MarkupOfCell = 12;

    /// <summary>The pieces of an order; with a budget, as many as weigh no more than so many bytes.</summary>
    public static (IReadOnlyList<PaperBlock> Blocks, bool IsCut) Of(OrderText text, int? budget)
    {
        if (budget is not { } left) return ([.. All(text)], false);
        List<PaperBlock> blocks = [];
        foreach (PaperBlock block in All(text))
        {
            (PaperBlock? fitting, left) = block.Fit(left);
            if (fitting is not null) blocks.Add(fitting);
            if (fitting != block) return (blocks, true);
        }
        return (blocks, false);
    }

    private static IEnumerable<PaperBlock> All(OrderText text)
    {
        foreach (string line in text.OrganisationLines) yield return new(PaperPlace.Organisation, line);
        yield return new(PaperPlace.Title, text.Title);
        yield return new(PaperPlace.Requisites, string.Join(" · ", new[] { text.Date is { } day ? day.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture) : null, text.Place, text.Number is { Length: > 0 } number ? "№\u00A0" + number : null }.Where(part => !string.IsNullOrEmpty(part))));
        yield return new(PaperPlace.Heading, text.Heading);
        if (text.Preamble.Length > 0) yield return new(PaperPlace.Text, text.Preamble);
        yield return new(PaperPlace.Command, text.Command);
        foreach (NumberedPoint point in text.NumberedPoints())
        {
            yield return new(PaperPlace.Point, point.Text, point.Number, point.Level);
            if (point.Table is not null) yield return new(PaperPlace.Table, Table: point.Table);
        }
        yield return new(PaperPlace.Signature, text.Signature.Name, text.Signature.Post);
        for (int i = 0; i < text.Annexes.Count; i++)
        {
            OrderAnnex annex = text.Annexes[i];
            yield return new(PaperPlace.Annex, annex.Heading, text.AnnexCaption(i)[0]);
            foreach (string paragraph in annex.Paragraphs) yield return new(PaperPlace.Text, paragraph);
            if (annex.Table is not null) yield return new(PaperPlace.Table, Table: annex.Table);
        }
    }

    /// <summary>Itself where it fits, a table with its first rows where those do, else nothing; and what is left of the budget.</summary>
    private (PaperBlock? Fitting, int Left) Fit(int left)
    {
        left -= MarkupOfLine + Weight(Text) + Weight(Number);
        if (left < 0) return (null, left);
        if (Table is null) return (this, left);
        left -= Table.Columns.Sum(column => MarkupOfCell + Weight(column.Header));
        int rows = 0;
        while (rows < Table.Rows.Count)
        {
            left -= Table.Rows[rows].Cells.Sum(cell => MarkupOfCell + Weight(cell ?? ""));
            if (left < 0) break;
            rows++;
        }
        if (rows == Table.Rows.Count) return (this, left);
        return (rows == 0 ? null : this with { Table = Table with { Rows = [.. Table.Rows.Take(rows)] } }, left);
    }

    private static int Weight(string text) => Encoding.UTF8.GetByteCount(text);
}

internal enum PaperPlace { Organisation, Title, Requisites, Heading, Text, Command, Point, Table, Signature, Annex }
