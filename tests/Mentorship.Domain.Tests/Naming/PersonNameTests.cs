using Mentorship.Domain.Naming;

namespace Mentorship.Domain.Tests.Naming;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Юдина И.А.", "Юдина", "И.", "А.", Gender.Female)]
    [InlineData("Юдина И. А.", "Юдина", "И.", "А.", Gender.Female)]
    [InlineData("Юдина\u00A0И.\u00A0А.", "Юдина", "И.", "А.", Gender.Female)]
    [InlineData("И.А. Юдина", "Юдина", "И.", "А.", Gender.Female)]
    [InlineData("И. А. Юдина,", "Юдина", "И.", "А.", Gender.Female)]
    [InlineData("И.А.Юдина", "Юдина", "И.", "А.", Gender.Female)]
    [InlineData("Юдина И.", "Юдина", "И.", null, Gender.Female)]
    [InlineData("Шевченко И.А.", "Шевченко", "И.", "А.", Gender.Unknown)]
    [InlineData("Юдина Ирина Александровна", "Юдина", "Ирина", "Александровна", Gender.Female)]
    [InlineData("Ирина Александровна Юдина", "Юдина", "Ирина", "Александровна", Gender.Female)]
    [InlineData("Шевченко Илья Ильич", "Шевченко", "Илья", "Ильич", Gender.Male)]
    [InlineData("Шевченко Никита", "Шевченко", "Никита", null, Gender.Male)]
    [InlineData("Пётр Сидоров", "Сидоров", "Пётр", null, Gender.Male)]
    [InlineData("Петрова-Водкина А. С.", "Петрова-Водкина", "А.", "С.", Gender.Female)]
    [InlineData("Мамедов Али Гейдар оглы", "Мамедов", "Али", "Гейдар оглы", Gender.Male)]
    [InlineData("Токарь Павел Никитич", "Токарь", "Павел", "Никитич", Gender.Male)]
    [InlineData("Адам Петрович Мицкевич", "Мицкевич", "Адам", "Петрович", Gender.Male)]
    [InlineData("ван Дейк Ян Петрович", "ван Дейк", "Ян", "Петрович", Gender.Male)]
    [InlineData("ЮДИНА ИРИНА АЛЕКСАНДРОВНА", "ЮДИНА", "ИРИНА", "АЛЕКСАНДРОВНА", Gender.Female)]
    public void Read_Name_FindsItsParts(string text, string surname, string givenName, string? patronymic, Gender gender) =>
        Assert.Equal(new PersonName { Surname = surname, GivenName = givenName, Patronymic = patronymic, Gender = gender }, PersonName.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("куратор программы")]
    [InlineData("Директор школы")]
    [InlineData("Ирина Александровна")]
    [InlineData("Юдина И.А., Петров С.С.")]
    [InlineData("Определяется ОО")]
    public void Read_NotOneName_IsNull(string? text) => Assert.Null(PersonName.Read(text));

    [Fact]
    public void Forms_OfFullName()
    {
        PersonName name = PersonName.Read("Иванова Анна Петровна")!;
        Assert.Equal("Иванова\u00A0А.\u00A0П.", name.Short);
        Assert.Equal("А.\u00A0П.\u00A0Иванова", name.ShortInitialsFirst);
        Assert.Equal("Иванова Анна Петровна", name.Full);
        Assert.Equal("А.-М.", new PersonName { Surname = "Ли", GivenName = "Анна-Мария" }.Initials);
    }

    [Fact]
    public void Forms_OfInitials_KeepThem() => Assert.Equal("Юдина\u00A0И.\u00A0А.", PersonName.Read("И.А. Юдина")!.Short);
}
