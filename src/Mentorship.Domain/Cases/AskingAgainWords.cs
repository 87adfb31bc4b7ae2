using Mentorship.Domain.Calendars;
using Mentorship.Domain.People;
using Mentorship.Domain.Wording;
using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>Reminders and escalations read aloud.</summary>
public static class AskingAgainWords
{
    /// <summary>«за 3 дня до срока, в день срока, после срока каждые 2 дня, не больше 5 раз»; empty where nobody is reminded.</summary>
    public static string Of(Reminders rules)
    {
        List<string> words = [.. rules.Before.Distinct().OrderDescending().Select(day => day == 0 ? "в день срока" : $"за {Days(day)} до срока")];
        if (rules.After is { } after) words.Add($"после срока {Every(after)}");
        if (rules.Open is { } open) words.Add($"с открытия {Every(open)}");
        if (rules.After is not null || rules.Open is not null) words.Add($"не больше {Plural.Count(rules.Most, "раза", "раз", "раз")}");
        return string.Join(", ", words);
    }

    /// <summary>«через 3 дня после срока – заместитель руководителя, затем каждые 7 дней, всего 3 раза».</summary>
    public static string Of(Escalation rules, StaffDirectory staff)
    {
        string words = $"через {Days(rules.After)} после {(rules.SinceOpening ? "открытия" : "срока")} – {AssigneeWords.Of(rules.To, staff)}";
        return rules.Every is { } every ? $"{words}, затем {Every(every)}, всего {Plural.Count(rules.Most, "раз", "раза", "раз")}" : words;
    }

    /// <summary>What is usual in an institution, in two sentences.</summary>
    public static string Of(UsualAsking usual, StaffDirectory staff) =>
        (usual.Reminders is { } reminders && Of(reminders) is { Length: > 0 } words ? $"Напоминаем {words}. " : "Никому не напоминаем. ")
        + (usual.Escalation is { } escalation ? $"Если не выполнено: {Of(escalation, staff)}." : "О том, что задание не выполнено, никому не сообщаем.");

    /// <summary>The same with days: «Например, задание открыто 1 октября, срок 15 октября: напомним 12 октября, 15 октября; сообщим 18 октября.»; empty where nothing is sent.</summary>
    public static string Example(UsualAsking usual, DateOnly opened, DateOnly due, WorkingDays calendar)
    {
        string reminders = usual.Reminders is { } remind ? Listed("напомним", AskingAgain.Days(remind, opened, due, calendar), opened) : "", told = usual.Escalation is { } tell ? Listed("сообщим", AskingAgain.Days(tell, opened, due, calendar), opened) : "";
        string both = string.Join("; ", new[] { reminders, told }.Where(part => part.Length > 0));
        return both.Length == 0 ? "" : $"Например, задание открыто {RussianDate.Day(opened)}, срок {RussianDate.Day(due)}: {both}, если оно всё ещё не выполнено.";
    }

    /// <summary>The days that are still to come when the work opens.</summary>
    private static string Listed(string what, IReadOnlyList<DateOnly> days, DateOnly opened)
    {
        List<DateOnly> coming = [.. days.Where(day => day > opened)];
        if (coming.Count == 0) return "";
        string more = coming.Count > MostDays ? $" и ещё {Plural.Count(coming.Count - MostDays, "раз", "раза", "раз")}" : "";
        return $"{what} {string.Join(", ", coming.Take(MostDays).Select(RussianDate.Day))}{more}";
    }

    private const int MostDays = 5;

    private static string Every(int days) => days == 1 ? "каждый день" : $"{Plural.Of(days, "каждый", "каждые", "каждые")} {Days(days)}";

    private static string Days(int days) => Plural.Count(days, "день", "дня", "дней");
}
