namespace Mentorship.Office.Writing;

/// <summary>Lines that a hand fills in.</summary>
internal static class Blank
{
    /// <summary>Never broken, and no wider than the column of the date.</summary>
    public const string Date = "«___»\u00A0_________\u00A020___\u00A0г.";
}
