using System.Globalization;
using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Panel;

/// <summary>A condition read aloud: «если сумма больше 10 000 и вид пары — работник».</summary>
public static class ConditionWords
{
    public static string Of(FieldCondition condition, IReadOnlyList<ProcessField> fields) => condition.Comparisons.Count == 0 ? DesignerTexts.ConditionNone
        : DesignerTexts.ConditionIf.With(string.Join(condition.All ? DesignerTexts.ConditionAnd : DesignerTexts.ConditionOr, condition.Comparisons.Select(c => Of(c, fields))));

    public static string Sign(string sign) => sign switch
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

    private static string Of(FieldComparison one, IReadOnlyList<ProcessField> fields)
    {
        string label = fields.FirstOrDefault(f => f.Name == one.Field)?.Label ?? one.Field;
        return one switch
        {
            { Value: bool flag, Sign: "===" or "!==" } => $"{label}\u00A0– {(flag == (one.Sign == "===") ? DesignerTexts.Yes : DesignerTexts.No)}",
            { Sign: "===" } => $"{label}\u00A0– {Value(one.Value)}",
            _ => $"{label} {Sign(one.Sign)} {Value(one.Value)}",
        };
    }
}
