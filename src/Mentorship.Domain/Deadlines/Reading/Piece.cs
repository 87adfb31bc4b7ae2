using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>One understood part of a cell.</summary>
internal abstract record Piece;

internal enum Anchor { None, By, Since, After }

/// <summary>A span of days whose years may still be open.</summary>
internal sealed record Span(PartialDay From, PartialDay To) : Piece
{
    public Anchor Anchor { get; init; }

    /// <summary>The years come from a named school year («II полугодие 2021/2022»).</summary>
    public SchoolYear? School { get; init; }

    /// <summary>«к началу учебного года»: the day before the span begins.</summary>
    public bool Eve { get; init; }

    /// <summary>«до конца мая»: its last day is meant, so there is nothing to ask.</summary>
    public bool NamedEnd { get; init; }

    /// <summary>A quarter without a year is cut to the plan period.</summary>
    public bool CutToPlan { get; init; }

    /// <summary>A term or holidays by the institution's own schedule: its days, not its months, are its bounds.</summary>
    public bool IsTerm { get; init; }

    /// <summary>The weekday written beside the date, to be checked against it.</summary>
    public DayOfWeek? Weekday { get; init; }
    public string? Doubt { get; init; }

    public bool HasYear => From.Year is not null || To.Year is not null || School is not null;
    public bool IsOneDay => From == To && From.OneDay;
    public static Span Of(PartialDay day) => new(day, day);
    public static Span Month(int month) => new(PartialDay.FirstOf(month), PartialDay.LastOf(month));
}

/// <summary>A school year or calendar years standing alone («2023-2024», «на 2024-2026 гг.»).</summary>
internal sealed record Years(int First, int Last, bool School) : Piece
{
    public Anchor Anchor { get; init; }
    public string? Doubt { get; init; }
    public DateOnly From => School ? new SchoolYear(First).From : new DateOnly(First, 1, 1);
    public DateOnly To => School ? new DateOnly(Last, 8, 31) : new DateOnly(Last, 12, 31);
}

internal enum Frequency { None, Daily, Weekly, Monthly, Quarterly, HalfYearly, Yearly, Term }

/// <summary>What repeats, or a detail of it («до 5 числа», «по четвергам») that joins the others of the same cell.</summary>
internal sealed record Repeat(Frequency Frequency) : Piece
{
    public int Interval { get; init; } = 1;
    public int Count { get; init; } = 1;
    public IReadOnlyList<int> MonthDays { get; init; } = [];

    /// <summary>Weekdays with their place in the month; 0 = every one.</summary>
    public IReadOnlyList<(int Nth, DayOfWeek Day)> Weekdays { get; init; } = [];

    /// <summary>«месяца, следующего за отчётным».</summary>
    public bool Following { get; init; }

    /// <summary>«ежегодно», as opposed to «раз в год».</summary>
    public bool EveryYear { get; init; }
    public string? Doubt { get; init; }
}

/// <summary>«в течение года», «постоянно».</summary>
internal sealed record Continuous(string? Doubt = null) : Piece;

/// <summary>Due relative to something that happens.</summary>
internal sealed record Happening(string? Doubt = null) : Piece;

/// <summary>Words that only a person can turn into a date.</summary>
internal sealed record AskPerson(string Doubt) : Piece;

/// <summary>«далее»: what follows goes on after the date before it.</summary>
internal sealed record Thereafter : Piece;

/// <summary>Words the reader does not know.</summary>
internal sealed record Unknown(string Text, bool Aside) : Piece;
