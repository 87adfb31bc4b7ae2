using Mentorship.Domain.Naming;

namespace Mentorship.Domain.Tests.Naming;

/// <summary>Each row: nominative, genitive, dative, accusative, instrumental, prepositional.</summary>
public sealed class DeclensionTests
{
    private const string MenSurnames = """
        Иванов Иванова Иванову Иванова Ивановым Иванове
        Лебедев Лебедева Лебедеву Лебедева Лебедевым Лебедеве
        Соловьёв Соловьёва Соловьёву Соловьёва Соловьёвым Соловьёве
        Юдин Юдина Юдину Юдина Юдиным Юдине
        Синицын Синицына Синицыну Синицына Синицыным Синицыне
        Дарвин Дарвина Дарвину Дарвина Дарвином Дарвине
        Вишневский Вишневского Вишневскому Вишневского Вишневским Вишневском
        Троицкий Троицкого Троицкому Троицкого Троицким Троицком
        Толстой Толстого Толстому Толстого Толстым Толстом
        Шаховской Шаховского Шаховскому Шаховского Шаховским Шаховском
        Белый Белого Белому Белого Белым Белом
        Рыжий Рыжего Рыжему Рыжего Рыжим Рыжем
        Летний Летнего Летнему Летнего Летним Летнем
        Кравец Кравца Кравцу Кравца Кравцом Кравце
        Коломиец Коломийца Коломийцу Коломийца Коломийцем Коломийце
        Стрелец Стрельца Стрельцу Стрельца Стрельцом Стрельце
        Кузнец Кузнеца Кузнецу Кузнеца Кузнецом Кузнеце
        Заяц Зайца Зайцу Зайца Зайцем Зайце
        Токарь Токаря Токарю Токаря Токарем Токаре
        Лебедь Лебедя Лебедю Лебедя Лебедем Лебеде
        Гоголь Гоголя Гоголю Гоголя Гоголем Гоголе
        Камень Камня Камню Камня Камнем Камне
        Олень Оленя Оленю Оленя Оленем Олене
        Соловей Соловья Соловью Соловья Соловьем Соловье
        Гайдай Гайдая Гайдаю Гайдая Гайдаем Гайдае
        Цой Цоя Цою Цоя Цоем Цое
        Палий Палия Палию Палия Палием Палии
        Ткач Ткача Ткачу Ткача Ткачом Ткаче
        Мицкевич Мицкевича Мицкевичу Мицкевича Мицкевичем Мицкевиче
        Кулиш Кулиша Кулишу Кулиша Кулишем Кулише
        Кац Каца Кацу Каца Кацем Каце
        Гребенюк Гребенюка Гребенюку Гребенюка Гребенюком Гребенюке
        Ким Кима Киму Кима Кимом Киме
        Мкртчян Мкртчяна Мкртчяну Мкртчяна Мкртчяном Мкртчяне
        Орёл Орла Орлу Орла Орлом Орле
        Лев Льва Льву Льва Львом Льве
        Волчок Волчка Волчку Волчка Волчком Волчке
        Королёк Королька Корольку Королька Корольком Корольке
        Сковорода Сковороды Сковороде Сковороду Сковородой Сковороде
        Окуджава Окуджавы Окуджаве Окуджаву Окуджавой Окуджаве
        Щербина Щербины Щербине Щербину Щербиной Щербине
        Гуща Гущи Гуще Гущу Гущей Гуще
        Кафка Кафки Кафке Кафку Кафкой Кафке
        Данелия Данелии Данелии Данелию Данелией Данелии
        Шевченко Шевченко Шевченко Шевченко Шевченко Шевченко
        Черных Черных Черных Черных Черных Черных
        Дюма Дюма Дюма Дюма Дюма Дюма
        Живаго Живаго Живаго Живаго Живаго Живаго
        Чавчавадзе Чавчавадзе Чавчавадзе Чавчавадзе Чавчавадзе Чавчавадзе
        Ли Ли Ли Ли Ли Ли
        Моруа Моруа Моруа Моруа Моруа Моруа
        Мамин-Сибиряк Мамина-Сибиряка Мамину-Сибиряку Мамина-Сибиряка Маминым-Сибиряком Мамине-Сибиряке
        Бонч-Бруевич Бонч-Бруевича Бонч-Бруевичу Бонч-Бруевича Бонч-Бруевичем Бонч-Бруевиче
        ПЕТРОВ ПЕТРОВА ПЕТРОВУ ПЕТРОВА ПЕТРОВЫМ ПЕТРОВЕ
        Рерих Рериха Рериху Рериха Рерихом Рерихе
        """;

