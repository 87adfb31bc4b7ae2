using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mentorship.Flow;

namespace Mentorship.Domain.Processes.Viewing;

/// <summary>A condition without code: «сумма больше 10 000 и вид пары равно «работник»».</summary>
/// <param name="definition">Says what its fields are called.</param>
/// <param name="whoIs">Words for a person that is compared with.</param>
internal sealed partial class ConditionWords(ProcessDefinition definition, Func<string, string> whoIs)
{
    private readonly JsonElement? _names = definition.Custom("fieldNames");

    public string Of(InputExpression? condition) => condition is null ? "условие выполнено" : condition.Type == "JavaScript" ? Of(condition.Text ?? "") : condition.Text ?? "условие выполнено";

    public string Of(string source) => Sign().Replace(source, match => match.Value.Trim() switch
    {
        "===" => " равно ", "!==" => " не равно ", ">=" => " не меньше ", "<=" => " не больше ", ">" => " больше ", "<" => " меньше ", "&&" => " и ", "||" => " или ", "!" => "не ",
        ['v', 'a', ..] field => Named(field["variables.".Length..]),
        [>= '0' and <= '9', ..] number => Number(number),
        { } text => Value(text[1..^1]),
    });

    private string Named(string field) =>
        _names is { ValueKind: JsonValueKind.Object } names && names.TryGetProperty(field, out JsonElement label) && label.ValueKind == JsonValueKind.String && label.GetString() is { Length: > 0 } words ? words : field;

    /// <summary>«10 000», «0,5».</summary>
    private static string Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number.ToString("#,0.######", CultureInfo.GetCultureInfo("ru-RU")) : text;

    private string Value(string text) =>
        text.Length == 0 ? "пусто" : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
        : text.StartsWith("person:", StringComparison.Ordinal) ? whoIs(text) : $"«{text}»";

    [GeneratedRegex("""\s*(?:===|!==|>=|<=|&&|\|\||>|<)\s*|!|variables\.[A-Za-z_][A-Za-z0-9_]*|"[^"]*"|'[^']*'|(?<![\w.])[0-9]+(?:\.[0-9]+)?""", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();
}
