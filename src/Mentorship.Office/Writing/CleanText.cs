using System.Text;

namespace Mentorship.Office.Writing;

/// <summary>Text that an office file can hold: control signs that XML forbids are gone, line ends are one sign.</summary>
internal static class CleanText
{
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char sign = text[i];
            if (sign == '\r') clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (char.IsSurrogate(sign))
            {
                if (i + 1 >= text.Length || !char.IsSurrogatePair(sign, text[i + 1])) continue;
                clean.Append(sign).Append(text[++i]);
            }
            else if (sign is '\n' or '\t' || (sign >= ' ' && sign is not ('\uFFFE' or '\uFFFF'))) clean.Append(sign);
        }
        return clean.ToString();
    }

    public static string[] Lines(string? text) => Of(text).Split('\n');
}
