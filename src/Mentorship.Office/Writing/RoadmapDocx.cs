using Mentorship.Domain.Documents;
using Mentorship.Domain.Roadmaps;
using NPOI.XWPF.UserModel;

namespace Mentorship.Office.Writing;

/// <summary>A roadmap as a Word file on its side, in the institution's own columns, deadlines as they were written.</summary>
public static class RoadmapDocx
{
    public static byte[] Write(Roadmap roadmap, IReadOnlyList<ItemStatusText> statuses, RoadmapPrint print)
    {
        var layout = new PageLayout(Landscape: true);
        TextTable table = RoadmapTable.Of(roadmap, statuses);
        var document = new XWPFDocument();
        WordPages.NumberPages(document);
        foreach (string line in print.Approval)
            (WordParagraph.Plain with { Left = layout.ContentWidth - 80, Size = 12 }).Add(document, line);
        if (!string.IsNullOrWhiteSpace(print.Institution)) (WordParagraph.Centred with { Before = 6 }).Add(document, print.Institution);
        (WordParagraph.Centred with { Bold = true, Before = 10, After = 8, KeepNext = true }).Add(document, roadmap.Title ?? "План мероприятий («дорожная карта»)");
        foreach (string goal in roadmap.Goals) (WordParagraph.Body with { Size = 12 }).Add(document, goal);
        WordTable.Ruled(document, table, layout.ContentWidth, table.Columns.Count > 7 ? 10 : 11);
        (WordParagraph.Plain with { Size = 10, Before = 6 }).Add(document, print.Footer);
        WordPages.LastSection(document, layout, first: true);
        using var stream = new MemoryStream();
        document.Write(stream);
        return stream.ToArray();
    }
}
