using System.Text.RegularExpressions;

namespace Mentorship.Shared;

/// <summary>A row of the reference: a type on disk, what it may be told, what it may be left by.</summary>
internal sealed record FormatStep(string Type, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outcomes);

/// <summary>The table of steps of <c>docs/process-format.md</c>, so that tests hold code to what is written there.</summary>
internal static partial class FormatReference
{
    /// <summary>Each type with the names of its inputs; what stands in brackets or behind «port» is about them.</summary>
    public static IEnumerable<FormatStep> Steps(string file)
    {
        string[] inputs = [], outcomes = [];
        foreach (string row in File.ReadLines(file).SkipWhile(l => !l.StartsWith("| type |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|')))
        {
            string[] cells = row.Split(" | ");
            string plain = Ports().Replace(Values().Replace(Bracketed(cells.Length > 1 ? cells[1] : ""), ": "), " ");
            inputs = plain.TrimStart().StartsWith("the same", StringComparison.Ordinal) ? [.. inputs.Except(Names(But().Match(plain).Value)), .. Names(But().Replace(plain, ""))] : [.. Names(plain).Distinct()];
            string left = cells.Length > 2 ? cells[2] : "";
            if (!left.Contains("as above", StringComparison.Ordinal)) outcomes = [.. Outcome().Matches(left).Select(m => m.Value)];
            foreach (Match type in Name().Matches(cells[0])) yield return new(type.Groups[1].Value, inputs, outcomes);
        }
    }

    private static IEnumerable<string> Names(string text) => Input().Matches(text).Select(m => m.Groups[1].Value);

    /// <summary>Without what stands in brackets, however deep.</summary>
    private static string Bracketed(string text)
    {
        int depth = 0;
        return string.Concat(text.Where(c => { if (c == '(') depth++; bool kept = depth == 0; if (c == ')') depth--; return kept; }));
    }

    [GeneratedRegex("`((?:Elsa|Mentorship)\\.[A-Za-z]+)`")]
    private static partial Regex Name();

    [GeneratedRegex("`([a-z][A-Za-z]*)`")]
    private static partial Regex Input();

    [GeneratedRegex("\\b[A-Z][A-Za-z]+\\b")]
    private static partial Regex Outcome();

    [GeneratedRegex("ports? `[a-z]+`(?:, `[a-z]+`)*")]
    private static partial Regex Ports();

    [GeneratedRegex("but `[a-zA-Z]+`")]
    private static partial Regex But();

    /// <summary>What a value may be follows a colon.</summary>
    [GeneratedRegex(": [^,;]*")]
    private static partial Regex Values();
}
