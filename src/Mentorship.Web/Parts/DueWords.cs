using System.Globalization;

namespace Mentorship.Web.Parts;

/// <summary>How far a deadline is: «сегодня», «до 17 октября, через 3 дня», «просрочено на 2 дня».</summary>
public sealed record DueWords(string Text, Tone Tone)
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>Nothing is owed any more.</summary>
    public static DueWords Done { get; } = new(PartTexts.DueDone, Tone.Ok);

    /// <summary>Today and tomorrow ask for attention; only what is past is late.</summary>
    public static DueWords Of(DateOnly? due, DateOnly today)
    {
        if (due is not { } day) return new(PartTexts.DueNone, Tone.Plain);
        int days = day.DayNumber - today.DayNumber;
        return days switch
        {
            < 0 => new(PartTexts.DueOverdue.With(Days(-days)), Tone.Late),
            0 => new(PartTexts.DueToday, Tone.Wait),
            1 => new(PartTexts.DueTomorrow, Tone.Wait),
            _ => new(PartTexts.DueLater.With(Day(day, today), PartTexts.In.With(Days(days))), Tone.Plain),
        };
    }

    /// <summary>«17 октября», with the year where it is another one than today's.</summary>
    public static string Day(DateOnly day, DateOnly today) => day.ToString(day.Year == today.Year ? "d\u00a0MMMM" : "d\u00a0MMMM\u00a0yyyy", Russian);

    /// <summary>«1 день», «3 дня», «11 дней».</summary>
    public static string Days(int count)
    {
        string word = (count % 10, count % 100) switch
        {
            (1, not 11) => PartTexts.DayOne,
            (2 or 3 or 4, not (12 or 13 or 14)) => PartTexts.DayFew,
            _ => PartTexts.DayMany,
        };
        return $"{count}\u00a0{word}";
    }
}
