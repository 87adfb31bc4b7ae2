using FsCheck;
using FsCheck.Fluent;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;

namespace Mentorship.Domain.Tests.Deadlines;

public sealed class DeadlineReaderProperties
{
    private static readonly string[] Words =
    [
        "до", "с", "по", "к", "не позднее", "не ранее", "в течение", "раз", "раза", "в", "на", "и", ",", "-", "–", "/", "(", ")", "1", "2", "5", "15", "30", "31", "I", "II", "Ш",
        "сентября", "октябрь", "август", "феврале", "мая", "2024", "2024-2025", "2021-2024", "года", "гг.", "уч. года", "15.09", "31.06.2025", "15.09.2024", "09.2024", "14:45", "19.00",
        "первая", "последняя", "третья", "пятница", "средам", "неделя", "декада", "половина", "месяца", "квартал", "полугодие", "четверть", "каникулы", "год", "учебный", "период", "рабочих дней",
        "ежегодно", "ежемесячно", "еженедельно", "каждый", "постоянно", "далее", "по мере", "после", "конец", "начало", "середина", "осень", "летний", "числа", "следующего за отчетным",
        "дд.мм.гггг", "__", "😀", "\n", "\u00A0", "то же", "график", "план", "№ 5", "подписания", "включительно",
    ];

    private static Arbitrary<string> Phrases =>
        Gen.Elements(Words).ListOf(14).Select(words => string.Join(' ', words)).ToArbitrary();

    private static readonly DeadlineContext Year2024 = new() { SchoolYear = new SchoolYear(2024), ActivityText = "Издание приказа (до 10 сентября)" };

    [Fact]
    public void Read_WhateverTheText_DoesNotThrowAndKeepsIt() =>
        Check.QuickThrowOnFailure(Prop.ForAll<string?>(text => KeepsText(text, DeadlineReader.Read(text, new DeadlineContext()))));

    [Fact]
    public void Read_WhateverThePhrase_GivesAWindowThatBeginsBeforeItEnds() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Phrases, phrase =>
        {
            Deadline read = DeadlineReader.Read(phrase, Year2024);
            return KeepsText(phrase, read) && Ordered(read) && ShapeFitsKind(read) && ReasonIsGiven(read);
        }));

    [Theory]
    [InlineData("сентябрь ")]
    [InlineData("1 и 2, ")]
    [InlineData("с 1 по ")]
    [InlineData("\n")]
    [InlineData("I-II ")]
    [InlineData("😀")]
    [InlineData("1.1.1.1-")]
    public void Read_WhenTheCellIsTenThousandCharactersLong_AsksAPerson(string part)
    {
        string text = string.Concat(Enumerable.Repeat(part, 10_000 / part.Length));
        Assert.Equal(DeadlineKind.Unresolved, DeadlineReader.Read(text, Year2024).Kind);
    }

    [Theory]
    [InlineData("\uD800")]
    [InlineData("сентябрь \uDC00 2024")]
    public void Read_WhenTheTextIsBrokenUnicode_DoesNotThrow(string text) => Assert.Equal(text, DeadlineReader.Read(text, Year2024).Text);

    private static bool KeepsText(string? text, Deadline read) =>
        read.Text == string.Join(' ', (text ?? "").Split(default(char[]?), StringSplitOptions.RemoveEmptyEntries));

    private static bool Ordered(Deadline read) =>
        (read.From is null || read.To is null || read.From <= read.To) && (read.Parts ?? []).All(p => p.From <= p.To);

    private static bool ShapeFitsKind(Deadline read) => read.Kind switch
    {
        DeadlineKind.Day => read.From is not null && read.From == read.To,
        DeadlineKind.By => read.From is null && read.To is not null,
        DeadlineKind.Range => read.From is not null && read.To is not null,
        DeadlineKind.Since => read.From is not null && read.To is null,
        DeadlineKind.Multi => read.Parts is { Count: > 0 },
        DeadlineKind.Recurring => read.Recurrence is not null && read.From is not null,
        DeadlineKind.Continuous => read.From is not null,
        _ => read.From is null && read.To is null && read.Recurrence is null,
    };

    private static bool ReasonIsGiven(Deadline read) =>
        read.Kind is not (DeadlineKind.Unresolved or DeadlineKind.Template) || !string.IsNullOrWhiteSpace(read.Doubt);
}
