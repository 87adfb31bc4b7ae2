using Mentorship.Domain.Documents;
using Mentorship.Domain.Roadmaps;

namespace Mentorship.Office.Writing;

/// <summary>A roadmap as a spreadsheet in the institution's own columns, ready to print on A4.</summary>
public static class RoadmapXlsx
{
    public static byte[] Write(Roadmap roadmap, IReadOnlyList<ItemStatusText> statuses, RoadmapPrint print)
    {
        var sheet = new PrintSheet("Дорожная карта", RoadmapTable.Of(roadmap, statuses), landscape: true);
        foreach (string line in print.Approval) sheet.Line(line, LineLook.Right);
        if (!string.IsNullOrWhiteSpace(print.Institution)) sheet.Line(print.Institution, LineLook.Centred);
        sheet.Line(roadmap.Title ?? "План мероприятий («дорожная карта»)", LineLook.Title);
        foreach (string goal in roadmap.Goals) sheet.Line(goal, LineLook.Left);
        sheet.Table();
        if (!string.IsNullOrWhiteSpace(print.Footer)) sheet.Line(print.Footer, LineLook.Left);
        return sheet.ToBytes();
    }
}
