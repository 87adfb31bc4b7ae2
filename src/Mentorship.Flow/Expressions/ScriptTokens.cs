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
        ["===", "!==", "&&", "||", "<=", ">=", "==", "!=", "<", ">", "!", "+", "-", "*", "/", "%", "(", ")", "[", "]", "{", "}", ",", ".", "?", ":", ";"];

    /// <summary>The ends of a text in backticks, and of an expression in it.</summary>
    public const string TemplateOpen = "`", TemplateClose = "`)", HoleOpen = "${", HoleClose = "}`";


    public static List<ScriptToken> Cut(string source)
    {
        List<ScriptToken> tokens = [];
        Stack<int> braces = new(); // open ones in each expression that stands in a text, innermost on top
        int at = 0;
        while (true)
        {
            while (at < source.Length && char.IsWhiteSpace(source[at])) at++;
            if (at == source.Length) break;
            int start = at;
            char c = source[at];
            if (char.IsAsciiDigit(c)) tokens.Add(new(ScriptTokenKind.Number, Number(source, ref at), start));
            else if (c is '"' or '\'') tokens.Add(new(ScriptTokenKind.Text, Text(source, ref at), start));
            else if (c == '`' || c == '}' && braces.TryPeek(out int open) && open == 0)
            {
                if (c == '}') braces.Pop();
                tokens.Add(new(ScriptTokenKind.Sign, c == '`' ? TemplateOpen : HoleClose, start));
                Template(source, ref at, tokens, braces);
            }
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
                if (sign is "{" or "}" && braces.TryPop(out int inner)) braces.Push(sign == "{" ? inner + 1 : inner - 1);
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
            text.Append(Letter(source, ref at));
        }
        if (at == source.Length || source[at] != quote) throw new ScriptException(start, "нет закрывающей кавычки");
        at++;
        return text.ToString();
    }

    /// <summary>A text in backticks up to its end, or to the expression that stands next in it.</summary>
    private static void Template(string source, ref int at, List<ScriptToken> tokens, Stack<int> braces)
    {
        int start = at++;
        StringBuilder text = new();
        while (at < source.Length && source[at] != '`' && !source.AsSpan(at).StartsWith(HoleOpen, StringComparison.Ordinal)) text.Append(Letter(source, ref at));
        if (at == source.Length) throw new ScriptException(start, "нет закрывающей кавычки");
        tokens.Add(new(ScriptTokenKind.Text, text.ToString(), start));
        bool ends = source[at] == '`';
        tokens.Add(new(ScriptTokenKind.Sign, ends ? TemplateClose : HoleOpen, at));
        at += ends ? 1 : HoleOpen.Length;
        if (!ends) braces.Push(0);
    }

    private static char Letter(string source, ref int at)
    {
        if (source[at] != '\\') return source[at++];
        if (at + 1 >= source.Length || source[at + 1] is not ('\\' or '"' or '\'' or '`' or '$' or 'n' or 't')) throw new ScriptException(at, "непонятная запись после обратной черты");
        at += 2;
        return source[at - 1] switch { 'n' => '\n', 't' => '\t', char other => other };
    }
}
