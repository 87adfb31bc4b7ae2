namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>A part of a period as people say it.</summary>
internal enum Part { Start, Middle, End, FirstHalf, SecondHalf }

/// <summary>Cuts a month to its decades or halves and a longer period to its first or last month.</summary>
internal static class PartMath
{
    public const string Fuzzy = "Срок назван приблизительно (начало, середина, конец). Проверьте даты.";

    public static Span Cut(Span span, Part part, Anchor anchor)
    {
        bool month = span.From.Month == span.To.Month && !span.IsTerm;
        if (anchor == Anchor.By && part is Part.Start) return span with { Anchor = anchor, Eve = true, Doubt = month ? Fuzzy : span.Doubt };
        if (anchor == Anchor.By && part is Part.End) return span with { Anchor = anchor, NamedEnd = true };
        if (span.IsTerm && anchor is Anchor.Since && part is Part.Start) return span with { Anchor = anchor };
        Span cut = span.IsTerm ? OfTerm(span, part) : month ? OfMonth(span, part, anchor) : OfPeriod(span, part);
        // «с начала учебного года» begins on its first day; «с конца мая» on the first day of that part.
        return cut with { Anchor = anchor == Anchor.After ? Anchor.Since : anchor, Doubt = span.Doubt ?? (part is Part.FirstHalf or Part.SecondHalf ? null : Fuzzy) };
    }

    private static Span OfMonth(Span span, Part part, Anchor anchor) => part switch
    {
        Part.Start => span with { To = Day(span.To, 10), From = Day(span.From, 1) },
        Part.Middle => span with { From = Day(span.From, 11), To = Day(span.To, anchor == Anchor.By ? 15 : 20) },
        Part.End => span with { From = Day(span.From, 21) },
        Part.FirstHalf => span with { From = Day(span.From, 1), To = Day(span.To, 15) },
        _ => span with { From = Day(span.From, 16) },
    };

    private static Span OfPeriod(Span span, Part part)
    {
        int length = (span.To.Month - span.From.Month + 12) % 12 + 1;
        (int skip, int take) = part switch
        {
            Part.Start => (0, 1),
            Part.End => (length - 1, 1),
            Part.Middle => ((length - 1) / 2 - (length > 6 ? 1 : 0) + (length == 9 ? 0 : 1), length > 6 ? 2 : 1),
            // The school year turns with the calendar year, a calendar year in July.
            Part.FirstHalf => (0, span.From.Month == 9 ? 4 : Math.Max(1, length / 2)),
            _ => span.From.Month == 9 ? (4, length - 4) : (length / 2, length - length / 2),
        };
        return span with { From = PartialDay.FirstOf(Month(span, skip), Year(span, skip)), To = PartialDay.LastOf(Month(span, skip + take - 1), Year(span, skip + take - 1)) };
    }

    /// <summary>The edge of a term is its first or last ten days, its middle the third between, as with a month.</summary>
    private static Span OfTerm(Span span, Part part)
    {
        if (span.From.At(span.From.Year ?? 0) is not { } from || span.To.At(span.To.Year ?? 0) is not { } to) return span;
        int days = to.DayNumber - from.DayNumber + 1, edge = Math.Min(10, days);
        (int skip, int take) = part switch
        {
            Part.Start => (0, edge),
            Part.End => (days - edge, edge),
            Part.Middle => (days / 3, Math.Max(1, days - 2 * (days / 3))),
            Part.FirstHalf => (0, Math.Max(1, days / 2)),
            _ => (days / 2, days - days / 2),
        };
        return span with { From = PartialDay.On(from.AddDays(skip)), To = PartialDay.On(from.AddDays(skip + take - 1)) };
    }

    private static int Month(Span span, int ahead) => (span.From.Month - 1 + ahead) % 12 + 1;

    private static int? Year(Span span, int ahead) => span.From.Year is { } year ? year + (span.From.Month - 1 + ahead) / 12 : null;

    private static PartialDay Day(PartialDay day, int number) => day with { Naming = DayNaming.Numbered, N = number };
}
