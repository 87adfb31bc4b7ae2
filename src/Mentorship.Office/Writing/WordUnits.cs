namespace Mentorship.Office.Writing;

/// <summary>The units of a Word file.</summary>
internal static class WordUnits
{
    public const string Font = "Times New Roman";

    /// <summary>Twentieths of a point.</summary>
    public static long Dxa(double millimetres) => (long)Math.Round(millimetres * 1440 / 25.4);

    /// <summary>English metric units, of pictures.</summary>
    public static int Emu(double millimetres) => (int)Math.Round(millimetres * 36000);
}
