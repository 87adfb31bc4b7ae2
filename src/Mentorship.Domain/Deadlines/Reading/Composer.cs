using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>Makes one deadline of the parts of a phrase: what has a date wins, everything else becomes a doubt.</summary>
internal static class Composer
{
    private const string Mixed = "В одной ячейке два разных срока. Проверьте, какой из них главный.";

    public static Deadline Compose(string text, IReadOnlyList<Piece> pieces, DeadlineContext context)
    {
        Years? years = pieces.OfType<Years>().FirstOrDefault();
        Span[] spans = [.. pieces.OfType<Span>()];
        Repeat[] repeats = [.. pieces.OfType<Repeat>()];
        if (years is not null && years.Last < years.First) return Unresolved(text, "Последний год раньше первого. Проверьте годы.");
        if (years is { School: true, Anchor: Anchor.None } named)
            context = context with { SchoolYear = new SchoolYear(named.First), PlanPeriod = new DateWindow(named.From, named.To) };
        else if (years is { School: false } calendar && years.First == years.Last && spans.Length > 0 && spans.All(s => !s.HasYear) && repeats.Length == 0)
            spans = [.. spans.Select(s => s with { To = s.To with { Year = calendar.First }, From = s.From == s.To ? s.To with { Year = calendar.First } : s.From })];

        IReadOnlyList<ResolvedSpan> resolved = SpanResolver.Resolve(spans, context);
        if (resolved.FirstOrDefault(r => r.Refusal is not null) is { } refused) return Unresolved(text, refused.Refusal!);
        Deadline? read = repeats.Length > 0 ? Repeating(text, repeats, resolved, pieces, years, context)
            : resolved.Count > 0 ? Dated(text, resolved, pieces, context)
            : Undated(text, pieces, years, context);
        if (read is null) return Unresolved(text, pieces.OfType<AskPerson>().FirstOrDefault()?.Doubt ?? Unclear);
        return read with { Doubt = read.Doubt ?? Leftover(pieces, read) };
    }

    public const string Unclear = "Срок не понят. Укажите дату, месяц или период.";

    public static Deadline Unresolved(string text, string doubt) => new(text, DeadlineKind.Unresolved, Doubt: doubt);

    private static Deadline Repeating(string text, Repeat[] repeats, IReadOnlyList<ResolvedSpan> spans, IReadOnlyList<Piece> pieces, Years? years, DeadlineContext context)
    {
        Repeat repeat = RuleWriter.Join(repeats);
        bool always = pieces.Any(p => p is Continuous);
        DateWindow? plan = context.Period;
        if (repeat.EveryYear && repeat.Frequency == Frequency.Yearly && always && spans.Count == 0 && repeat.MonthDays.Count == 0)
            return new Deadline(text, DeadlineKind.Continuous, plan?.From, plan?.To, "FREQ=YEARLY", Doubt: plan is null ? SpanResolver.NoYear : null);
        string? doubt = repeat.Doubt ?? FirstDoubt(spans) ?? (plan is null && spans.Count == 0 ? SpanResolver.NoYear : null)
            ?? (repeat.Frequency == Frequency.None ? "Не сказано, в каком месяце; понято как каждый месяц. Проверьте повторение." : null)
            ?? (repeat is { EveryYear: true, Frequency: Frequency.Yearly } && spans.Count == 0 ? "«Ежегодно» без месяца: укажите, когда именно." : null)
            ?? (repeat.Frequency == Frequency.Term ? StudyGrammar.Missing(context) : null)
            ?? (always && spans.Count > 0 || pieces.Any(p => p is Happening or AskPerson) ? Mixed : null);
        (DateOnly? from, DateOnly? to) = (plan?.From, plan?.To);
        if (years is { School: false, Anchor: Anchor.None }) (from, to) = (years.From, years.To);
        List<int> months = [];
        if (spans.Count > 0)
        {
            (from, to) = Hull(spans, plan);
            if (pieces.Any(p => p is Thereafter) && plan is { } whole && to < whole.To) to = whole.To;
            bool yearly = repeat.Frequency is Frequency.Yearly or Frequency.HalfYearly or Frequency.Quarterly;
            if (yearly || spans.Count > 1) months = Months(spans);
            if (yearly) repeat = Named(repeat with { Frequency = Frequency.Yearly, Count = 1 }, spans);
            if (yearly && spans.All(s => s.Source.Anchor is Anchor.None or Anchor.By)) (from, to) = WholeMonths(spans);
        }
        return new Deadline(text, DeadlineKind.Recurring, from, to, RuleWriter.Write(repeat, months), Doubt: doubt);
    }

