using System.Diagnostics;
using Mentorship.Domain.Documents.Comparing;

namespace Mentorship.Domain.Tests.Documents.Comparing;

public sealed class WordComparisonTests
{
    [Theory]
    [InlineData("Сдать отчёт до 15 сентября.", "Сдать отчёт до 20 октября.", "Сдать отчёт до [-15 сентября-][+20 октября+].")]
    [InlineData("Выплатить 12 000 рублей", "Выплатить 12 500 рублей", "Выплатить [-12 000-][+12 500+] рублей")]
    [InlineData("Провести 15.09.2026 собрание", "Провести 16.09.2026 собрание", "Провести [-15.09.2026-][+16.09.2026+] собрание")]
    [InlineData("Назначить Петрова И.И. куратором", "Назначить Петрова И. И. куратором", "Назначить Петрова И. И. куратором")]
    [InlineData("Собрать заявки", "Собрать все заявки в школе", "Собрать [+все+] заявки [+в школе+]")]
    [InlineData("Собрать все заявки", "Собрать заявки", "Собрать [-все-] заявки")]
    [InlineData("", "Новый текст", "[+Новый текст+]")]
    [InlineData("Старый текст", "", "[-Старый текст-]")]
    public void Between_MarksWhatWentAndWhatCame(string before, string after, string expected) => Assert.Equal(expected, Told(before, after));

    [Theory]
    [InlineData("приказ №\u00A012 –  «О парах»", "приказ № 12 - \"О парах\"")]
    [InlineData("наставни\u00ADки\u200B и\tпары", "наставники и\r\nпары")]
    [InlineData("12\u00A0500 рублей", "12500 рублей")]
    [InlineData("учебно\u2011воспитательной", "учебно-воспитательной")]
    [InlineData("Й", "И\u0306")]
    public void Between_WhenOnlyTypographyDiffers_SaysTheSame(string before, string after) =>
        Assert.Equal(PieceKind.Same, Assert.Single(WordComparison.Between(before, after)).Kind);

    [Theory]
    [InlineData("Семенов", "Семёнов")]
    [InlineData("приказ", "Приказ")]
    [InlineData("до 15", "до 15 включительно")]
    [InlineData("№ 12", "№ 12/1")]
    [InlineData("не позднее", "позднее")]
    [InlineData("10.5", "105")]
    [InlineData("2026 100", "2026100")]
    public void Between_WhenAWordDiffers_IsNeverTheSame(string before, string after) =>
        Assert.Contains(WordComparison.Between(before, after), piece => piece.Kind != PieceKind.Same);

    [Fact]
    public void Between_WhenTheTextsShareOnlyCrumbs_TellsThemWhole() => Assert.Equal(
        "[-Куратору и рабочей группе в срок собрать заявки на участие-][+Бухгалтерии начислить премию в декабре и январе всем наставникам+]",
        Told("Куратору и рабочей группе в срок собрать заявки на участие", "Бухгалтерии начислить премию в декабре и январе всем наставникам"));

    [Fact]
    public void Between_ReadBack_GivesBothTexts()
    {
        Random random = new(20260915);
        string[] words = ["куратор", "до", "15", "сентября", ",", "пара", "и", "план", "№", "12/1", "."];
        for (int i = 0; i < 400; i++)
        {
            string before = Some(random, words), after = Some(random, words);
            IReadOnlyList<TextPiece> pieces = WordComparison.Between(before, after);
            Assert.Equal(Letters(before), Letters(string.Concat(pieces.Where(p => p.Kind is PieceKind.Same or PieceKind.Gone).Select(p => p.Text))));
            Assert.Equal(Letters(after), Letters(string.Concat(pieces.Where(p => p.Kind is PieceKind.Same or PieceKind.Come).Select(p => p.Text))));
        }
    }

    [Fact]
    public void Between_ThirtyThousandWords_TakesBoundedTime()
    {
        string text = string.Join(' ', Enumerable.Range(0, 30_000).Select(i => $"слово{i % 700}")), other = string.Join(' ', Enumerable.Range(0, 30_000).Select(i => $"слово{i * 7 % 691}"));
        Stopwatch watch = Stopwatch.StartNew();
        Assert.NotEmpty(WordComparison.Between(text, other));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public void Fold_LeavesALineOfContextAroundAChange()
    {
        string long1 = string.Join(' ', Enumerable.Range(1, 40).Select(i => $"а{i}")), long2 = string.Join(' ', Enumerable.Range(1, 40).Select(i => $"б{i}"));
        IReadOnlyList<TextPiece> folded = Folding.Fold(WordComparison.Between($"{long1} было {long2}", $"{long1} стало {long2}"));
        Assert.Equal("… а35 а36 а37 а38 а39 а40 [-было-][+стало+] б1 б2 б3 б4 б5 б6 …", Words(folded));
    }

    [Fact]
    public void Fold_CutsALongChangeOnlyWhereAsked()
    {
        string addition = string.Join(' ', Enumerable.Repeat("добавка", 400));
        IReadOnlyList<TextPiece> pieces = WordComparison.Between("Итого", "Итого " + addition);
        Assert.Equal(addition, Folding.Fold(pieces)[^1].Text);
        Assert.InRange(Folding.Fold(pieces, 200)[^1].Text.Length, 150, 210);
    }

    private static string Some(Random random, string[] words) => string.Join(' ', Enumerable.Range(0, random.Next(0, 25)).Select(_ => words[random.Next(words.Length)]));

    private static string Letters(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));

    private static string Told(string before, string after) => Words(WordComparison.Between(before, after));

    private static string Words(IEnumerable<TextPiece> pieces)
    {
        string told = "";
        PieceKind? last = null;
        foreach (TextPiece piece in pieces)
        {
            // What came stands close to what went.
            string blank = piece.Spaced && told.Length > 0 && !(piece.Kind == PieceKind.Come && last == PieceKind.Gone) ? " " : "";
            told += blank + piece.Kind switch { PieceKind.Gone => $"[-{piece.Text}-]", PieceKind.Come => $"[+{piece.Text}+]", _ => piece.Text };
            last = piece.Kind;
        }
        return told;
    }
}
