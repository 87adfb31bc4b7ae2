using System.Text.RegularExpressions;
using Mentorship.Domain.Naming;

namespace Mentorship.Domain.Documents.Templates;

/// <summary>
/// A line of a template, cut into words and gaps. A gap is <c>{name}</c> or <c>{name:how}</c>; <c>[…]</c> with a gap inside is a passage that may be left out.
/// Braces and brackets that hold nothing of the kind are words like any other.
/// </summary>
internal static partial class TemplateSyntax
{
    public static IReadOnlyList<TemplatePassage> Read(string line)
    {
        List<TemplatePassage> passages = [];
        int at = 0;
        foreach (Match optional in Optional().Matches(line))
        {
            IReadOnlyList<TemplatePiece> inside = Pieces(optional.Groups[1].Value);
            if (inside.All(p => p.Gap is null)) continue;
            if (optional.Index > at) passages.Add(new TemplatePassage(Pieces(line[at..optional.Index]), IsOptional: false));
            passages.Add(new TemplatePassage(inside, IsOptional: true));
            at = optional.Index + optional.Length;
        }
        if (at < line.Length) passages.Add(new TemplatePassage(Pieces(line[at..]), IsOptional: false));
        return passages;
    }

    /// <summary>The gaps of a text of several lines, and whether each stands in what may be left out.</summary>
    public static IEnumerable<(TemplateGap Gap, bool IsOptional)> Gaps(string text) => text.Split('\n')
        .SelectMany(Read).SelectMany(passage => passage.Pieces.Where(p => p.Gap is not null).Select(p => (p.Gap!, passage.IsOptional)));

    private static List<TemplatePiece> Pieces(string text)
    {
        List<TemplatePiece> pieces = [];
        int at = 0;
        foreach (Match match in Gap().Matches(text))
        {
            if (TemplateGap.Read(match.Groups[1].Value) is not { } gap) continue;
            if (match.Index > at) pieces.Add(new TemplatePiece(text[at..match.Index], null));
            pieces.Add(new TemplatePiece(match.Value, gap));
            at = match.Index + match.Length;
        }
        if (at < text.Length) pieces.Add(new TemplatePiece(text[at..], null));
        return pieces;
    }

    [GeneratedRegex(@"\[([^\[\]\n]*)\]")]
    private static partial Regex Optional();

    [GeneratedRegex(@"\{([^{}\n]{1,160})\}")]
    private static partial Regex Gap();
}

internal sealed record TemplatePassage(IReadOnlyList<TemplatePiece> Pieces, bool IsOptional);

/// <param name="Text">The words, or the gap as it is written.</param>
internal sealed record TemplatePiece(string Text, TemplateGap? Gap);

/// <summary>A gap: what is wanted and how it is written down.</summary>
internal sealed record TemplateGap(string Name, IReadOnlyList<string> How)
{
    private static readonly Dictionary<string, GrammaticalCase> Cases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["именительный"] = GrammaticalCase.Nominative, ["родительный"] = GrammaticalCase.Genitive, ["дательный"] = GrammaticalCase.Dative,
        ["винительный"] = GrammaticalCase.Accusative, ["творительный"] = GrammaticalCase.Instrumental, ["предложный"] = GrammaticalCase.Prepositional,
    };

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "человек", "имя", "дата", "список", "полностью" };

    /// <summary>Null where nothing is named.</summary>
    public static TemplateGap? Read(string text)
    {
        string[] parts = text.Split(':', StringSplitOptions.TrimEntries);
        string name = string.Join(' ', parts[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? null : new TemplateGap(name, [.. parts.Skip(1).Where(p => p.Length > 0)]);
    }

    public GrammaticalCase? Case => How.Where(Cases.ContainsKey).Select(h => (GrammaticalCase?)Cases[h]).FirstOrDefault();
    public bool Says(string how) => How.Contains(how, StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands behind the colon and means nothing here.</summary>
    public IEnumerable<string> Unknown => How.Where(h => !Cases.ContainsKey(h) && !Words.Contains(h));

    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    public QuestionKind Kind => Case is not null || Says("человек") || Says("имя") ? QuestionKind.Person : Says("дата") ? QuestionKind.Date : Says("список") ? QuestionKind.Lines : QuestionKind.Text;
}
