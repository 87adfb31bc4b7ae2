using System.Text.RegularExpressions;

namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>What the words of a header mean. The head word decides («Сроки проведения мероприятий» is about terms), so the earliest stem wins.</summary>
public static partial class ColumnWords
{
    private static readonly (ColumnMeaning Meaning, string[] Stems)[] Stems =
    [
        (ColumnMeaning.Deadline, ["срок", "дат", "период", "месяц", "когда", "врем", "план график", "календарн"]),
        (ColumnMeaning.Responsible, ["ответствен", "исполнит", "кто отвеча", "кто дела", "кто провод", "кто исполн", "кто контролир", "организатор", "отвечает", "соисполнит"]),
        (ColumnMeaning.Indicator, ["показател", "индикатор", "критери", "целевое значени", "целевые значени", "kpi"]),
        (ColumnMeaning.Result, ["результат", "документ", "продукт", "итог", "что получ", "выход", "на выходе", "эффект"]),
        (ColumnMeaning.Stage, ["этап", "направлени", "компетенц", "раздел", "блок", "стади", "фаз", "модул"]),
        (ColumnMeaning.Activity, ["мероприяти", "содержани", "деятельност", "что дела", "что нужно", "действи", "работ", "тем", "задач", "дел", "шаг", "вопрос", "событи", "активност"]),
        (ColumnMeaning.Other, ["отметк", "примечани", "подпис", "форм", "формат", "мест", "участник", "участвует", "категори", "целевая аудитори", "класс", "контрол", "ресурс", "цел", "комментари", "статус", "выполнен", "метод", "фио", "охват", "источник", "финанс"]),
    ];

    /// <summary>The meaning of a header, <see cref="ColumnMeaning.Other"/> when its words tell nothing.</summary>
    public static ColumnMeaning MeaningOf(string header)
    {
        string plain = TextFolding.Plain(Brackets().Replace(TextFolding.OneLine(header), " "));
        if (plain.Length == 0) plain = TextFolding.Plain(header);
        if (NumberHeader().IsMatch(plain)) return ColumnMeaning.Number;
        if (KeyResultHeader().IsMatch(plain)) return ColumnMeaning.KeyResult;
        if (EvidenceHeader().IsMatch(plain)) return ColumnMeaning.Evidence;
        (int at, ColumnMeaning meaning) earliest = (int.MaxValue, ColumnMeaning.Other);
        foreach ((ColumnMeaning meaning, string[] stems) in Stems)
            foreach (string stem in stems)
                if (WordStart(plain, stem) is int at and >= 0 && at < earliest.at) earliest = (at, meaning);
        return earliest.meaning;
    }

    /// <summary>Whether the header has words of a roadmap's table at all, «Форма проведения» included.</summary>
    public static bool IsKnown(string header)
    {
        string plain = TextFolding.Plain(header);
        return MeaningOf(header) != ColumnMeaning.Other || Stems[^1].Stems.Any(stem => WordStart(plain, stem) >= 0);
    }

    /// <summary>The month (1–12) that a header names and nothing else («Сентябрь», «сент.»), or null.</summary>
    public static int? MonthOf(string header) => MonthHeader().Match(TextFolding.Plain(header)) is { Success: true } match
        ? Array.FindIndex(MonthStems, stem => match.Value.StartsWith(stem, StringComparison.Ordinal)) + 1 : null;

    private static readonly string[] MonthStems = ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

    private static int WordStart(string plain, string stem)
    {
        for (int at = plain.IndexOf(stem, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(stem, at + 1, StringComparison.Ordinal))
            if (at == 0 || plain[at - 1] is ' ' or '/') return at;
        return -1;
    }

    [GeneratedRegex(@"\([^)]*\)?")] private static partial Regex Brackets();
    [GeneratedRegex(@"^(№+|no|n|nº|n°|#|номер|номера|код)( ?п ?/? ?п| пункта| строки| мероприятия)?$|^п ?/ ?п$|^№ ?п ?п$|^пункт$")] private static partial Regex NumberHeader();
    [GeneratedRegex(@"^ключев\w+ (ожидаемы\w+ )?результат")] private static partial Regex KeyResultHeader();
    [GeneratedRegex(@"(документ|материал)\w*.*(закрепля|подтвержд)|подтвержд\w+ (документ|материал)|^(чем )?подтвержд|^закрепля|^подтвердит")] private static partial Regex EvidenceHeader();
    [GeneratedRegex(@"^(янв(арь)?|фев(раль|р)?|март?|апр(ель)?|май|июнь?|июль?|авг(уст)?|сент?(ябрь)?|окт(ябрь)?|ноя(брь|б)?|дек(абрь)?)( \d{4})?( г| года)?$")] private static partial Regex MonthHeader();
}
