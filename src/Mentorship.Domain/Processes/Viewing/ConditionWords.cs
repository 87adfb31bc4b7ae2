using System.Text.RegularExpressions;
using Mentorship.Flow;

namespace Mentorship.Domain.Processes.Viewing;

/// <summary>A condition without code: «pairKind равно «employee» и sum больше 0».</summary>
internal static partial class ConditionWords
{
    public static string Of(FlowNode step) =>
        step.Activity.Inputs.TryGetValue("condition", out InputExpression? condition) ? condition.Type == "JavaScript" ? Of(condition.Text ?? "") : condition.Text ?? "условие выполнено" : "условие выполнено";

    public static string Of(string source) => Sign().Replace(source, match => match.Value.Trim() switch
    {
        "===" => " равно ", "!==" => " не равно ", ">=" => " не меньше ", "<=" => " не больше ", ">" => " больше ", "<" => " меньше ", "&&" => " и ", "||" => " или ", "!" => "не ", "variables." => "",
        { } text => $"«{text[1..^1]}»",
    });

    [GeneratedRegex("""\s*(?:===|!==|>=|<=|&&|\|\||>|<)\s*|!|variables\.|"[^"]*"|'[^']*'""", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();
}
