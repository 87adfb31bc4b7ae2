using Mentorship.Domain.Roadmaps;

namespace Mentorship.Office.Tests.Reading;

public sealed class ExcelLayoutTests
{
    private const string Header = "№ | Мероприятие | Срок | Ответственный";

    [Fact]
    public void Read_RealDates_ShowAsTheirFormatSays()
    {
        Roadmap roadmap = Reads.Roadmap(new Xlsx().Sheet("План", ["План мероприятий", Header, "=1 | Приказ | =45170;s1 | директор", "=2 | Анкеты | =45200;s2 | куратор", "=3 | Отчёт | =45413;s3 | куратор"]).Bytes(), "план.xlsx");
        Assert.Equal(["#", "1 Приказ / 01.09.2023 / директор /", "2 Анкеты / Октябрь 2023 / куратор /", "3 Отчёт / 1 мая / куратор /"], Reads.Lines(roadmap));
        Assert.Equal(2023, roadmap.SchoolYear?.FirstYear);
    }

    [Fact]
    public void Read_RowsWithoutPlaces_FollowEachOther()
    {
        Roadmap roadmap = Reads.Roadmap(new Xlsx().Sheet("План", ["План мероприятий", Header, "1 | Приказ | сентябрь | директор", "2 | Анкеты | октябрь | куратор"], withPlaces: false).Bytes(), "план.xlsx");
        Assert.Equal(["#", "1 Приказ / сентябрь / директор /", "2 Анкеты / октябрь / куратор /"], Reads.Lines(roadmap));
    }

    [Fact]
    public void Read_StampAboveTheHeader_AndOverflowingHeadings()
    {
        Roadmap roadmap = Reads.Roadmap(new Xlsx().Sheet("Карта",
        [
            " | | УТВЕРЖДАЮ", " | | Директор МБОУ СОШ № 7 И.И. Петров", " | | приказ № 15 от 01.09.2024", "", "Дорожная карта наставничества", "на 2024-2025 учебный год", Header,
            "1. Подготовка условий", "1.1 | Приказ | сентябрь | директор", "1.2 | Анкеты | октябрь | куратор", "2. Завершение", "2.1 | Отчёт | май | куратор",
        ]).Bytes(), "карта.xlsx");
        Assert.Equal("Дорожная карта наставничества", roadmap.Title);
        Assert.Equal(("15", "УТВЕРЖДАЮ"), (roadmap.Approval!.OrderNumber!, roadmap.Approval.Stamp!));
        Assert.Equal(["# 1. Подготовка условий", "1.1 Приказ / сентябрь / директор /", "1.2 Анкеты / октябрь / куратор /", "# 2. Завершение", "2.1 Отчёт / май / куратор /"], Reads.Lines(roadmap));
    }

    [Fact]
    public void Read_HiddenRowsAndSheets_AreLeftOutAndSaid()
    {
        Roadmap roadmap = Reads.Roadmap(new Xlsx()
            .Sheet("Черновик", [Header, "1 | Старое | май | куратор", "2 | Старое | май | куратор"], state: "hidden")
            .Sheet("План", ["План", Header, "1 | Приказ | сентябрь | директор", "2 | Скрытое | октябрь | куратор", "3 | Отчёт | май | куратор"], hidden: [4]).Bytes(), "план.xlsx");
        Assert.Equal(["#", "1 Приказ / сентябрь / директор /", "3 Отчёт / май / куратор /"], Reads.Lines(roadmap));
        Assert.Contains(roadmap.Doubts, doubt => doubt.Text.Contains("Скрытые строки", StringComparison.Ordinal));
        Assert.Contains(roadmap.Doubts, doubt => doubt.Text.Contains("«Черновик»", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_MergedCells_CoverTheirRows()
    {
        Roadmap roadmap = Reads.Roadmap(new Xlsx().Sheet("План", ["План", "Направление | Мероприятие | Срок | Ответственный", "Методическое | Семинар | сентябрь | куратор", " | Открытый урок | | наставник", "Итоги | Отчёт | май | куратор"],
            merges: ["A3:A4", "C3:C4", "A1:D1"]).Bytes(), "план.xlsx");
        Assert.Equal(["#  Методическое", "Семинар / сентябрь / куратор /", "Открытый урок / сентябрь / наставник /", "#  Итоги", "Отчёт / май / куратор /"], Reads.Lines(roadmap));
    }

    [Fact]
    public void Read_SeveralSheets_ChoosesThePlanAndNamesTheOther()
    {
        Roadmap roadmap = Reads.Roadmap(new Xlsx().Sheet("Список", ["ФИО | Класс", "Иванов | 5"])
            .Sheet("2024", ["Дорожная карта", Header, "1 | Приказ | сентябрь | директор", "2 | Отчёт | май | куратор", "3 | Итоги | июнь | куратор"])
            .Sheet("2025", ["Дорожная карта", Header, "1 | Приказ | сентябрь | директор"]).Bytes(), "план.xlsx");
        Assert.Equal(3, roadmap.Stages[0].Items.Count);
        Assert.Contains(roadmap.Doubts, doubt => doubt.Text.Contains("лист «2025»", StringComparison.Ordinal) && !doubt.Text.Contains("Список", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_NumberThatLostItsZero_GetsItBackWithADoubt()
    {
        string[] rows = [.. Enumerable.Range(1, 11).Select(number => $"={(number == 10 ? "1.1" : $"1.{number}")} | Пункт {number} | май | куратор")];
        Roadmap roadmap = Reads.Roadmap(new Xlsx().Sheet("План", ["План", Header, "=1 | Этап | |", .. rows]).Bytes(), "план.xlsx");
        Assert.Equal(["1.9", "1.10", "1.11"], roadmap.Stages.Single().Items.Skip(8).Select(item => item.Number));
        Assert.Contains(roadmap.Doubts, doubt => doubt.Text.Contains("последний ноль", StringComparison.Ordinal));
    }
}
