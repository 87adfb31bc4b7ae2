using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.Office.Tests.Reading;

public sealed class LayoutTests
{
    private const string Header = "№ п/п | Мероприятие | Срок | Ответственный | Результат";

    [Fact]
    public void Read_NumbersComputedByWord_CountsThem()
    {
        string Numbered(int level, string text = "") => Docx.Paragraph(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"5\"/></w:numPr>");
        byte[] file = new Docx().P("Дорожная карта наставничества", "center")
            .Numbering("<w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2.\"/></w:lvl></w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"3\"/></w:num>")
            .Table("№ | Мероприятие | Срок | Ответственный",
                $"[g4]{Numbered(0, "Подготовка")}",
                $"{Numbered(1)} | Приказ | сентябрь 2023 | директор",
                $"{Numbered(1)} | Анкеты | октябрь 2023 | куратор",
                $"{Numbered(0)} | Завершение | |",
                $"{Numbered(1)} | Отчёт | май 2024 | куратор").Bytes();

        Assert.Equal(["# 1 Подготовка", "1.1 Приказ / сентябрь 2023 / директор /", "1.2 Анкеты / октябрь 2023 / куратор /", "# 2 Завершение", "2.1 Отчёт / май 2024 / куратор /"],
            Reads.Lines(Reads.Roadmap(file)));
    }

    [Fact]
    public void Read_HeaderOfTwoLevels_JoinsThem()
    {
        Roadmap roadmap = Reads.Roadmap(new Docx().P("План мероприятий")
            .Table("[v]№ | [v]Мероприятия | [g2]Сроки | [v]Ответственные", "[^] | [^] | начало | окончание | [^]", "1 | 2 | 3 | 4 | 5",
                "1 | Приказ | 01.09.2023 | 05.09.2023 | директор", "2 | Анкеты | 10.09.2023 | 20.09.2023 | куратор").Bytes());
        Assert.Equal(["№", "Мероприятия", "Сроки начало", "Сроки окончание", "Ответственные"], roadmap.Columns.Select(column => column.Header));
        Assert.Equal(["#", "1 Приказ / 01.09.2023 - 05.09.2023 / директор /", "2 Анкеты / 10.09.2023 - 20.09.2023 / куратор /"], Reads.Lines(roadmap));
    }

