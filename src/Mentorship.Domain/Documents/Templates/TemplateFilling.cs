using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Naming;

namespace Mentorship.Domain.Documents.Templates;

/// <summary>Puts values into the gaps of one document and remembers which stayed empty.</summary>
internal sealed class TemplateFilling(TemplateKnown known, IReadOnlyDictionary<string, string> answers, Func<Guid, OrderPerson?> person, OrderDraft draft)
{
    private const string Blank = "__________";
    private readonly Dictionary<string, string> _answers = answers.GroupBy(a => a.Key.Trim(), StringComparer.OrdinalIgnoreCase).ToDictionary(a => a.Key, a => a.Last().Value, StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _missing = [];

    public IReadOnlyList<string> Missing => [.. _missing.Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>One line with its gaps filled in.</summary>
    public string Line(string line)
    {
        StringBuilder filled = new();
        foreach (TemplatePassage passage in TemplateSyntax.Read(OneLine(line)))
        {
            if (passage.IsOptional && passage.Pieces.Any(p => p.Gap is { } gap && Value(gap) is null)) continue;
            foreach (TemplatePiece piece in passage.Pieces) Put(filled, piece);
        }
        return Typography.Tidy(string.Join(' ', filled.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>The same, where a line that is nothing but the gap of a list becomes a line for each of its lines.</summary>
    public IEnumerable<string> Several(string line)
    {
        if (IsList(line, out TemplateGap? gap) && Answer(gap) is { } list)
            return [.. list.Split('\n').Select(OneLine).Where(l => l.Length > 0).Select(Typography.Tidy)];
        return [Line(line)];
    }

    /// <summary>The line is nothing but the gap of a list.</summary>
    public static bool IsList(string line, [NotNullWhen(true)] out TemplateGap? gap)
    {
        gap = TemplateSyntax.Read(line) is [{ Pieces: [{ Gap: { Kind: QuestionKind.Lines } only }] }] ? only : null;
        return gap is not null;
    }

    private void Put(StringBuilder filled, TemplatePiece piece)
    {
        if (piece.Gap is not { } gap)
        {
            // Initials bring a full stop of their own.
            filled.Append(piece.Text.StartsWith('.') && filled.Length > 0 && filled[^1] == '.' ? piece.Text[1..] : piece.Text);
            return;
        }
        if (Value(gap) is { } value) filled.Append(value);
        else
        {
            // What the institution simply has not, leaves no blank.
            if (gap.Is("основания")) return;
            _missing.Add(gap.Name);
            filled.Append(Blank);
        }
    }

    /// <summary>Null where nothing is known.</summary>
    private string? Value(TemplateGap gap)
    {
        if (gap.Is("контроль")) return Control();
        if (TemplateKnown.Knows(gap.Name)) return known.Person(gap) is { } one ? Written(one, gap) : known.Words(gap) is { Length: > 0 } words ? OneLine(words) : null;
        if (Answer(gap) is not { } answer) return null;
        string id = answer.StartsWith("person:", StringComparison.Ordinal) ? answer["person:".Length..] : answer;
        if (Guid.TryParse(id, out Guid chosen)) return person(chosen) is { } somebody ? Written(somebody, gap) : null;
        if (DateOnly.TryParseExact(answer, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return RussianDate.Short(day);
        return gap.Kind == QuestionKind.Lines ? string.Join("; ", answer.Split('\n').Select(OneLine).Where(l => l.Length > 0)) : OneLine(answer);
    }

    private string? Answer(TemplateGap gap) => _answers.GetValueOrDefault(gap.Name)?.Trim() is { Length: > 0 } answer ? answer : null;

    private string Written(OrderPerson somebody, TemplateGap gap)
    {
        if (somebody != known.Head) draft.Acquaint(somebody);
        GrammaticalCase grammaticalCase = gap.Case ?? GrammaticalCase.Nominative;
        return gap.Says("имя") ? draft.Name(somebody, grammaticalCase) : draft.Person(somebody, grammaticalCase);
    }

    private string Control()
    {
        if (known.Controller is not { } controller) return "оставляю за собой";
        draft.Acquaint(controller);
        return $"возложить на {draft.Person(controller, GrammaticalCase.Accusative)}";
    }

    /// <summary>No sign in it can part a line or hide.</summary>
    private static string OneLine(string text) => string.Join(' ', new string([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
