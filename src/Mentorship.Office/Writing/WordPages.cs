using NPOI.OpenXmlFormats.Wordprocessing;
using NPOI.XWPF.Model;
using NPOI.XWPF.UserModel;

namespace Mentorship.Office.Writing;

/// <summary>Pages, sections and page numbers of a Word file.</summary>
internal static class WordPages
{
    /// <summary>Ends a section: all that was written since the last one lies on pages of this layout.</summary>
    public static void EndSection(XWPFDocument document, PageLayout layout, bool first)
    {
        CT_P paragraph = document.Document.body.AddNewP();
        (WordParagraph.Plain with { Size = 1 }).Fill(paragraph, "");
        CT_SectPr section = Section(layout, first);
        section.headerReference = document.Document.body.sectPr?.headerReference ?? section.headerReference;
        paragraph.pPr.sectPr = section;
    }

    /// <summary>Sets the pages of what comes last in the file.</summary>
    public static void LastSection(XWPFDocument document, PageLayout layout, bool first)
    {
        CT_SectPr section = Section(layout, first);
        section.headerReference = document.Document.body.sectPr?.headerReference ?? section.headerReference;
        document.Document.body.sectPr = section;
    }

    /// <summary>Numbers at the top in the middle; the first page of the file bears none.</summary>
    public static void NumberPages(XWPFDocument document)
    {
        document.Document.body.sectPr = new CT_SectPr { headerReference = [], footerReference = [] };
        var header = new CT_Hdr();
        CT_P source = header.AddNewP();
        var look = WordParagraph.Centred with { Size = 12 };
        look.Shape(source);
        Piece(source, look).AddNewFldChar().fldCharType = ST_FldCharType.begin;
        Piece(source, look).AddNewInstrText().Value = "PAGE";
        Piece(source, look).AddNewFldChar().fldCharType = ST_FldCharType.end;
        new XWPFHeaderFooterPolicy(document).CreateHeader(ST_HdrFtr.@default, [new XWPFParagraph(source, document)]);
    }

    private static CT_R Piece(CT_P paragraph, WordParagraph look)
    {
        CT_R run = paragraph.AddNewR();
        look.Dress(run);
        return run;
    }

    private static CT_SectPr Section(PageLayout layout, bool first) => new()
    {
        // The library's own grid would space every line to its step.
        docGrid = null,
        type = new CT_SectType { val = ST_SectionMark.nextPage, valSpecified = true },
        pgSz = new CT_PageSz
        {
            w = (ulong)WordUnits.Dxa(layout.Width), wSpecified = true, h = (ulong)WordUnits.Dxa(layout.Height), hSpecified = true,
            orient = layout.Landscape ? ST_PageOrientation.landscape : ST_PageOrientation.portrait, orientSpecified = true,
        },
        pgMar = new CT_PageMar
        {
            left = (ulong)WordUnits.Dxa(PageLayout.Left), right = (ulong)WordUnits.Dxa(PageLayout.Right),
            top = WordUnits.Dxa(PageLayout.Top).ToString(), bottom = WordUnits.Dxa(PageLayout.Bottom).ToString(),
            header = (ulong)WordUnits.Dxa(PageLayout.HeaderDistance), footer = (ulong)WordUnits.Dxa(PageLayout.HeaderDistance),
        },
        titlePg = new CT_OnOff { val = first, valSpecified = true },
    };
}
