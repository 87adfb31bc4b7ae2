using System.Globalization;
using System.Text.RegularExpressions;

namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>Cuts a normalised phrase into words, numbers, dates, times and signs.</summary>
internal static partial class Lexer
{
    public static IReadOnlyList<Token> Read(string phrase)
    {
        List<Token> tokens = [];
        for (int at = 0; at < phrase.Length;)
            at += char.IsAsciiDigit(phrase[at]) ? ReadDigits(phrase, at, tokens) : char.IsLetter(phrase[at]) ? ReadWord(phrase, at, tokens) : ReadSign(phrase, at, tokens);
        MarkTimes(tokens);
        return tokens;
    }

    private static int ReadSign(string phrase, int at, List<Token> tokens)
    {
        switch (phrase[at])
        {
            case '-': tokens.Add(new Token(TokenKind.Dash, "-")); break;
            case ',' or ';' or ':': tokens.Add(new Token(TokenKind.Comma, phrase[at].ToString())); break;
            case '/': tokens.Add(new Token(TokenKind.Slash, "/")); break;
            case '(' or '[': tokens.Add(new Token(TokenKind.Open, "(")); break;
            case ')' or ']': tokens.Add(new Token(TokenKind.Close, ")")); break;
            case '№':
                Match number = NumberSign().Match(phrase, at);
                tokens.Add(new Token(TokenKind.Word, number.Value));
                return number.Length;
        }
        return 1;
    }

    private static int ReadWord(string phrase, int at, List<Token> tokens)
    {
        int end = at;
        while (end < phrase.Length && char.IsLetter(phrase[end])) end++;
        string word = phrase[at..end];
        tokens.Add(Classify(word));
        return word.Length;
    }

    private static Token Classify(string word)
    {
        if (Lexicon.Month(word) is { } month) return new Token(TokenKind.Month, word, month);
        if (Lexicon.Weekday(word) is { } day) return new Token(TokenKind.Weekday, word, (int)day);
        if (Numerals.Ordinal(word) is { } ordinal) return new Token(TokenKind.Number, word, ordinal, Ordinal: true);
        if (Numerals.Cardinal(word) is { } cardinal) return new Token(TokenKind.Number, word, cardinal);
        if (Numerals.Roman(word) is { } roman) return new Token(TokenKind.Number, word, roman, Ordinal: true);
        if (Lexicon.MisspeltMonth(word) is { } guess) return new Token(TokenKind.Month, word, guess, Suspect: true);
        return new Token(TokenKind.Word, word);
    }

    private static int ReadDigits(string phrase, int at, List<Token> tokens)
    {
        if (IsoDate().Match(phrase, at) is { Success: true } iso) return Add(tokens, iso, 3, 2, 1);
        if (DotDate().Match(phrase, at) is { Success: true } dotted) return Add(tokens, dotted, 1, 2, 3);
        if (Clock().Match(phrase, at) is { Success: true } clock)
        {
            tokens.Add(new Token(TokenKind.Time, clock.Value));
            return clock.Length;
        }
        if (MonthOfYear().Match(phrase, at) is { Success: true } month && Int(month, 1) is >= 1 and <= 12)
        {
            tokens.Add(new Token(TokenKind.Month, month.Groups[1].Value, Int(month, 1)));
            tokens.Add(new Token(TokenKind.Year, month.Groups[2].Value, Int(month, 2)));
            return month.Length;
        }
        if (ShortDate().Match(phrase, at) is { Success: true } shortDate) return Add(tokens, shortDate, 1, 2, 3);
        return ReadNumber(phrase, at, tokens);
    }

    private static int ReadNumber(string phrase, int at, List<Token> tokens)
    {
        int end = at;
        while (end < phrase.Length && char.IsAsciiDigit(phrase[end])) end++;
        string digits = phrase[at..end];
        if (digits.Length > 4) tokens.Add(new Token(TokenKind.Word, digits));
        else if (digits.Length == 4)
        {
            int year = int.Parse(digits, CultureInfo.InvariantCulture);
            tokens.Add(year is >= 1990 and <= 2100 ? new Token(TokenKind.Year, digits, year) : new Token(TokenKind.Word, digits));
        }
        else
        {
            Match ending = Ending().Match(phrase, end);
            bool ordinal = ending.Success && Numerals.IsOrdinalEnding(ending.Groups[1].Value);
            int value = int.Parse(digits, CultureInfo.InvariantCulture);
            if (ending.Success && digits == "1" && ending.Groups[1].Value is "у" or "v") (value, ordinal) = (4, true);
            tokens.Add(new Token(TokenKind.Number, digits, value, Ordinal: ordinal));
            if (ordinal) return end - at + ending.Length;
        }
        return end - at;
    }

    private static int Add(List<Token> tokens, Match match, int day, int month, int year)
    {
        int written = match.Groups[year].Success ? Int(match, year) : 0;
        if (written is > 0 and < 100) written += 2000;
        tokens.Add(new Token(TokenKind.Date, match.Value, Int(match, day), Int(match, month), written));
        return match.Length;
    }

    private static int Int(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>«22.02.2020 19.00», «в 15.00»: two numbers after a whole date or after «в» are hours and minutes.</summary>
    private static void MarkTimes(List<Token> tokens)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            Token token = tokens[i];
            if (token is not { Kind: TokenKind.Date, Year: 0 } || token.Value > 24 || token.Month > 59) continue;
            Token before = i > 0 ? tokens[i - 1] : default, earlier = i > 1 ? tokens[i - 2] : default;
            bool afterDate = before is { Kind: TokenKind.Date, Year: > 0 } or { Kind: TokenKind.Year } or { Kind: TokenKind.Time }
                || (before.Kind == TokenKind.Dash && earlier.Kind == TokenKind.Time)
                || (before is { Kind: TokenKind.Word, Text: "в" or "с" or "до" } && token.Month is 0 or > 12);
            bool round = token.Month is 0 && tokens.Count > 1;
            if (afterDate || round) tokens[i] = new Token(TokenKind.Time, token.Text);
        }
    }

    [GeneratedRegex(@"\G№\s?[\p{L}\d]*(?:[-/][\p{L}\d]+)*")] private static partial Regex NumberSign();
    [GeneratedRegex(@"\G(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")] private static partial Regex IsoDate();
    [GeneratedRegex(@"\G(\d{1,2})[./] ?(\d{1,2})[./] ?(\d{4})(?!\d)")] private static partial Regex DotDate();
    [GeneratedRegex(@"\G(\d{1,2})\.(\d{1,2})(?:\.(\d{2}))?(?!\d)\.?")] private static partial Regex ShortDate();
    [GeneratedRegex(@"\G(\d{1,2})[./](\d{4})(?!\d)")] private static partial Regex MonthOfYear();
    [GeneratedRegex(@"\G\d{1,2}(?::\d{2}(?::\d{2})?|-00)(?!\d)")] private static partial Regex Clock();
    [GeneratedRegex(@"\G-?(\p{L}{1,3})(?!\p{L})")] private static partial Regex Ending();
}
