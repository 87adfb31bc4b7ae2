namespace Mentorship.Domain.Wording;

/// <summary>The form of a noun behind a number: 1 день, 2 дня, 5 дней.</summary>
public static class Plural
{
    public static string Of(int number, string one, string few, string many)
    {
        int tail = Math.Abs(number % 100);
        if (tail is >= 11 and <= 14) return many;
        return (tail % 10) switch { 1 => one, 2 or 3 or 4 => few, _ => many };
    }

    /// <summary>«3 дня», the number and its noun held together by a non-breaking space.</summary>
    public static string Count(int number, string one, string few, string many) => $"{number}\u00A0{Of(number, one, few, many)}";
}