    private const string WomenSurnames = """
        Иванова Ивановой Ивановой Иванову Ивановой Ивановой
        Королёва Королёвой Королёвой Королёву Королёвой Королёвой
        Юдина Юдиной Юдиной Юдину Юдиной Юдиной
        Синицына Синицыной Синицыной Синицыну Синицыной Синицыной
        Вишневская Вишневской Вишневской Вишневскую Вишневской Вишневской
        Белая Белой Белой Белую Белой Белой
        Толстая Толстой Толстой Толстую Толстой Толстой
        Рыжая Рыжей Рыжей Рыжую Рыжей Рыжей
        Летняя Летней Летней Летнюю Летней Летней
        Кравец Кравец Кравец Кравец Кравец Кравец
        Токарь Токарь Токарь Токарь Токарь Токарь
        Мицкевич Мицкевич Мицкевич Мицкевич Мицкевич Мицкевич
        Гайдай Гайдай Гайдай Гайдай Гайдай Гайдай
        Гребенюк Гребенюк Гребенюк Гребенюк Гребенюк Гребенюк
        Шевченко Шевченко Шевченко Шевченко Шевченко Шевченко
        Черных Черных Черных Черных Черных Черных
        Сковорода Сковороды Сковороде Сковороду Сковородой Сковороде
        Окуджава Окуджавы Окуджаве Окуджаву Окуджавой Окуджаве
        Кваша Кваши Кваше Квашу Квашей Кваше
        Берия Берии Берии Берию Берией Берии
        Петипа Петипа Петипа Петипа Петипа Петипа
        Иванова-Кравец Ивановой-Кравец Ивановой-Кравец Иванову-Кравец Ивановой-Кравец Ивановой-Кравец
        Петрова-Водкина Петровой-Водкиной Петровой-Водкиной Петрову-Водкину Петровой-Водкиной Петровой-Водкиной
        ИВАНОВА ИВАНОВОЙ ИВАНОВОЙ ИВАНОВУ ИВАНОВОЙ ИВАНОВОЙ
        """;

    private const string MenNames = """
        Иван Ивана Ивану Ивана Иваном Иване
        Лев Льва Льву Льва Львом Льве
        Павел Павла Павлу Павла Павлом Павле
        Пётр Петра Петру Петра Петром Петре
        Игорь Игоря Игорю Игоря Игорем Игоре
        Сергей Сергея Сергею Сергея Сергеем Сергее
        Юрий Юрия Юрию Юрия Юрием Юрии
        Илья Ильи Илье Илью Ильёй Илье
        Никита Никиты Никите Никиту Никитой Никите
        Лука Луки Луке Луку Лукой Луке
        Фёдор Фёдора Фёдору Фёдора Фёдором Фёдоре
        Али Али Али Али Али Али
        """;

    private const string WomenNames = """
        Анна Анны Анне Анну Анной Анне
        Ольга Ольги Ольге Ольгу Ольгой Ольге
        Любовь Любови Любови Любовь Любовью Любови
        Нинель Нинели Нинели Нинель Нинелью Нинели
        Наталья Натальи Наталье Наталью Натальей Наталье
        Мария Марии Марии Марию Марией Марии
        Дарья Дарьи Дарье Дарью Дарьей Дарье
        Гульназ Гульназ Гульназ Гульназ Гульназ Гульназ
        Анна-Мария Анны-Марии Анне-Марии Анну-Марию Анной-Марией Анне-Марии
        """;

    private const string Patronymics = """
        Петрович Петровича Петровичу Петровича Петровичем Петровиче
        Ильич Ильича Ильичу Ильича Ильичом Ильиче
        Никитич Никитича Никитичу Никитича Никитичем Никитиче
        Петровна Петровны Петровне Петровну Петровной Петровне
        Ильинична Ильиничны Ильиничне Ильиничну Ильиничной Ильиничне
        """;

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach ((string group, string table) in new[] { ("фамилия м", MenSurnames), ("фамилия ж", WomenSurnames), ("имя м", MenNames), ("имя ж", WomenNames), ("отчество", Patronymics) })
            foreach (string line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                rows.Add(group, line);
        return rows;
    }

