using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;

namespace Mentorship.Domain.Tests.Deadlines;

public sealed class DeadlineDoubtTests
{
    private static readonly DeadlineContext Year2024 = new() { SchoolYear = new SchoolYear(2024) };

    [Theory]
    [InlineData("ежегодно")]
    [InlineData("к 2024 году")]
    [InlineData("до 2024г.")]
    [InlineData("август")]
    [InlineData("начало сентября")]
    [InlineData("середина октября")]
    [InlineData("конец мая")]
    [InlineData("дд.мм.гггг")]
    [InlineData("Сентябрь 2024 На постоянной основе")]
    [InlineData("сентябпь")]
    [InlineData("в течение 10 дней")]
    [InlineData("до мая")]
    [InlineData("2-3 раза в год")]
    [InlineData("привет")]
    public void Read_WhenAPersonShouldLook_SaysWhy(string phrase) => Assert.False(string.IsNullOrEmpty(DeadlineReader.Read(phrase, Year2024).Doubt));

    [Theory]
    [InlineData("сентябрь")]
    [InlineData("до 15 сентября")]
    [InlineData("В течение учебного года")]
    [InlineData("ежемесячно")]
    [InlineData("август - сентябрь")]
    [InlineData("2 мая 2024 в 14:45 коворкинг центр «Атмосфера»")]
    [InlineData("август 2024 (педсовет)")]
    [InlineData("последняя неделя мая")]
    [InlineData("по завершению персонализированной программы наставничества")]
    [InlineData("в течение 3 рабочих дней со дня подписания")]
    public void Read_WhenTheMeaningIsPlain_AsksNothing(string phrase) => Assert.Null(DeadlineReader.Read(phrase, Year2024).Doubt);

    [Theory]
    [InlineData(true, false, null, "2024-08-01", false)]
    [InlineData(false, false, "сентябрь", "2024-08-01", false)]
    [InlineData(false, true, null, "2025-08-01", false)]
    [InlineData(false, false, "май", "2024-08-01", true)]
    public void Read_WhenAugustHasNoYear_GoesByThePlaceOfTheRow(bool firstStage, bool lastRow, string? next, string from, bool doubt)
    {
        Deadline read = DeadlineReader.Read("август", Year2024 with { Place = new RowPlace(firstStage, lastRow, next) });
        Assert.Equal((from, doubt), ($"{read.From:yyyy-MM-dd}", read.Doubt is not null));
    }

    [Fact]
    public void Read_WhenTheActivityNamesATighterDeadline_ProposesItAndKeepsTheCell()
    {
        Deadline read = DeadlineReader.Read("июль - август 2015", new DeadlineContext { SchoolYear = new SchoolYear(2014), ActivityText = "Издание приказа (в срок до 10 августа 2015 года)" });
        Assert.Equal(new DateOnly(2015, 8, 31), read.To);
        Assert.Contains("10.08.2015", read.Doubt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("–//–")]
    [InlineData("то же")]
    public void Read_WhenTheCellRepeatsTheRowAbove_TakesItsMeaningAndKeepsItsOwnText(string text)
    {
        Deadline above = DeadlineReader.Read("октябрь", Year2024);
        Deadline read = DeadlineReader.Read(text, Year2024 with { Place = new RowPlace(Above: above) });
        Assert.Equal((text, DeadlineKind.Range, above.To), (read.Text, read.Kind, read.To));
        Assert.Contains("октябрь", read.Doubt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("сентя\nбрь 2024", "2024-09-30")]
    [InlineData("сен-\nтябрь 2024", "2024-09-30")]
    [InlineData("Сентябрь\n2024", "2024-09-30")]
    public void Read_WhenALineEndCutsTheCell_ReadsItAsOne(string text, string to) => Assert.Equal(to, $"{DeadlineReader.Read(text, Year2024).To:yyyy-MM-dd}");
}
