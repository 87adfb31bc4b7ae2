using System.Text;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Documents.Templates;
using Mentorship.Domain.Naming;

namespace Mentorship.Domain.Tests.Documents.Templates;

public sealed class TemplateComposerTests
{
    private static readonly Guid Somebody = Guid.Parse("018f0000-0000-7000-8000-000000000001");
    private static readonly OrderPerson Deputy = new(new PersonName { Surname = "Иванова", GivenName = "Анна", Patronymic = "Петровна", Gender = Gender.Female }, "заместитель директора");

    private static readonly TemplateKnown Known = new(new Letterhead
    {
        FullName = "Муниципальное бюджетное общеобразовательное учреждение «Заречная СОШ»", ShortName = "МБОУ «Заречная СОШ»", City = "Заречье", HeadPost = "Директор",
        HeadName = new PersonName { Surname = "Лебедева", GivenName = "Ксения", Patronymic = "Олеговна", Gender = Gender.Female },
    })
    {
        Head = new OrderPerson(new PersonName { Surname = "Лебедева", GivenName = "Ксения", Patronymic = "Олеговна", Gender = Gender.Female }, "директор"), Curator = Deputy, Today = new DateOnly(2026, 9, 7), Year = 2026,
    };

    private static TemplatedText Compose(TemplateText template, params (string Name, string Value)[] answers) =>
        TemplateComposer.Compose(template, Known, answers.ToDictionary(a => a.Name, a => a.Value), id => id == Somebody ? Deputy : null);

    private static TemplateText Of(string points) => new() { Heading = "О порядке", Points = points };

    /// <summary>One point, without its number.</summary>
    private static string Point(string line, params (string, string)[] answers) => Compose(Of(line), answers).Text.Points.Select(p => p.Text.Replace('\u00A0', ' ')).SingleOrDefault() ?? "";

    [Theory]
    [InlineData("Поручить {куратор:дательный}.", "Поручить заместителю директора Ивановой А. П.")]
    [InlineData("Поручить {Куратор:Дательный:имя}.", "Поручить Ивановой А. П.")]
    [InlineData("{куратор:дательный} подготовить план.", "Заместителю директора Ивановой А. П. подготовить план.")]
    [InlineData("В {учреждение} на {год} и {следующий год}, {дата}.", "В МБОУ «Заречная СОШ» на 2026/2027 и 2027/2028, 07.09.2026.")]
    [InlineData("Контроль {контроль}.", "Контроль оставляю за собой.")]
    [InlineData("До {срок:дата} ознакомить.", "До 15.10.2026 ознакомить.")]
    [InlineData("До { СРОК : дата } ознакомить.", "До 15.10.2026 ознакомить.")]
    [InlineData("Назначить {кто:винительный}.", "Назначить заместителя директора Иванову А. П.")]
    [InlineData("Назначить {кто}.", "Назначить заместитель директора Иванова А. П.")]
    [InlineData("Список: {список дел:список}.", "Список: первое; второе.")]
    [InlineData("Пусто: {нет такого}.", "Пусто: __________.")]
    [InlineData("Дело[ № {нет такого}] начать.", "Дело начать.")]
    [InlineData("Дело[ до {срок:дата}] начать.", "Дело до 15.10.2026 начать.")]
    [InlineData("Дело [по плану] начать.", "Дело [по плану] начать.")]
    [InlineData("Дело {} { } {:дата} } { начать.", "Дело {} { } {:дата} } { начать.")]
    [InlineData("<script>alert({срок:дата})</script>", "<script>alert(15.10.2026)</script>")]
    public void Gap_IsFilled_BlankOrLeftOut(string line, string expected) =>
        Assert.Equal(expected, Point(line, ("срок", "2026-10-15"), ("кто", $"person:{Somebody}"), ("список дел", "первое\r\n\n второе ")));