    [Theory, MemberData(nameof(Rows))]
    public void Decline_Word_GivesSixCases(string group, string line)
    {
        string[] expected = line.Split(' ');
        Assert.Equal(6, expected.Length);
        Gender gender = group.EndsWith('ж') ? Gender.Female : Gender.Male;
        var actual = Enum.GetValues<GrammaticalCase>().Select(grammaticalCase => group.Split(' ')[0] switch
        {
            "фамилия" => Declension.Surname(expected[0], gender, grammaticalCase),
            "имя" => Declension.GivenName(expected[0], gender, grammaticalCase),
            _ => Declension.Patronymic(expected[0], gender, grammaticalCase),
        }).ToList();
        Assert.All(actual, form => Assert.Null(form.Doubt));
        Assert.Equal(expected, actual.Select(form => form.Text));
    }

    [Theory]
    [InlineData("Калина", Gender.Female)]
    [InlineData("Волчий", Gender.Male)]
    [InlineData("Smith", Gender.Male)]
    [InlineData("Сасок", Gender.Male)]
    [InlineData("Кравец", Gender.Unknown)]
    [InlineData("Иванова", Gender.Male)]
    [InlineData("Петрова (Сидорова)", Gender.Female)]
    public void Decline_DoubtfulSurname_StaysNominativeWithDoubt(string surname, Gender gender)
    {
        Declined genitive = Declension.Surname(surname, gender, GrammaticalCase.Genitive);
        Assert.Equal(surname, genitive.Text);
        Assert.Contains("карточке", genitive.Doubt, StringComparison.Ordinal);
        Assert.Null(Declension.Surname(surname, gender, GrammaticalCase.Nominative).Doubt);
    }

    [Theory]
    [InlineData("Шевченко")]
    [InlineData("Черных")]
    [InlineData("Сковорода")]
    public void Decline_UnknownGenderThatDoesNotMatter_HasNoDoubt(string surname) =>
        Assert.Null(Declension.Surname(surname, Gender.Unknown, GrammaticalCase.Dative).Doubt);

    [Fact]
    public void Full_Woman_DeclinesAllThree()
    {
        PersonName name = PersonName.Read("Иванова Анна Петровна")!;
        Assert.Equal("Ивановой Анне Петровне", Declension.Full(name, GrammaticalCase.Dative).Text);
        Assert.Equal("Иванову Анну Петровну", Declension.Full(name, GrammaticalCase.Accusative).Text);
    }

    [Fact]
    public void Full_OneDoubtfulPart_LeavesWholeNominative()
    {
        var name = new PersonName { Surname = "Калина", GivenName = "Анна", Patronymic = "Петровна", Gender = Gender.Female };
        Declined dative = Declension.Full(name, GrammaticalCase.Dative);
        Assert.Equal("Калина Анна Петровна", dative.Text);
        Assert.NotNull(dative.Doubt);
    }

    [Theory]
    [InlineData("Иванова Анна Петровна", GrammaticalCase.Genitive, "Ивановой\u00A0А.\u00A0П.")]
    [InlineData("Иванова А.П.", GrammaticalCase.Accusative, "Иванову\u00A0А.\u00A0П.")]
    [InlineData("И. И. Петров", GrammaticalCase.Genitive, "Петрова\u00A0И.\u00A0И.")]
    [InlineData("Петров И.И.", GrammaticalCase.Instrumental, "Петровым\u00A0И.\u00A0И.")]
    public void Short_InCase_KeepsInitials(string text, GrammaticalCase grammaticalCase, string expected) =>
        Assert.Equal(expected, Declension.Short(PersonName.Read(text)!, grammaticalCase).Text);

    [Fact]
    public void With_HandWrittenCase_WinsInFullAndShort()
    {
        var cases = new NameCases(new PersonName { Surname = "Калина", GivenName = "Анна", Patronymic = "Петровна", Gender = Gender.Female });
        Assert.NotEmpty(cases.Doubts());
        cases = cases.With(GrammaticalCase.Dative, "Калине Анне Петровне");
        Assert.Equal(new Declined("Калине Анне Петровне"), cases.Full(GrammaticalCase.Dative));
        Assert.Equal(new Declined("Калине\u00A0А.\u00A0П."), cases.Short(GrammaticalCase.Dative));
        Assert.Equal(new Declined("А.\u00A0П.\u00A0Калине"), cases.ShortInitialsFirst(GrammaticalCase.Dative));
        Assert.NotNull(cases.With(GrammaticalCase.Dative, " ").Full(GrammaticalCase.Dative).Doubt);
    }
}