    [Fact]
    public void Read_TableCutIntoPages_IsOne()
    {
        Roadmap roadmap = Reads.Roadmap(new Docx().P("Дорожная карта")
            .Table(Header, "1 | Приказ | сентябрь | директор | приказ", "2 | Проведение анкетирования среди | октябрь | куратор | анкеты")
            .P("2")
            .Table(Header, " | потенциальных наставников | | |", "3 | Формирование пар | ноябрь | куратор | пары").Bytes());
        Assert.Equal(["#", "1 Приказ / сентябрь / директор / приказ", "2 Проведение анкетирования среди потенциальных наставников / октябрь / куратор / анкеты", "3 Формирование пар / ноябрь / куратор / пары"],
            Reads.Lines(roadmap));
        Assert.DoesNotContain(roadmap.Doubts, doubt => doubt.Text.Contains("несколько таблиц", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_TablePerStage_TakesHeadingsFromParagraphs()
    {
        string[] Rows(string first, string second) => ["Мероприятие | Сроки | Ответственный", $"{first} | сентябрь 2023 | куратор", $"{second} | октябрь 2023 | куратор"];
        Roadmap roadmap = Reads.Roadmap(new Docx().P("План мероприятий по наставничеству", "center").P("1. Подготовка условий")
            .Table(Rows("Приказ", "Положение")).P("2. Формирование базы").Table(Rows("Анкеты", "Реестр")).P("3. Завершение").Table(Rows("Отчёт", "Итоги")).Bytes());
        Assert.Equal("План мероприятий по наставничеству", roadmap.Title);
        Assert.Equal(["1.", "2.", "3."], roadmap.Stages.Select(stage => stage.Number));
        Assert.Equal(["Подготовка условий", "Формирование базы", "Завершение"], roadmap.Stages.Select(stage => stage.Title));
        Assert.All(roadmap.Stages, stage => Assert.Equal(2, stage.Items.Count));
    }

    [Fact]
    public void Read_StageColumn_MergedRepeatedOrBlank_GivesTheSameStages()
    {
        string[] merged = ["[v]Подготовка | 1.1 | Приказ | сентябрь | директор", "[^] | 1.2 | Анкеты | октябрь | куратор", "Завершение | 2.1 | Отчёт | май | куратор"];
        string[] expected = ["# Подготовка", "1.1 Приказ / сентябрь / директор /", "1.2 Анкеты / октябрь / куратор /", "# Завершение", "2.1 Отчёт / май / куратор /"];
        string[] Read(string[] rows) => [.. Reads.Lines(Reads.Roadmap(new Docx().P("План").Table(["Этап | № | Мероприятие | Срок | Ответственный", .. rows]).Bytes())).Select(line => line.Replace("#  ", "# ", StringComparison.Ordinal))];
        Assert.Equal(expected, Read(merged));
        Assert.Equal(expected, Read([.. merged.Select(row => row.Replace("[v]", "", StringComparison.Ordinal).Replace("[^]", "Подготовка", StringComparison.Ordinal))]));
        Assert.Equal(expected, Read([.. merged.Select(row => row.Replace("[v]", "", StringComparison.Ordinal).Replace("[^]", "", StringComparison.Ordinal))]));
    }

    [Fact]
    public void Read_NamedAndRomanHeadings_AreStages()
    {
        Roadmap roadmap = Reads.Roadmap(new Docx().P("Дорожная карта")
            .Table(Header, "[g5]Этап 1. Подготовительный", "1 | Приказ | сентябрь | директор | приказ", "[g5]II. Основной этап", "1 | Встречи | ежемесячно | наставники | журнал",
                "III | Завершающий | | |", "1 | Отчёт | май | куратор | отчёт").Bytes());
        Assert.Equal(["1 Подготовительный", "II Основной этап", "III Завершающий"], roadmap.Stages.Select(stage => $"{stage.Number?.TrimEnd('.')} {stage.Title}"));
        Assert.Equal(["приказ", "журнал", "отчёт"], roadmap.Stages.Select(stage => stage.Items.Single().Result));
    }

    [Fact]
    public void Read_UnmergedBareTitles_AreStagesButABareItemIsNot()
    {
        Roadmap roadmap = Reads.Roadmap(new Docx().P("План")
            .Table("№ | Мероприятие | Срок | Ответственный", " | Организационная работа | |", "1 | Приказ | сентябрь | директор", "2 | Опрос | |", "3 | Анкеты | октябрь | куратор",
                " | Аналитическая работа | |", "4 | Отчёт | май | куратор").Bytes());
        Assert.Equal(["#  Организационная работа", "1 Приказ / сентябрь / директор /", "2 Опрос /  /  /", "3 Анкеты / октябрь / куратор /", "#  Аналитическая работа", "4 Отчёт / май / куратор /"], Reads.Lines(roadmap));
        Assert.Contains(roadmap.Doubts, doubt => doubt.Place == "пункт 2, столбец «Срок»");
    }

    [Fact]
    public void Read_MonthsAsColumns_MakesTermsOfThem()
    {
        Roadmap marks = Reads.Roadmap(new Docx().P("План-график").Table("№ | Мероприятие | Сентябрь | Октябрь | Ноябрь | Ответственный", "1 | Встречи | + | | + | наставник", "2 | Приказ | + | | | директор").Bytes());
        Assert.Equal(["#", "1 Встречи / Сентябрь, Ноябрь / наставник /", "2 Приказ / Сентябрь / директор /"], Reads.Lines(marks));
        Roadmap texts = Reads.Roadmap(new Docx().P("План").Table("Направление | Сентябрь | Октябрь | Ноябрь", "Методическая работа | Изучение программы | Открытое занятие | Семинар", "Работа с родителями | Собрание | | Консультация").Bytes());
        Assert.Equal(["#  Методическая работа", "Изучение программы / Сентябрь /  /", "Открытое занятие / Октябрь /  /", "Семинар / Ноябрь /  /", "#  Работа с родителями", "Собрание / Сентябрь /  /", "Консультация / Ноябрь /  /"], Reads.Lines(texts));
    }

    [Fact]
    public void Read_TrackedChanges_KeepsInsertionsAndDropsDeletions()
    {
        string changed = $"<w:p><w:r><w:t xml:space=\"preserve\">Приказ </w:t></w:r><w:del><w:r><w:delText>о паре</w:delText></w:r></w:del><w:ins>{Docx.Run("о парах")}</w:ins><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
        Roadmap roadmap = Reads.Roadmap(new Docx().P("План").Table("№ | Мероприятие | Срок", $"1 | {changed} | сен\u00ADтябрь", "2 | Отчёт | май").Bytes());
        Assert.Equal(["#", "1 Приказ о парах / сентябрь /  /", "2 Отчёт / май /  /"], Reads.Lines(roadmap));
    }

    [Fact]
    public void Read_WordsCutByLineEnds_AreMended()
    {
        Roadmap roadmap = Reads.Roadmap(new Docx().P("План").Table("№ | Мероприятие | Срок | Ответственный",
            "1 | Подготовка персонализированной программы настав-⏎ничества | по завершению персонализирова⏎нной программы | куратор⏎директор", "2 | Отчёт⏎наставника | май | куратор").Bytes());
        Assert.Equal("Подготовка персонализированной программы наставничества", roadmap.Stages[0].Items[0].Activity);
        Assert.Equal("по завершению персонализированной программы", roadmap.Stages[0].Items[0].DeadlineText);
        Assert.Equal("куратор\nдиректор", roadmap.Stages[0].Items[0].ResponsibleText);
        Assert.Equal("Отчёт\nнаставника", roadmap.Stages[0].Items[1].Activity);
    }

    [Fact]
    public void Read_StampsSideBySide_AreReadColumnByColumn()
    {
        Roadmap roadmap = Reads.Roadmap(new Docx()
            .Table("СОГЛАСОВАНО¶Педагогический совет¶протокол № 1 от 30.08.2024 | УТВЕРЖДАЮ¶Директор МБОУ СОШ № 5¶________ И.И. Петров¶приказ от «02» сентября 2024 г. № 42-ОД")
            .P("ДОРОЖНАЯ КАРТА", "center", true).P("реализации программы наставничества", "center", true).P("МБОУ СОШ № 5", "center", true).P("на 2024/2025 учебный год", "center", true)
            .Table(Header, "1 | Приказ | сентябрь | директор | приказ", "2 | Отчёт | май | куратор | отчёт").Bytes());
        Assert.Equal("ДОРОЖНАЯ КАРТА реализации программы наставничества МБОУ СОШ № 5", roadmap.Title);
        Assert.Equal(2024, roadmap.SchoolYear?.FirstYear);
        Assert.Equal(("УТВЕРЖДАЮ", "42-ОД", new DateOnly(2024, 9, 2)), (roadmap.Approval!.Stamp!, roadmap.Approval.OrderNumber!, roadmap.Approval.OrderDate!.Value));
        Assert.Equal(7, roadmap.Approval.Lines.Count);
    }

    [Fact]
    public void Read_StampInParagraphsOnTheRight_EndsWhereTheTitleBegins()
    {
        Roadmap roadmap = Reads.Roadmap(new Docx().P("Муниципальное бюджетное учреждение", "center")
            .P("Приложение 1", "right").P("к приказу №181/1", "right").P("от 13.09.2021г.", "right").P("")
            .P("План мероприятий («дорожная карта»)", "center").P("внедрения целевой модели наставничества", "center")
            .Table(Header, "1 | Приказ | сентябрь | директор | приказ", "2 | Отчёт | май | куратор | отчёт").Bytes());
        Assert.Equal(["Приложение 1", "к приказу №181/1", "от 13.09.2021г."], roadmap.Approval!.Lines);
        Assert.Equal(("181/1", new DateOnly(2021, 9, 13)), (roadmap.Approval.OrderNumber!, roadmap.Approval.OrderDate!.Value));
        Assert.Equal("План мероприятий («дорожная карта») внедрения целевой модели наставничества", roadmap.Title);
        Assert.Equal(2021, roadmap.SchoolYear?.FirstYear);
    }

    [Fact]
    public void Read_NestedTableAndTextBox_AreSeen()
    {
        const string inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>приказ</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>положение</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>";
        byte[] file = new Docx().Raw($"<w:p><w:r><w:pict><w:txbxContent>{Docx.Paragraph("УТВЕРЖДАЮ")}{Docx.Paragraph("Директор школы")}{Docx.Paragraph("Приказ № 12 от 01.09.2023")}</w:txbxContent></w:pict></w:r></w:p>")
            .P("План мероприятий").Table("№ | Мероприятие | Срок | Документы", $"1 | Локальные акты | сентябрь | {inner}", "2 | Отчёт | май | отчёт").Bytes();
        Roadmap roadmap = Reads.Roadmap(file);
        Assert.Equal("приказ\nположение", roadmap.Stages[0].Items[0].Result);
        Assert.Equal("12", roadmap.Approval?.OrderNumber);
    }

    [Fact]
    public void Read_MergedTerm_IsTheTermOfEveryRow()
    {
        Roadmap roadmap = Reads.Roadmap(new Docx().P("План").Table("№ | Мероприятие | Срок | Ответственный", "1 | Приказ | [v]сентябрь | [v]куратор", "2 | Анкеты | [^] | [^]", "3 | Отчёт | май | –//–").Bytes());
        Assert.Equal(["#", "1 Приказ / сентябрь / куратор /", "2 Анкеты / сентябрь / куратор /", "3 Отчёт / май / –//– /"], Reads.Lines(roadmap));
    }

    [Fact]
    public void Read_SeveralTables_ChoosesThePlanAndNamesTheOther()
    {
        byte[] file = new Docx().P("План на 2023-2024 учебный год").Table(Header, "1 | Приказ | сентябрь | директор | приказ", "2 | Отчёт | май | куратор | отчёт")
            .P("Перспективный план на 2025-2026 учебный год").Table("Мероприятие | Срок | Ответственный", "Анкеты | сентябрь | куратор")
            .P("Состав группы").Table("Фамилия | Класс", "Иванов | 5").Bytes();
        Roadmap roadmap = Reads.Roadmap(file);
        Assert.Equal(2, roadmap.Stages[0].Items.Count);
        Assert.Contains(roadmap.Doubts, doubt => doubt.Text.Contains("таблица 2", StringComparison.Ordinal) && !doubt.Text.Contains("таблица 3", StringComparison.Ordinal));
        Roadmap second = Reads.Roadmap(file, options: new ReadingOptions(TableIndex: 2));
        Assert.Equal("Анкеты", second.Stages[0].Items.Single().Activity);
        Assert.Equal("Перспективный план на 2025-2026 учебный год", second.Title);
        Assert.Equal(2025, second.SchoolYear?.FirstYear);
    }

    [Fact]
    public void Read_NoHeader_FindsColumnsByTheirCells()
    {
        Roadmap roadmap = Reads.Roadmap(new Docx().P("План работы").Table("Сентябрь | Издание приказа о наставничестве | директор", "Октябрь | Анкетирование педагогов и обучающихся | куратор", "Май | Подведение итогов года | куратор").Bytes());
        Assert.Equal(["#", "Издание приказа о наставничестве / Сентябрь / директор /", "Анкетирование педагогов и обучающихся / Октябрь / куратор /", "Подведение итогов года / Май / куратор /"], Reads.Lines(roadmap));
        Assert.Contains(roadmap.Doubts, doubt => doubt.Text.Contains("нет строки заголовков", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_TaskOverSeveralActions_TakesTheActionsAsItems()
    {
        Roadmap roadmap = Reads.Roadmap(new Docx().P("Дорожная карта").Table("Направление | Задача | Действие | Период | Кто отвечает", "[v]Кадры | [v]Подобрать наставников | Опрос | 09.2023 | завуч", "[^] | [^] | Беседа | 10.2023 | директор", "Методика | Учить | Семинар | 11.2023 | методист").Bytes());
        Assert.Equal(["#  Кадры", "Опрос / 09.2023 / завуч /", "Беседа / 10.2023 / директор /", "#  Методика", "Семинар / 11.2023 / методист /"], Reads.Lines(roadmap));
        Assert.Equal("Подобрать наставников", roadmap.Stages[0].Items[1].Columns["Задача"]);
        Assert.Equal(2023, roadmap.SchoolYear?.FirstYear);
    }

    [Fact]
    public void Read_LabelsInAHeading_GoToTheirPlaces_AndSumsAreLeftOut()
    {
        Roadmap roadmap = Reads.Roadmap(new Docx().P("План").Table(Header, "[g5]Этап I. Подготовка⏎Цель: создать условия⏎Задачи: собрать запросы; издать приказ⏎Срок: сентябрь 2023⏎Ответственный: куратор",
            "1 | Приказ | сентябрь | директор | приказ", "2 | Отчёт | май | куратор | отчёт", "Итого: | [g4]2 мероприятия", "[g5]Директор ____________ И.И. Петров").Bytes());
        RoadmapStage stage = Assert.Single(roadmap.Stages);
        Assert.Equal(("I", "Подготовка", "создать условия", "собрать запросы; издать приказ", "сентябрь 2023", "куратор"), (stage.Number!, stage.Title!, stage.Goal!, stage.Task!, stage.DeadlineText!, stage.ResponsibleText!));
        Assert.Equal(2, stage.Items.Count);
    }
}
