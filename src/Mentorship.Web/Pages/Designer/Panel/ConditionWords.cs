using System.Globalization;
using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Panel;

/// <summary>A condition read aloud: «если сумма больше 10 000 и вид пары — работник».</summary>
public static class ConditionWords
{
    /// <param name="place">Names the people that are compared with.</param>
    public static string Of(FieldCondition condition, IReadOnlyList<ProcessField> fields, DesignerPlace? place = null) => condition.Comparisons.Count == 0 ? DesignerTexts.ConditionNone
        : DesignerTexts.ConditionIf.With(string.Join(condition.All ? DesignerTexts.ConditionAnd : DesignerTexts.ConditionOr, condition.Comparisons.Select(c => Of(c, fields, place))));

    public static string Sign(string sign, FieldKind? kind = null) => (sign, kind) switch
    {
        (">", FieldKind.Date) => DesignerTexts.SignLater, (">=", FieldKind.Date) => DesignerTexts.SignNotEarlier, ("<", FieldKind.Date) => DesignerTexts.SignEarlier, ("<=", FieldKind.Date) => DesignerTexts.SignNotLater,
        _ => Sign(sign),
    };

    private static string Sign(string sign) => sign switch
    {
        "===" => DesignerTexts.SignEqual, "!==" => DesignerTexts.SignNot, ">" => DesignerTexts.SignMore, ">=" => DesignerTexts.SignLeast, "<" => DesignerTexts.SignLess, _ => DesignerTexts.SignMost,
    };

    /// <summary>«10 000», «да», «работник».</summary>
    public static string Value(object? value, bool quoted = true) => value switch
    {
        null => quoted ? DesignerTexts.Empty : "",
        bool flag => flag ? DesignerTexts.Yes : DesignerTexts.No,
        double number => number.ToString(quoted ? "#,0.######" : "0.######", CultureInfo.GetCultureInfo("ru-RU")),
        string text => quoted ? text.Length == 0 ? DesignerTexts.Empty : $"«{text}»" : text,
        _ => value.ToString() ?? "",
    };

    /// <summary>«15.09.2026».</summary>
    private static string Day(string iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) : DesignerTexts.Empty;

    private static string Of(FieldComparison one, IReadOnlyList<ProcessField> fields, DesignerPlace? place)
    {
        ProcessField? field = fields.FirstOrDefault(f => f.Name == one.Field);
        string label = field?.Label ?? one.Field;
        return one switch
        {
            { Value: string day } when field?.Kind == FieldKind.Date => one.Sign == "===" ? $"{label}\u00A0– {Day(day)}" : $"{label} {Sign(one.Sign, FieldKind.Date)} {Day(day)}",
            { Value: string { Length: > 0 } who } when field?.Kind == FieldKind.Who && place is not null => one.Sign == "===" ? $"{label}\u00A0– {place.WordsOf(who)}" : $"{label} {Sign(one.Sign)} {place.WordsOf(who)}",
            { Value: bool flag, Sign: "===" or "!==" } => $"{label}\u00A0– {(flag == (one.Sign == "===") ? DesignerTexts.Yes : DesignerTexts.No)}",
            { Sign: "===" } => $"{label}\u00A0– {Value(one.Value)}",
            _ => $"{label} {Sign(one.Sign)} {Value(one.Value)}",
        };
    }
}