    [Theory]
    [InlineData("1. Состав:\n1.1. {кто:список}\n1.2. Иные.", "Петров П. П.\nСидоров С. С.", "1.1. Петров П. П.;|1.2. Сидоров С. С.;|1.3. Иные.")]
    [InlineData("1. Состав:\n1.1. {кто:список}", "Петров П. П.\nСидоров С. С.", "1.1. Петров П. П.;|1.2. Сидоров С. С.")]
    [InlineData("1. Дела:\n1.1. {кто:список}", "начать;\nкончить,\n", "1.1. начать;|1.2. кончить.")]
    [InlineData("1. Дела:\n1.1. {кто:список}", "Начать сразу.\nКончить вовремя.", "1.1. Начать сразу.|1.2. Кончить вовремя.")]
    public void LinesOfAList_EndAsPartsOfASentence(string points, string answer, string expected) =>
        Assert.Equal(expected, string.Join('|', Compose(Of(points), ("кто", answer)).Text.NumberedPoints().Where(p => p.Level == 1).Select(p => $"{p.Number} {p.Text}".Replace('\u00A0', ' '))));

    [Fact]
    public void WhatIsMissing_IsNamedOnce_AndOptionalPassagesMissNothing()
    {
        TemplatedText made = Compose(Of("1. {Срок:дата} и {срок:дата}\n2. [{номер}]\n3. {кто:дательный}\n4. {название дела}"), ("кто", Guid.NewGuid().ToString()));

        Assert.Equal(["Срок", "кто", "название дела"], made.Missing);
        Assert.Equal(3, made.Text.Points.Count);
    }

    [Fact]
    public void Questions_AreAskedOnce_ByTheStrictestUse_AndKnownOnesNever()
    {
        TemplateText text = Of("1. {ответственный} и {ответственный:дательный}, {срок} [{срок:дата}], [{номер}]\n2. {куратор:дательный}, {Год}") with { Annexes = "# Приложение\n{строки:список}" };

        Assert.Equal(["ответственный Person False", "срок Date False", "номер Text True", "строки Lines False"], TemplateQuestion.Of(text).Select(q => $"{q.Name} {q.Kind} {q.IsOptional}"));
    }

    [Theory]
    [InlineData("1. А\n1.1. Б\n1.2. В\n2. Г", "1. А|1.1. Б|1.2. В|2. Г")]
    [InlineData("А\n  Б\n  В\nГ", "1. А|1.1. Б|1.2. В|2. Г")]
    [InlineData("А\n\tБ\n\t\tВ\nГ", "1. А|1.1. Б|1.1.1. В|2. Г")]
    [InlineData("1) А\n– Б\n- В\n2) Г", "1. А|1.1. Б|1.2. В|2. Г")]
    [InlineData("5. А\n\n7. Б", "1. А|2. Б")]
    [InlineData("1. А\n1.1.1.1.1.1. Б", "1. А|1.1. Б")]
    [InlineData("1.1. А\n1. Б", "1. А|2. Б")]
    [InlineData("15.09.2026 провести сбор\n5 человек направить", "1. 15.09.2026 провести сбор|2. 5 человек направить")]
    [InlineData("1. А\n1.1. Б\n1.1.1. В\n1.1.1.1. Г\n1.1.1.1.1. Д", "1. А|1.1. Б|1.1.1. В|1.1.1.1. Г|1.1.1.2. Д")]
    [InlineData("1. Утвердить:\n1.1. {дела:список}\n2. Конец", "1. Утвердить:|1.1. одно;|1.2. другое.|2. Конец")]
    [InlineData("1. А\n2. [{нет такого:список}]\n3. Б", "1. А|2. Б")]
    [InlineData("1.", "")]
    [InlineData("1. А\n2.\n2) \n3. Б", "1. А|2. Б")]
    [InlineData("", "")]
    public void Points_AreNestedAsTheyAreTyped_AndNumberedAnew(string points, string expected) =>
        Assert.Equal(expected, string.Join('|', Compose(Of(points), ("дела", "одно\nдругое")).Text.NumberedPoints().Select(p => $"{p.Number} {p.Text}")));

    [Fact]
    public void Annexes_BeginWithTheirHeading_AndOneThatIsLeftOutIsGone()
    {
        TemplateText text = Of("1. А") with { Annexes = "# Программа «{имя}»\n{строки:список}\n# [Смета на {сумма}]\n[{статьи:список}]\n# Список\nодин" };

        Assert.Equal(["Программа «Итоги»: раз; два", "Список: один"], Compose(text, ("имя", "Итоги"), ("строки", "раз\nдва")).Text.Annexes.Select(a => $"{a.Heading}: {string.Join("; ", a.Paragraphs)}"));
    }

