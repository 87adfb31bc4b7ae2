using Mentorship.Domain.Wording;

namespace Mentorship.Domain.Tests.Wording;

public sealed class TitlesTests
{
    [Theory]
    [InlineData("Издать приказ", 80, "Издать приказ")]
    [InlineData("Формирование базы наставников из числа педагогов", 40, "Формирование базы наставников из числа…")]
    [InlineData("Провести встречу наставников и наставляемых", 31, "Провести встречу наставников…")]
    [InlineData("Составить план («дорожную карту»), утвердить", 24, "Составить план…")]
    [InlineData("Самонаставничествоорганизация", 10, "Самонаста…")]
    public void Brief_OfATitleTooLong_KeepsWholeWords(string title, int longest, string brief) => Assert.Equal(brief, Titles.Brief(title, longest));

    [Fact]
    public void Brief_WhereASignOfTwoHalvesStandsAtTheEnd_DoesNotPartThem() => Assert.Equal("абв…", Titles.Brief("абв\U0001F600где", 5));

    [Fact]
    public void Quoted_WithQuotesInside_TurnsThemIntoTheOtherKind() => Assert.Equal("«Пары „учитель – ученик“»", Titles.Quoted("Пары «учитель – ученик»"));
}
