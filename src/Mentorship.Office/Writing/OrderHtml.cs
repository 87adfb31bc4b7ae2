using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Wording;

namespace Mentorship.Office.Writing;

/// <summary>An order as one A4 page of HTML for reading and printing: its own style, no script, nothing fetched from elsewhere.</summary>
public static class OrderHtml
{
    private static readonly string Style = LoadStyle();

    /// <summary>The source «'sha256-…'» that lets this style through a content security policy (with <c>img-src data:</c> for the code).</summary>
    public static string StyleSource { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'";

    public static string Write(OrderText order, DocumentMarks marks)
    {
        OrderText text = order.With(marks);
        var page = new XElement("html", new XAttribute("lang", "ru"),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", CleanText.Of($"{text.Title} {text.Heading}")),
                new XElement("style", Style)),
            new XElement("body", Order(text, marks), text.Annexes.Select((annex, index) => Annex(text, annex, index))));
        var html = new StringBuilder("<!DOCTYPE html>\n");
        using (var writer = XmlWriter.Create(html, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = true, NewLineHandling = NewLineHandling.None }))
            page.Save(writer);
        return html.ToString();
    }

    private static XElement Order(OrderText text, DocumentMarks marks)
    {
        NumberedPoint[] points = [.. text.NumberedPoints()];
        return Block("main", "sheet",
            marks.IsDraft ? Block("p", "draft", "Проект") : null,
            text.Approval is { } stamp ? Block("div", "stamp", stamp.Lines(text).Select(line => new XElement("p", CleanText.Of(line)))) : null,
            Letterhead(text, marks.VerificationAddress),
            new XElement("h1", CleanText.Of(text.Title)),
            text.Approval is not null ? null : Block("div", "requisites",
                Span(text.Date is { } day ? RussianDate.Long(day) : Blank.Date), Span(text.Place), Span("№\u00A0" + (string.IsNullOrWhiteSpace(text.Number) ? "__________" : text.Number))),
            Block("p", text.Approval is null ? "heading" : "heading centred", Typography.Bound(text.Heading)),
            text.Preamble.Length == 0 ? null : Block("p", "text", text.Preamble),
            text.Command.Length == 0 ? null : Block("p", "command", text.Command),
            points.SkipLast(1).Select((point, i) => Point(point, text.Approval is not null && point.Level == 0 && points[i + 1].Level > 0)),
            // The signature keeps the last point with it.
            Block("div", "closing", points.TakeLast(1).Select(point => Point(point, false)), text.Approval is null || marks.Signature is not null ? Signature(text.Signature, marks) : null),
            marks is { Signature: null, VerificationAddress: { Length: > 0 } address } ? Block("p", "small", $"Проверить подлинность: {address}") : null,
            text.Executor is { } executor ? Block("p", "small", executor) : null,
            Acquaintance(text));
    }

    private static XElement Letterhead(OrderText text, string? address) =>
        Block("div", string.IsNullOrWhiteSpace(address) ? "letterhead" : "letterhead coded",
            text.OrganisationLines.Select(line => new XElement("p", CleanText.Of(line))),
            string.IsNullOrWhiteSpace(address) ? null : new XElement("img",
                new XAttribute("alt", "Код для проверки подлинности"), new XAttribute("src", "data:image/png;base64," + Convert.ToBase64String(QrImage.Png(address)))));

    private static object?[] Point(NumberedPoint point, bool isSection) => [Block("p", isSection ? "section" : "text", $"{point.Number}\u00A0{point.Text}"), point.Table is { } table ? HtmlTable.Of(table) : null];

    private static XElement Signature(SignatureBlock signature, DocumentMarks marks)
    {
        IReadOnlyList<string> lines = OrderEnd.MarkLines(marks);
        return Block("div", "signature", Span(signature.Post),
            lines.Count == 0 ? Block("div", "pen", "_______________") : Block("div", "mark", lines.Select(line => new XElement("p", CleanText.Of(line)))),
            Span(signature.Name));
    }

    private static IEnumerable<XElement> Acquaintance(OrderText text) => text.Acquaintance.Count == 0
        ? []
        : text.Acquaintance.Select(line => Block("div", "known", Span(line.Name), Span("__________________"), Span(Blank.Date)))
            .Prepend(Block("p", "acquaintance", text.AcquaintanceTitle()));

    private static XElement Annex(OrderText text, OrderAnnex annex, int index) =>
        Block("section", annex.Table is { IsWide: true } ? "annex sheet wide" : "annex sheet",
            text.AnnexCaption(index).Select(line => Block("p", "caption", line)),
            new XElement("h2", CleanText.Of(annex.Heading)),
            annex.Paragraphs.Select(paragraph => Block("p", "text", paragraph)),
            annex.Table is { } table ? HtmlTable.Of(table) : null);

    private static XElement Block(string name, string style, params object?[] content) =>
        new(name, new XAttribute("class", style), content.Select(part => part is string text ? CleanText.Of(text) : part));

    private static XElement Span(string? text) => new("span", CleanText.Of(text));

    private static string LoadStyle()
    {
        using Stream stream = typeof(OrderHtml).Assembly.GetManifestResourceStream("Mentorship.Office.Writing.OrderPage.css")
            ?? throw new InvalidOperationException("The style of the print page is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
