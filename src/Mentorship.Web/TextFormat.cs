using System.Globalization;

namespace Mentorship.Web;

/// <summary>Texts with places to fill.</summary>
internal static class TextFormat
{
    /// <summary>«Страница {0} из {1}».With(2, 5); numbers and dates in the language of the page.</summary>
    public static string With(this string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, values);
}
