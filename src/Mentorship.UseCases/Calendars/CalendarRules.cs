using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Files;

namespace Mentorship.UseCases.Calendars;

/// <summary>What the settings of a calendar share: seals of what a page showed, and the sentence for whoever comes second.</summary>
internal static class CalendarRules
{
    /// <summary>The same schedule has the same seal: whoever changes it shows which one was seen.</summary>
    public static string SealOf(StudyCalendar schedule) => Hash.OfText(string.Join('\n', schedule.Terms.Select(t => $"{t.Kind} {t.Number} {t.Window.From:yyyy-MM-dd} {t.Window.To:yyyy-MM-dd}").Order(StringComparer.Ordinal)));

    /// <summary>The years whose schedule may be entered: the one that runs, and the next.</summary>
    public static IReadOnlyList<SchoolYear> YearsAt(DateOnly today) => [SchoolYear.Of(today), new SchoolYear(SchoolYear.Of(today).FirstYear + 1)];

    public static Refusal ChangedMeanwhile { get; } = new("SettingsChanged", "Пока страница была открыта, другой администратор изменил эти настройки. Сверху то, что действует сейчас; проверьте свои поля и сохраните ещё раз.");
}