    /// <summary>«ежегодно до 1 сентября», «ежегодно 15 мая»: the day is part of the rule.</summary>
    private static Repeat Named(Repeat repeat, IReadOnlyList<ResolvedSpan> spans) =>
        spans.All(s => s.Source.To.Naming == DayNaming.Numbered && (s.Source.Anchor == Anchor.By || s.IsOneDay))
            ? repeat with { MonthDays = [.. spans.Select(s => s.To.Day).Distinct()] } : repeat;

    private static (DateOnly, DateOnly) WholeMonths(IReadOnlyList<ResolvedSpan> spans)
    {
        if (spans.All(s => s.Source.Anchor == Anchor.None && !s.IsOneDay)) return (spans.Min(s => s.From), spans.Max(s => s.To));
        DateOnly first = spans.Min(s => s.From), last = spans.Max(s => s.To);
        return (new DateOnly(first.Year, first.Month, 1), new DateOnly(last.Year, last.Month, DateTime.DaysInMonth(last.Year, last.Month)));
    }

    private static List<int> Months(IReadOnlyList<ResolvedSpan> spans)
    {
        List<int> months = [];
        foreach (ResolvedSpan span in spans)
            for (DateOnly at = span.From; at <= span.To && months.Count < 12; at = new DateOnly(at.Year, at.Month, 1).AddMonths(1))
                if (!months.Contains(at.Month)) months.Add(at.Month);
        return months;
    }

    private static (DateOnly? From, DateOnly? To) Hull(IReadOnlyList<ResolvedSpan> spans, DateWindow? plan)
    {
        DateOnly? from = spans.Any(s => s.Source.Anchor == Anchor.By) && spans.All(s => s.Source.Anchor == Anchor.By) ? plan?.From : spans.Min(s => s.From);
        DateOnly? to = spans.Any(s => s.Source.Anchor is Anchor.Since or Anchor.After) && spans.Count == 1 ? plan?.To : spans.Max(s => s.To);
        return from > to ? (spans.Min(s => s.From), spans.Max(s => s.To)) : (from, to);
    }

    private static Deadline Dated(string text, IReadOnlyList<ResolvedSpan> spans, IReadOnlyList<Piece> pieces, DeadlineContext context)
    {
        bool always = pieces.Any(p => p is Continuous), open = pieces.Any(p => p is Happening);
        string? doubt = FirstDoubt(spans) ?? (always || open || pieces.Any(p => p is AskPerson) ? Mixed : null);
        if (spans.Count > 1 || ((always || open) && spans[0].Source.Anchor == Anchor.None))
        {
            if (spans.Count == 2 && spans.Any(s => s.Source.Anchor == Anchor.By) && spans.Any(s => s.Source.Anchor is Anchor.Since or Anchor.After) && SinceUntil(text, spans, doubt) is { } window) return window;
            if (!always && !open && spans.Count == 2 && Inside(text, spans, doubt) is { } inside) return inside;
            List<DateWindow> parts = [.. spans.Select(s => s.Window)];
            if (always && context.Period is { } plan) parts.Add(plan);
            return new Deadline(text, DeadlineKind.Multi, parts.Min(p => p.From), parts.Max(p => p.To), Parts: parts, Doubt: doubt);
        }
        ResolvedSpan only = spans[0];
        return only.Source.Anchor switch
        {
            Anchor.By => new Deadline(text, DeadlineKind.By, To: only.To, Doubt: doubt ?? WholeMonth(only)),
            Anchor.None when only.IsOneDay && only.Source.From.OneDay => new Deadline(text, DeadlineKind.Day, only.From, only.To, Doubt: doubt),
            Anchor.None => new Deadline(text, DeadlineKind.Range, only.From, only.To, Doubt: doubt),
            _ when always && context.Period is { } plan && only.From <= plan.To => new Deadline(text, DeadlineKind.Continuous, only.From, plan.To),
            _ => new Deadline(text, DeadlineKind.Since, only.From, Doubt: doubt),
        };
    }

