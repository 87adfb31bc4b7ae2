using System.Globalization;
using System.Text;

namespace Mentorship.Flow;

internal enum ScriptTokenKind { Number, Text, Name, Sign, End }

/// <param name="Content">A double, a string, a name or a sign.</param>
internal readonly record struct ScriptToken(ScriptTokenKind Kind, object? Content, int Position);

/// <summary>Cuts an expression into words and signs.</summary>
internal static class ScriptTokens
{
    private static readonly string[] Signs =
        ["===", "!==", "&&", "||", "<=", ">=", "==", "!=", "<", ">", "!", "+", "-", "*", "/", "%", "(", ")", "[", "]", "{", "}", ",", ".", "?", ":"];

    public static List<ScriptToken> Cut(string source)
    {
        List<ScriptToken> tokens = [];
        int at = 0;
        while (true)
        {
            while (at < source.Length && char.IsWhiteSpace(source[at])) at++;
            if (at == source.Length) break;
            int start = at;
            char c = source[at];
            if (char.IsAsciiDigit(c)) tokens.Add(new(ScriptTokenKind.Number, Number(source, ref at), start));
            else if (c is '"' or '\'') tokens.Add(new(ScriptTokenKind.Text, Text(source, ref at), start));
            else if (IsNameStart(c))
            {
                while (at < source.Length && (IsNameStart(source[at]) || char.IsDigit(source[at]))) at++;
                tokens.Add(new(ScriptTokenKind.Name, source[start..at], start));
            }
            else
            {
                string sign = Array.Find(Signs, s => source.AsSpan(start).StartsWith(s, StringComparison.Ordinal))
                    ?? throw new ScriptException(start, $"непонятный знак «{c}»");
                at += sign.Length;
                tokens.Add(new(ScriptTokenKind.Sign, sign, start));
            }
        }
        tokens.Add(new(ScriptTokenKind.End, null, source.Length));
        return tokens;
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or '$';

    private static double Number(string source, ref int at)
    {
        int start = at;
        while (at < source.Length && (char.IsAsciiDigit(source[at]) || source[at] == '.')) at++;
        if (at < source.Length && IsNameStart(source[at])
            || source[start] == '0' && at - start > 1 && source[start + 1] != '.'
            || !double.TryParse(source.AsSpan(start, at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
            throw new ScriptException(start, "непонятное число");
        return number;
    }

    private static string Text(string source, ref int at)
    {
        int start = at;
        char quote = source[at++];
        StringBuilder text = new();
        while (at < source.Length && source[at] != quote)
        {
            if (source[at] is '\n' or '\r') break;
            if (source[at] != '\\') text.Append(source[at++]);
            else if (at + 1 < source.Length && source[at + 1] is '\\' or '"' or '\'' or 'n' or 't')
            {
                text.Append(source[at + 1] switch { 'n' => '\n', 't' => '\t', char other => other });
                at += 2;
            }
            else throw new ScriptException(at, "непонятная запись после обратной черты");
        }
        if (at == source.Length || source[at] != quote) throw new ScriptException(start, "нет закрывающей кавычки");
        at++;
        return text.ToString();
    }
}
