namespace Mentorship.Office.Writing;

/// <summary>An A4 page in millimetres: wide left for the file, as office instructions ask.</summary>
internal sealed record PageLayout(bool Landscape)
{
    public const double Left = 30, Right = 15, Top = 20, Bottom = 20, HeaderDistance = 10;

    public double Width => Landscape ? 297 : 210;
    public double Height => Landscape ? 210 : 297;

    /// <summary>What the margins leave.</summary>
    public double ContentWidth => Width - Left - Right;
}
