namespace Mentorship.Domain.Roadmaps.Reading;

/// <summary>What the reader of roadmaps says to people.</summary>
internal static class ReadingTexts
{
    public static Refusal NoTable(string file) => new("roadmap.no-table",
        $"В файле «{file}» нет таблицы. Загрузите файл, в котором дорожная карта оформлена таблицей с мероприятиями и сроками.");

    public static Refusal NoPlan(string file) => new("roadmap.no-plan",
        $"В файле «{file}» ни одна таблица не похожа на дорожную карту: нет столбцов с мероприятиями, сроками или ответственными. Проверьте заголовки столбцов («Мероприятие», «Срок», «Ответственный») и загрузите файл снова.");

    public static Refusal NoRows(string file, string table) => new("roadmap.no-rows",
        $"В файле «{file}» ({table}) под заголовком нет ни одного мероприятия. Заполните строки таблицы и загрузите файл снова.");

    public static Refusal NoSuchTable(string file, int asked, int count) => new("roadmap.no-such-table",
        $"В файле «{file}» нет таблицы с номером {asked}: всего таблиц {count}. Укажите номер от 1 до {count}.");

    public static string TableName(int number, string? sheet) => sheet is null ? $"таблица {number}" : $"лист «{sheet}»";

    public static ReadingDoubt OtherTables(string chosen, IEnumerable<string> others) =>
        new(chosen, $"В файле несколько таблиц, похожих на дорожную карту. Прочитана {chosen}; есть ещё: {string.Join(", ", others)}. Если нужна другая, выберите её.");

    public static ReadingDoubt NoHeader(string table) =>
        new(table, "У таблицы нет строки заголовков, столбцы определены по содержанию ячеек. Проверьте, верно ли они названы.");

    public static ReadingDoubt EmptyCell(string place, string column) =>
        new($"{place}, столбец «{column}»", "Ячейка пуста. Впишите значение или подтвердите, что его нет.");

    public static ReadingDoubt DoubleNumber(string number, int times) =>
        new($"пункт {number}", $"Номер {number} встречается {Count.Times(times)}. Проверьте нумерацию.");

    public static ReadingDoubt NoActivity(string place) =>
        new(place, "Не указано мероприятие. Впишите, что нужно сделать.");

    public static ReadingDoubt NoTitle(string file) =>
        new("название", $"В файле «{file}» над таблицей не найдено название дорожной карты. Впишите его.");

    public static ReadingDoubt NoSchoolYear() =>
        new("учебный год", "Учебный год не указан ни в названии, ни в сроках. Укажите его, иначе сроки без года нельзя определить.");

    public static ReadingDoubt YearFromApproval(string year) =>
        new("учебный год", $"Учебный год {year} определён по дате утверждения. Проверьте его.");

    public static ReadingDoubt NoTermColumn() =>
        new("столбцы таблицы", "В таблице нет столбца со сроками. Впишите срок каждого пункта, иначе задания не начнутся.");

    public static string Stage(string? title) => title is null ? "этап без названия" : $"этап «{title}»";
    public static string Item(string number) => $"пункт {number}";
    public static string ItemOf(string? stage, int index) => stage is null ? $"пункт по порядку {index}" : $"этап «{stage}», пункт по порядку {index}";
}

/// <summary>Numerals with their nouns.</summary>
internal static class Count
{
    public static string Times(int times) => times % 10 is 2 or 3 or 4 && times % 100 is not (12 or 13 or 14) ? $"{times} раза" : $"{times} раз";
}
