using System.Xml.Linq;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.Office.Reading;

/// <summary>Unpacks a book of Excel: every visible sheet is a table.</summary>
internal static class ExcelSource
{
    public static RoadmapSource Of(OfficePackage package, string fileName)
    {
        XElement? book = package.Part(package.MainPart);
        Dictionary<string, (string Kind, string Target)> parts = [];
        foreach ((string id, string kind, string target) in package.RelationsOf(package.MainPart)) parts[id] = (kind, target);
        XElement? Named(string kind) => parts.Values.FirstOrDefault(part => part.Kind == kind).Target is { } target ? package.Part(target) : null;
        ExcelValues values = new(Named("sharedStrings"), Named("styles"), book.Child("workbookPr").Says("date1904"));

        List<SourceBlock> blocks = [];
        List<ReadingDoubt> doubts = [];
        List<string> hidden = [];
        foreach (XElement sheet in book.Child("sheets").Children("sheet"))
        {
            string name = sheet.Text("name") ?? "";
            // The relation's id has the local name of the sheet's own: its namespace tells them apart.
            string? id = sheet.Attributes().FirstOrDefault(found => found.Name.LocalName == "id" && found.Name.NamespaceName.Length > 0)?.Value;
            if (id is null || !parts.TryGetValue(id, out (string Kind, string Target) part) || part.Kind != "worksheet" || package.Part(part.Target) is not { } content) continue;
            if (sheet.Text("state") is "hidden" or "veryHidden") hidden.Add($"«{name}»");
            else blocks.Add(new SourceTable(ExcelSheet.Read(content, name, values, doubts)));
        }
        if (hidden.Count > 0) doubts.Add(FileTexts.HiddenSheets(string.Join(", ", hidden)));
        return new RoadmapSource(fileName, blocks, doubts);
    }
}
