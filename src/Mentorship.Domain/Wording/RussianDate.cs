using System.Globalization;
using Mentorship.Domain.Deadlines;

namespace Mentorship.Domain.Wording;

/// <summary>Dates in Russian words; a non-breaking space holds a number and its word together.</summary>
public static class RussianDate
{
    private static readonly string[] Months =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    private static readonly string[] Names =
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];

    private static readonly string[] Weekdays = ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"];

    /// <summary>«15 сентября».</summary>
    public static string Day(DateOnly day) => $"{day.Day}\u00A0{Months[day.Month - 1]}";

    /// <summary>«15 сентября 2026 г.»</summary>
    public static string Long(DateOnly day) => $"{Day(day)} {day.Year}\u00A0г.";

    /// <summary>«15.09.2026».</summary>
    public static string Short(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>«сентябрь 2026».</summary>
    public static string Month(DateOnly day) => $"{Names[day.Month - 1]} {day.Year}";

    /// <summary>«вторник».</summary>
    public static string Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];

    /// <summary>«до 15 сентября».</summary>
    public static string Until(DateOnly day) => $"до {Day(day)}";

    /// <summary>«15–20 сентября», «28 сентября – 3 октября», «28 декабря 2026 г. – 10 января 2027 г.»</summary>
    public static string Range(DateWindow window) => window switch
    {
        _ when window.From == window.To => Day(window.From),
        _ when window.From.Year != window.To.Year => $"{Long(window.From)} – {Long(window.To)}",
        _ when window.From.Month != window.To.Month => $"{Day(window.From)} – {Day(window.To)}",
        _ => $"{window.From.Day}–{Day(window.To)}",
    };

    /// <summary>How far a due date is: «просрочено на 2 дня», «сегодня», «завтра», «через 3 дня».</summary>
    public static string Due(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => "сегодня",
        1 => "завтра",
        < 0 and var late => $"просрочено на {Plural.Count(-late, "день", "дня", "дней")}",
        var ahead => $"через {Plural.Count(ahead, "день", "дня", "дней")}",
    };
}
