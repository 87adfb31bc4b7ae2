using System.Globalization;

namespace Mentorship.Domain.Documents;

/// <summary>Dates as documents write them.</summary>
public static class RussianDate
{
    private static readonly string[] Months =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    /// <summary>«15 сентября 2026 г.», with non-breaking spaces.</summary>
    public static string Long(DateOnly day) => $"{day.Day}\u00A0{Months[day.Month - 1]} {day.Year}\u00A0г.";

    /// <summary>«15.09.2026».</summary>
    public static string Short(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
