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

    private static string Every(int days) => days == 1 ? "каждый день" : $"{Plural.Of(days, "каждый", "каждые", "каждые")} {Days(days)}";

    private static string Days(int days) => Plural.Count(days, "день", "дня", "дней");
}
