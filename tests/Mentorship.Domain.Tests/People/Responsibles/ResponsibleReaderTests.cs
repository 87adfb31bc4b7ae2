using Mentorship.Domain.People.Responsibles;

namespace Mentorship.Domain.Tests.People.Responsibles;

public sealed class ResponsibleReaderTests
{
    [Theory]
    [InlineData("куратор", "куратор>curator")]
    [InlineData("Директор школы, куратор программы", "Директор школы>director|куратор программы>curator")]
    [InlineData("Директор школы куратор программы", "Директор школы>director|куратор программы>curator")]
    [InlineData("директор куратор", "директор>director|куратор>curator")]
    [InlineData("Куратор программы наставники", "Куратор программы>curator|наставники>mentor")]
    [InlineData("Куратор Педагог - наставник", "Куратор>curator|Педагог - наставник>mentor")]
    [InlineData("наставник, наставляемый", "наставник>mentor|наставляемый>mentee")]
    [InlineData("Руководитель ОО Куратор внедрения целевой модели наставничества", "Руководитель ОО>director|Куратор внедрения целевой модели наставничества>curator")]
    [InlineData("Директор, зам. директора по УВР/ВР", "Директор>director|зам. директора по УВР/ВР>deputy")]
    [InlineData("Заместитель директора Начальник УМО", "Заместитель директора>deputy|Начальник УМО>institution:Начальник УМО")]
    [InlineData("Руководитель МС, руководители МО", "Руководитель МС>methodical-association|руководители МО>methodical-association")]
    [InlineData("Председатели ПЦК, кураторы направлений наставничества", "Председатели ПЦК>methodical-association|кураторы направлений наставничества>curator")]
    [InlineData("Ответственный за сайт; кураторы направлений наставничества", "Ответственный за сайт>site-editor|кураторы направлений наставничества>curator")]
    [InlineData("Кл. руководители\nпедагог-психолог", "Кл. руководители>institution:Кл. руководители|педагог-психолог>institution:педагог-психолог")]
    [InlineData("Рабочая группа", "Рабочая группа>working-group")]
    [InlineData("Совет наставников", "Совет наставников>institution:Совет наставников")]
    [InlineData("Педагогический совет", "Педагогический совет>institution:Педагогический совет")]
    [InlineData("ЗДУВР, ст. воспитатель", "ЗДУВР>deputy|ст. воспитатель>institution:ст. воспитатель")]
    [InlineData("заведующий и старший воспитатель", "заведующий>director|старший воспитатель>institution:старший воспитатель")]
    [InlineData("Заместитель заведующего", "Заместитель заведующего>deputy")]
    [InlineData("зам.директора по УР, ВР", "зам.директора по УР, ВР>deputy")]
    [InlineData("молодые педагоги и их наставники", "молодые педагоги>mentee|их наставники>mentor")]
    [InlineData("бухгалтер/секретарь", "бухгалтер>accountant|секретарь>secretary")]
    [InlineData("наставнические пары", "наставнические пары>mentor|наставнические пары>mentee")]
    [InlineData("все сотрудники ДОУ", "все сотрудники ДОУ>institution:все сотрудники ДОУ")]
    public void Read_Posts_GivesEachItsRole(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', ResponsibleReader.Read(text).Select(one => $"{one.Text}>{one.Role}")));

    [Theory]
    [InlineData("Юдина И.А.", "|Юдина И.А.")]
    [InlineData("Юдина И.А", "|Юдина И.А")]
    [InlineData("И.А. Юдина", "|И.А. Юдина")]
    [InlineData("Куратор Токарь А.Н.", "curator|Токарь А.Н.")]
    [InlineData("Директор Воронцов А.Б.", "director|Воронцов А.Б.")]
    [InlineData("Юрьева Н.Н./ Колчин С.Т.", "|Юрьева Н.Н.;|Колчин С.Т.")]
    [InlineData("Иванова-Петрова А. П., методист Кац Л. М.", "|Иванова-Петрова А. П.;institution:методист|Кац Л. М.")]
    [InlineData("Токарь А.Н., куратор; Серова О.П., педагог-психолог", "curator|Токарь А.Н.;institution:педагог-психолог|Серова О.П.")]
    [InlineData("куратор (Токарь А.Н.)", "curator|Токарь А.Н.")]
    [InlineData("Юдина Ирина Александровна", "|Юдина Ирина Александровна")]
    public void Read_Names_KeepsThemAsWritten(string text, string expected) =>
        Assert.Equal(expected, string.Join(';', ResponsibleReader.Read(text).Select(one => $"{one.Role}|{one.Person}")));

    [Fact]
    public void Read_InitialsAtTheEnd_KeepTheirDot() =>
        Assert.Equal(["Юрьева Н.Н.", "Колчин С.Т."], ResponsibleReader.Read("Юрьева Н.Н./ Колчин С.Т.").Select(one => one.Text));

    [Theory]
    [InlineData("Определяется ОО")]
    [InlineData("Определяется образовательной организацией")]
    [InlineData("по назначению директора")]
    [InlineData("______")]
    public void Read_NobodyNamed_GivesNoRoleButADoubt(string text)
    {
        Responsible one = Assert.Single(ResponsibleReader.Read(text));
        Assert.Null(one.Role);
        Assert.Null(one.Person);
        Assert.NotNull(one.Doubt);
    }

    [Theory]
    [InlineData("то же", true)]
    [InlineData("–//–", true)]
    [InlineData("-", true)]
    [InlineData("куратор", false)]
    public void RepeatsAbove_KnowsTheMarks(string text, bool expected)
    {
        Assert.Equal(expected, ResponsibleReader.RepeatsAbove(text));
        Assert.Equal(expected, ResponsibleReader.Read(text).Count == 0);
    }

    [Fact]
    public void Read_LongListAfterColon_GivesEveryone()
    {
        IReadOnlyList<Responsible> all = ResponsibleReader.Read("Директор, кураторы направлений программы наставничества: заместитель директора, начальник учебно-методического отдела, председатели предметно-цикловых комиссий.");
        Assert.Equal(["director", "curator", "deputy", "institution:начальник учебно-методического отдела", "methodical-association"], all.Select(one => one.Role));
    }

    [Fact]
    public void IsAnyOf_Or_MeansOneIsEnough()
    {
        Assert.True(ResponsibleReader.IsAnyOf("директор или заместитель"));
        Assert.False(ResponsibleReader.IsAnyOf("директор, заместитель"));
    }
}
