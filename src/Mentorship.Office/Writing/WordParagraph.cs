using NPOI.OpenXmlFormats.Wordprocessing;
using NPOI.XWPF.UserModel;

namespace Mentorship.Office.Writing;

/// <summary>How a paragraph looks; lengths in millimetres, sizes in points.</summary>
internal sealed record WordParagraph
{
    public static readonly WordParagraph Body = new() { Align = ST_Jc.both, FirstLine = 12.5, LineSpacing = 1.15 };
    public static readonly WordParagraph Plain = new();
    public static readonly WordParagraph Centred = new() { Align = ST_Jc.center };

    public ST_Jc Align { get; init; } = ST_Jc.left;
    public double Size { get; init; } = 14;
    public bool Bold { get; init; }
    public double FirstLine { get; init; }
    public double Left { get; init; }
    public double Right { get; init; }
    public double Before { get; init; }
    public double After { get; init; }
    public double LineSpacing { get; init; } = 1;

    /// <summary>Stays on the page of what follows.</summary>
    public bool KeepNext { get; init; }

    /// <summary>A new paragraph at the end of the file.</summary>
    public void Add(XWPFDocument document, string? text) => Fill(document.Document.body.AddNewP(), text);

    public void Fill(CT_P paragraph, string? text)
    {
        Shape(paragraph);
        string[] lines = CleanText.Lines(text);
        for (int i = 0; i < lines.Length; i++)
        {
            CT_R run = paragraph.AddNewR();
            Dress(run);
            if (i > 0) run.AddNewBr();
            CT_Text content = run.AddNewT();
            content.Value = lines[i];
            content.space = "preserve";
        }
    }

    public void Shape(CT_P paragraph)
    {
        CT_PPr properties = paragraph.pPr ?? paragraph.AddNewPPr();
        properties.jc = new CT_Jc { val = Align };
        properties.spacing = new CT_Spacing
        {
            before = Twentieths(Before), beforeSpecified = true, after = Twentieths(After), afterSpecified = true,
            line = ((int)(240 * LineSpacing)).ToString(), lineRule = ST_LineSpacingRule.auto, lineRuleSpecified = true,
        };
        if (Left > 0 || Right > 0 || FirstLine > 0)
            properties.ind = new CT_Ind { left = WordUnits.Dxa(Left).ToString(), right = WordUnits.Dxa(Right).ToString(), firstLine = WordUnits.Dxa(FirstLine), firstLineSpecified = FirstLine > 0 };
        if (KeepNext) properties.keepNext = new CT_OnOff { val = true, valSpecified = true };
        // A last line is not left alone on the next page.
        properties.widowControl = new CT_OnOff { val = true, valSpecified = true };
    }

    /// <summary>Font, size and weight of a run.</summary>
    public void Dress(CT_R run)
    {
        CT_RPr look = run.rPr ?? run.AddNewRPr();
        look.rFonts = new CT_Fonts { ascii = WordUnits.Font, hAnsi = WordUnits.Font, cs = WordUnits.Font, eastAsia = WordUnits.Font };
        if (Bold) look.b = new CT_OnOff { val = true, valSpecified = true };
        look.sz = new CT_HpsMeasure { val = (ulong)(Size * 2) };
        look.szCs = new CT_HpsMeasure { val = (ulong)(Size * 2) };
    }

    private static ulong Twentieths(double points) => (ulong)(points * 20);
}
