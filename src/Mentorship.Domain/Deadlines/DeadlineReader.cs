using System.Text.RegularExpressions;
using Mentorship.Domain.Deadlines.Reading;

namespace Mentorship.Domain.Deadlines;

/// <summary>Reads a deadline cell of a Russian plan: normalise, cut into tokens, read the phrases, compose one meaning. Pure; it never throws.</summary>
public static partial class DeadlineReader
{
    /// <summary>No deadline is longer; such a cell holds something else.</summary>
    private const int LongestPhrase = 600;

    /// <summary>The meaning of a cell. The text is kept, white space folded.</summary>
    public static Deadline Read(string? text, DeadlineContext context)
    {
        string kept = PhraseText.Fold(text);
        if (kept.Length > LongestPhrase) return Composer.Unresolved(kept, "Текст слишком длинный для срока. Оставьте в ячейке только срок.");
        string phrase = PhraseText.Normalise(text is { Length: <= 4 * LongestPhrase } ? text : kept);
        if (Placeholder().IsMatch(phrase)) return new Deadline(kept, DeadlineKind.Template, Doubt: "Срок не заполнен: впишите дату вместо заготовки.");
        if (phrase.Length == 0 || Ditto().IsMatch(phrase)) return Repeated(kept, context);
        Deadline read = Composer.Compose(kept, PhraseGrammar.Read(Lexer.Read(phrase), context), context);
        return Tighter(read, context) is { } tighter ? read with { Doubt = tighter } : read;
    }

    /// <summary>An empty cell and «–//–» repeat the row above when the table has one.</summary>
    private static Deadline Repeated(string kept, DeadlineContext context) =>
        context.Place.Above is { Kind: not (DeadlineKind.Unresolved or DeadlineKind.Template) } above
            ? above with { Text = kept, Doubt = above.Doubt ?? $"Срок взят из строки выше: «{above.Text}»." }
            : Composer.Unresolved(kept, kept.Length == 0 ? "Срок не указан. Укажите дату или период." : "Срок повторяет строку выше. Укажите его словами.");

    /// <summary>«(в срок до 10 августа 2015 года)» in the activity beside «июль - август 2015» is proposed, never applied.</summary>
    private static string? Tighter(Deadline read, DeadlineContext context)
    {
        if (context.ActivityText is not { Length: > 0 and <= 5000 } activity || read.To is not { } due) return null;
        foreach (Match match in Until().Matches(PhraseText.Normalise(activity)))
        {
            string clause = match.Value.Length > 60 ? match.Value[..60] : match.Value;
            IReadOnlyList<Token> tokens = Lexer.Read(clause);
            Cursor cursor = new(tokens, context);
            if (cursor.Try(DateGrammar.Read) is not [Span { Anchor: Anchor.By, To.OneDay: true } span]) continue;
            if (SpanResolver.Resolve([span], context)[0] is { Refusal: null } found && found.To < due && (read.From is null || found.To >= read.From))
                return $"В тексте мероприятия назван более ранний срок: {found.To:dd.MM.yyyy}. Проверьте, какой из них верный.";
        }
        return null;
    }

    [GeneratedRegex(@"(?<!\p{L})(дд|мм|гггг|чч|хх|xx|dd|mm|yyyy)(?!\p{L})|__|(?<!\d)20\s?(\.\.+|…)|\.\.\.\.|\[[^\]]*дат[^\]]*\]|<[^>]*>|(?<!\p{L})указать |\(дата\)|число, месяц|^\s*(дата|срок)\s*$|20хх|20xx", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex("""^[-/\\"'«»“”„″‘’.,;:=~*\s|]*$|^\W*(то же( самое)?|тоже|там же|тот же( срок)?|так же|аналогично|в те же сроки|те же( сроки)?)\W*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Ditto();

    [GeneratedRegex(@"(в срок до|не позднее|не позже|(?<!\p{L})до) [^()]{3,60}", RegexOptions.CultureInvariant)]
    private static partial Regex Until();
}