    /// <summary>«не ранее 15 мая и не позднее 1 июня» is one window.</summary>
    private static Deadline? SinceUntil(string text, IReadOnlyList<ResolvedSpan> spans, string? doubt)
    {
        DateOnly from = spans.First(s => s.Source.Anchor is Anchor.Since or Anchor.After).From, to = spans.First(s => s.Source.Anchor == Anchor.By).To;
        return from <= to ? new Deadline(text, DeadlineKind.Range, from, to, Doubt: doubt) : Unresolved(text, "Конец срока раньше его начала. Проверьте даты.");
    }

    /// <summary>«октябрь (15.10)», «май (до 20 мая)»: the narrower date lies inside the wider span and gives the due date.</summary>
    private static Deadline? Inside(string text, IReadOnlyList<ResolvedSpan> spans, string? doubt)
    {
        if (spans.FirstOrDefault(s => s.Source.Anchor == Anchor.None && !s.IsOneDay) is not { } wide) return null;
        ResolvedSpan narrow = spans[0] == wide ? spans[1] : spans[0];
        if (narrow.To < wide.From || narrow.To > wide.To) return null;
        if (narrow.Source.Anchor == Anchor.By) return new Deadline(text, DeadlineKind.Range, wide.From, narrow.To, Doubt: doubt ?? Mixed);
        return narrow.Source is { Anchor: Anchor.None, IsOneDay: true } ? new Deadline(text, DeadlineKind.Day, narrow.From, narrow.To, Doubt: doubt ?? Mixed) : null;
    }

    private static string? WholeMonth(ResolvedSpan span) =>
        span.Source is { Eve: false, NamedEnd: false, From.WholeMonth: true, To.WholeMonth: true } && span.Source.From.Month == span.Source.To.Month
            ? "Месяц без числа: понято «до конца месяца включительно». Проверьте дату." : null;

    private static Deadline? Undated(string text, IReadOnlyList<Piece> pieces, Years? years, DeadlineContext context)
    {
        bool mixed = pieces.Any(p => p is Happening or AskPerson);
        if (years is { Anchor: Anchor.By })
            return new Deadline(text, DeadlineKind.By, To: years.To, Doubt: $"Назван только год: понято «до конца {years.Last} года». Проверьте дату.");
        if (years is { Anchor: Anchor.Since }) return new Deadline(text, DeadlineKind.Since, years.From, Doubt: years.Doubt);
        if (years is not null)
            return new Deadline(text, years.School ? DeadlineKind.Continuous : DeadlineKind.Range, years.From, years.To, Doubt: years.Doubt ?? (mixed ? Mixed : null));
        if (pieces.OfType<Continuous>().FirstOrDefault() is { } always)
            return new Deadline(text, DeadlineKind.Continuous, context.Period?.From, context.Period?.To, Doubt: always.Doubt ?? (mixed ? Mixed : null) ?? (context.Period is null ? SpanResolver.NoYear : null));
        if (pieces.OfType<Happening>().FirstOrDefault() is { } happening)
            return new Deadline(text, DeadlineKind.Event, Doubt: happening.Doubt ?? (pieces.Any(p => p is AskPerson) ? Mixed : null));
        return null;
    }

    private static string? FirstDoubt(IReadOnlyList<ResolvedSpan> spans) => spans.Select(s => s.Doubt).FirstOrDefault(d => d is not null);

    /// <summary>Words that were not understood are shown, unless they stand in brackets or behind a whole date, where people write the place.</summary>
    private static string? Leftover(IReadOnlyList<Piece> pieces, Deadline read)
    {
        if (read.Kind is DeadlineKind.Event or DeadlineKind.Unresolved) return null;
        bool wholeDate = pieces.OfType<Span>().Any(s => s.IsOneDay && s.From.Year is not null);
        IEnumerable<Piece> seen = wholeDate ? pieces.TakeWhile(p => p is not Span) : pieces;
        string[] words = [.. seen.OfType<Unknown>().Where(u => !u.Aside).Select(u => u.Text)];
        return words.Length == 0 ? null : $"Не всё в сроке понято: «{string.Join(' ', words.Take(8))}». Проверьте.";
    }
}