    [Fact]
    public void ALocalAct_IsApprovedAtTheTop_AndCommandsNothing()
    {
        OrderText act = Compose(new TemplateText { Form = TemplateForm.Regulation, Word = "Положение", Heading = "о наставничестве", Points = "1. Общие\n1.1. А", Control = "Контроль {контроль}." }).Text;

        Assert.Equal("Положение о наставничестве", act.FullTitle());
        Assert.Equal(["УТВЕРЖДАЮ", "Директор МБОУ\u00A0«Заречная\u00A0СОШ»", "____________ К.\u00A0О.\u00A0Лебедева", "«__» __________ 20__ г. №\u00A0______"], act.Approval!.Lines(act));
        Assert.Empty(act.Acquaintance);
        Assert.Equal(["1.", "1.1."], act.NumberedPoints().Select(p => p.Number));
    }

    /// <summary>Whatever is typed into a template and its answers: no exception, no control sign, bounded depth, numbers in order.</summary>
    [Fact]
    public void AnyGarbage_ComposesToPlainLines()
    {
        string[] scraps = ["{", "}", "[", "]", ":", "\n", "\t", " ", "1.", "1.1.", "– ", "#", "куратор", "срок:дата", "{кто:дательный}", "[{номер}]", "{список:список}", "\u0001", "\u2028", "<b>", "&amp;", "😀", "\ud83d", "..", "{а:б}", "99999999999999.1. ", "{{", "}}"];
        Random random = new(20261122);
        for (int run = 0; run < 2000; run++)
        {
            string Any(int most) => string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => scraps[random.Next(scraps.Length)]));
            TemplateText text = new() { Form = (TemplateForm)random.Next(3), Word = Any(3), Heading = Any(8), Preamble = Any(12), Command = Any(3), Points = Any(60), Control = Any(6), Annexes = Any(20) };

            OrderText made = Compose(text, ("номер", Any(6)), ("список", Any(10)), ("кто", random.Next(2) == 0 ? Somebody.ToString() : Any(3))).Text;

            string[] all = [made.Title, made.Heading, made.Preamble, made.Command, made.Control, made.FullTitle(), .. made.NumberedPoints().Select(p => p.Text), .. made.Annexes.SelectMany(a => a.Paragraphs.Append(a.Heading))];
            Assert.DoesNotContain(all, line => line.Any(char.IsControl));
            Assert.All(made.NumberedPoints(), p => Assert.InRange(p.Level, 0, 3));
        }
    }

    [Fact]
    public void TenThousandCharacters_ComeThroughWhole()
    {
        string longOne = new StringBuilder().Insert(0, "слово ", 1700).ToString().Trim();

        Assert.Equal("Итог: " + longOne + ".", Point("Итог: {итог}.", ("итог", longOne)));
    }

    [Theory]
    [InlineData("", "О деле", "1. А", "NameMissing")]
    [InlineData("Имя", "", "1. А", "HeadingMissing")]
    [InlineData("Имя", "О деле", " \n", "PointsMissing")]
    [InlineData("Имя", "О деле", "1. {куратор:кому-то}", "GapUnknown")]
    [InlineData("Имя", "О деле", "1. {куратор:дательный:имя} {срок:дата} {дела:список} {учреждение:полностью} {кто:человек}", "")]
    public void Rules_SayWhatIsWrong(string name, string heading, string points, string expected) =>
        Assert.Equal(expected, string.Join(' ', TemplateRules.Check(name, new TemplateText { Heading = heading, Points = points }).Select(r => r.Code)));

    [Fact]
    public void Rules_BoundTheSize()
    {
        Assert.Equal("TooLong", TemplateRules.Check("Имя", Of(new string('а', TemplateRules.LongestText + 1))).Single().Code);
        Assert.Equal("TooManyPoints", TemplateRules.Check("Имя", Of(string.Join('\n', Enumerable.Range(0, 301).Select(i => $"пункт {i}")))).Single().Code);
        Assert.Equal("TooManyQuestions", TemplateRules.Check("Имя", Of(string.Join(' ', Enumerable.Range(0, 41).Select(i => $"{{вопрос {i}}}")))).Single().Code);
    }
}
