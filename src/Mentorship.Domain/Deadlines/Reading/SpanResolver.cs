using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>A span with its years found, or the reason why there is no such span.</summary>
internal sealed record ResolvedSpan(Span Source, DateOnly From, DateOnly To, string? Doubt)
{
    /// <summary>Set when the text contradicts itself or the calendar.</summary>
    public string? Refusal { get; init; }
    public static ResolvedSpan Refused(Span source, string reason) => new(source, default, default, null) { Refusal = reason };
    public bool IsOneDay => From == To;
    public DateWindow Window => new(From, To);
}

/// <summary>Finds the year of every date that names none, and refuses what the calendar does not hold.</summary>
internal static class SpanResolver
{
    public const string NoYear = "Не указан год. Укажите учебный год дорожной карты или год в сроке.";
    public const string August = "Август без года: он может быть в начале и в конце учебного года. Проверьте год.";

    public static IReadOnlyList<ResolvedSpan> Resolve(IReadOnlyList<Span> spans, DeadlineContext context)
    {
        Span[] dated = [.. spans];
        // «октябрь, ноябрь 2024»: the year at the end is for all before it; a later month belongs to the year before.
        for (int i = dated.Length - 2; i >= 0; i--)
            if (!dated[i].HasYear && dated[i + 1] is { HasYear: true } next)
            {
                int? year = next.From.Year ?? (next.To.Year is { } to ? to - (next.From.Month > next.To.Month ? 1 : 0) : null);
                dated[i] = year is { } known ? dated[i] with { To = dated[i].To with { Year = dated[i].To.Month > next.From.Month ? known - 1 : known } } : dated[i] with { School = next.School };
                if (spans[i].From == spans[i].To) dated[i] = dated[i] with { From = dated[i].To };
            }
        return [.. dated.Select((span, i) => Resolve(span, context, i + 1 < dated.Length ? dated[i + 1] : null))];
    }

    private static ResolvedSpan Resolve(Span span, DeadlineContext context, Span? next)
    {
        (int? fromYear, int? toYear, string? doubt) = Years(span, context, next);
        if (fromYear is not { } first || toYear is not { } last) return ResolvedSpan.Refused(span, NoYear);
        if (span.From.At(first) is not { } from || span.To.At(last) is not { } to) return ResolvedSpan.Refused(span, "Такой даты нет в календаре. Проверьте день и месяц.");
        if (to < from) return ResolvedSpan.Refused(span, "Конец срока раньше его начала. Проверьте даты.");
        if (span.Weekday is { } weekday && from.DayOfWeek != weekday) return ResolvedSpan.Refused(span, "Число не совпадает с названным днём недели. Проверьте дату.");
        if (span.CutToPlan && !span.HasYear && context.Period is { } plan)
        {
            if (from < plan.From && to >= plan.From) (from, doubt) = (plan.From, doubt ?? "Квартал обрезан по началу учебного года. Проверьте срок.");
            if (to > plan.To && from <= plan.To) (to, doubt) = (plan.To, doubt ?? "Квартал обрезан по концу учебного года. Проверьте срок.");
        }
        if (span.Eve) (from, to) = (from.AddDays(-1), from.AddDays(-1));
        if (span.Anchor == Anchor.After) from = (span.From.OneDay && !span.IsTerm ? from : to).AddDays(1);
        return new ResolvedSpan(span, from, span.Anchor == Anchor.After ? from : to, span.Doubt ?? doubt);
    }

    private static (int? From, int? To, string? Doubt) Years(Span span, DeadlineContext context, Span? next)
    {
        bool months = span.From.WholeMonth && span.To.WholeMonth, wraps = span.From.Month > span.To.Month;
        if (span.To.Year is { } to) return (span.From.Year ?? (months && wraps ? to - 1 : to), to, null);
        if (span.From.Year is { } from) return (from, wraps ? from + 1 : from, null);
        if ((span.School ?? context.SchoolYear) is not { } school) return (null, null, null);
        int first = YearOf(span.From, school, span, context, next, out string? doubt);
        if (span.From == span.To) return (first, first, doubt);
        int last = span.To.Month == 8 && span.From.Month != 8 ? school.SecondYear : span.To.Month == 8 ? first : span.To.Month >= 9 ? school.FirstYear : school.SecondYear;
        if (!months || last > first || (last == first && !wraps)) return (first, last, doubt);
        return (last - 1, last, doubt ?? "Первый месяц отнесён к предыдущему году. Проверьте срок.") is var back && wraps ? back : (last, last, doubt ?? "Период выходит за учебный год. Проверьте срок.");
    }

    private static int YearOf(PartialDay day, SchoolYear school, Span span, DeadlineContext context, Span? next, out string? doubt)
    {
        doubt = null;
        RowPlace place = context.Place;
        if (day.Month is 6 or 7 && place.FirstStage) doubt = "Лето без года в первом этапе: до или после учебного года? Укажите год.";
        if (day.Month != 8) return day.Month >= 9 ? school.FirstYear : school.SecondYear;
        bool autumnFollows = span.To.Month is >= 9 or (>= 1 and <= 5) || next is { From.Month: >= 9 or <= 5 };
        if (place.FirstStage || autumnFollows || NextRowIsSeptember(context)) return school.FirstYear;
        if (place.LastRow) return school.SecondYear;
        doubt = August;
        // A date written with dots is one of the school year's days; the bare month is the one before it.
        return day.Numeric ? school.SecondYear : school.FirstYear;
    }

    private static bool NextRowIsSeptember(DeadlineContext context) =>
        context.Place.NextText is { Length: > 0 and < 200 } text
        && Lexer.Read(PhraseText.Normalise(text)).FirstOrDefault(t => t.Kind is TokenKind.Month or TokenKind.Date) is var token
        && (token.Kind == TokenKind.Month ? token.Value : token.Month) == 9;
}
