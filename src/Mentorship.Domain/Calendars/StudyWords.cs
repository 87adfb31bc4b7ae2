namespace Mentorship.Domain.Calendars;

/// <summary>Terms and holidays as people call them.</summary>
public static class StudyWords
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    /// <summary>«II четверть», «I семестр», «осенние каникулы».</summary>
    public static string Of(StudyTerm term) => term.Kind == TermKind.Holidays ? $"{Season(term.Number)} каникулы" : $"{Number(term.Number)}\u00A0{Of(term.Kind)}";

    /// <summary>«II четверти», «осенних каникул».</summary>
    public static string Genitive(StudyTerm term) => term.Kind switch
    {
        TermKind.Holidays => $"{Season(term.Number)[..^1]}х каникул",
        TermKind.Quarter => $"{Number(term.Number)}\u00A0четверти",
        TermKind.Trimester => $"{Number(term.Number)}\u00A0триместра",
        _ => $"{Number(term.Number)}\u00A0семестра",
    };

    public static string Of(TermKind kind) => kind switch
    {
        TermKind.Quarter => "четверть",
        TermKind.Trimester => "триместр",
        TermKind.Semester => "семестр",
        _ => "каникулы",
    };

    /// <summary>The season that a day begins in, by its first month.</summary>
    public static int SeasonOf(DateOnly day) => day.Month switch { >= 9 and <= 11 => 9, 12 or <= 2 => 12, <= 5 => 3, _ => 6 };

    /// <summary>How many terms of a kind a year has.</summary>
    public static int CountOf(TermKind kind) => kind switch { TermKind.Quarter => 4, TermKind.Trimester => 3, TermKind.Semester => 2, _ => 0 };

    private static string Number(int number) => number >= 1 && number <= Roman.Length ? Roman[number - 1] : $"{number}";

    private static string Season(int firstMonth) => firstMonth switch { 9 => "осенние", 12 => "зимние", 3 => "весенние", _ => "летние" };
}
