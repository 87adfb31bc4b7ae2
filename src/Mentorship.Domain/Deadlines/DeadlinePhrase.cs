using Mentorship.Domain.Wording;

namespace Mentorship.Domain.Deadlines;

/// <summary>Days as a deadline is written in a roadmap; what it writes reads back as the same days.</summary>
public static class DeadlinePhrase
{
    /// <summary>«15 октября 2026 г.», «с 1 по 15 октября 2026 г.», «с 28 сентября по 3 октября 2026 г.», «с 28 декабря 2026 г. по 10 января 2027 г.»</summary>
    public static string Of(DateWindow window) => Plain(window switch
    {
        _ when window.From == window.To => RussianDate.Long(window.From),
        _ when window.From.Year != window.To.Year => $"с {RussianDate.Long(window.From)} по {RussianDate.Long(window.To)}",
        _ when window.From.Month != window.To.Month => $"с {RussianDate.Day(window.From)} по {RussianDate.Long(window.To)}",
        _ => $"с {window.From.Day} по {RussianDate.Long(window.To)}",
    });

    /// <summary>«до 15 октября 2026 г.»</summary>
    public static string By(DateOnly day) => Plain($"до {RussianDate.Long(day)}");

    /// <summary>«с 1 сентября 2026 г.», without a last day.</summary>
    public static string Since(DateOnly day) => Plain($"с {RussianDate.Long(day)}");

    /// <summary>Spaces as a person types them: the text is edited further.</summary>
    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
