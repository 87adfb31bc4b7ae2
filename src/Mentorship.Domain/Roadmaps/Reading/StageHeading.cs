using System.Text.RegularExpressions;

namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>The text of a stage row taken apart: its number, its title and what stands behind «Цель:», «Задача:», «Результат:», «Срок:».</summary>
public sealed partial record StageHeading(string? Number, string Title, string? Goal, string? Task, string? Result, string? KeyResult, string? Deadline, string? Responsible)
{
    public static StageHeading Parse(string text)
    {
        MatchCollection labels = Label().Matches(text);
        string head = labels.Count == 0 ? text : text[..labels[0].Index];
        string? goal = null, task = null, result = null, keyResult = null, deadline = null, responsible = null;
        for (int index = 0; index < labels.Count; index++)
        {
            int from = labels[index].Index + labels[index].Length, to = index + 1 < labels.Count ? labels[index + 1].Index : text.Length;
            string value = TextFolding.Fold(text[from..to]);
            string word = TextFolding.Plain(labels[index].Value);
            if (word.StartsWith("цел", StringComparison.Ordinal)) goal = Add(goal, value);
            else if (word.StartsWith("задач", StringComparison.Ordinal)) task = Add(task, value);
            else if (word.StartsWith("ключев", StringComparison.Ordinal)) keyResult = Add(keyResult, value);
            else if (word.StartsWith("срок", StringComparison.Ordinal)) deadline = Add(deadline, value);
            else if (word.StartsWith("ответствен", StringComparison.Ordinal)) responsible = Add(responsible, value);
            else result = Add(result, value);
        }
        (string? number, string title) = Numbered(TextFolding.OneLine(head));
        return new StageHeading(number, title, goal, task, result, keyResult, deadline, responsible);
    }

    /// <summary>Whether a text continues the heading above it rather than begins one.</summary>
    public static bool IsLabelled(string text) => Label().Match(text) is { Success: true, Index: 0 };

    private static (string? Number, string Title) Numbered(string head)
    {
        if (Named().Match(head) is { Success: true } named)
        {
            string title = named.Groups["title"].Value.Trim();
            return (named.Groups["number"].Value, title.Length > 0 ? title : head);
        }
        if (Prefix().Match(head) is { Success: true } prefix) return (prefix.Groups["number"].Value, prefix.Groups["title"].Value.Trim());
        return (null, head);
    }

    private static string Add(string? before, string value) => before is null ? value : before + "\n" + value;

    [GeneratedRegex(@"(?:(?<=^|[\n.;:!?»)]\s?|\s)(?:Цел[ьи]|Задач[аи]|(?:Ожидаемы[йе]\s+|Планируемы[йе]\s+)?Результаты?|Ожидаемы[йе]\s+результаты?|Планируемы[йе]\s+результаты?|Ключев(?:ой|ые)\s+результаты?|Срок(?:и|\s+реализации|и\s+реализации)?|Ответственны[йе])|(?<=^|\n)(?:цел[ьи]|задач[аи]|результаты?))(?:\s+этапа)?\s*:\s*")]
    private static partial Regex Label();
    [GeneratedRegex(@"^(?:(?:этап|раздел|направление|блок|модуль)\s*№?\s*(?<number>\d{1,2}|[IVXІХ]+)|(?<number>\d{1,2}|[IVXІХ]+)\s*-?й?\s*(?:этап|раздел|блок|модуль))(?!\p{L})\s*[.:)–—-]*\s*(?<title>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
    [GeneratedRegex(@"^(?<number>(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVXІХ]+)[.)]?)(?:\s+|(?<=[.)]))(?<title>[\p{Lu}«""„“(].*)$")]
    private static partial Regex Prefix();
}
