using FsCheck;
using FsCheck.Fluent;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;

namespace Mentorship.Domain.Tests.Deadlines;

public sealed class YearShiftTests
{
    private static ShiftedText Shift(string text, int from, int to) =>
        YearShift.Shift(text, DeadlineReader.Read(text, new DeadlineContext { SchoolYear = new SchoolYear(from) }), new SchoolYear(from), new SchoolYear(to), InstitutionCalendar.ByRule);

    [Theory]
    [InlineData("Май 2023", "Май 2026")]
    [InlineData("2023-2024", "2026-2027")]
    [InlineData("2023/24 учебный год", "2026/27 учебный год")]
    [InlineData("23-24 уч. год", "26-27 уч. год")]
    [InlineData("«23» августа 2023 г.", "«23» августа 2026 г.")]
    [InlineData("15.09.2023", "15.09.2026")]
    [InlineData("15.09.23", "15.09.26")]
    [InlineData("2023-09-15", "2026-09-15")]
    [InlineData("сентябрь 23", "сентябрь 26")]
    [InlineData("Август - Сентябрь 2023г", "Август - Сентябрь 2026г")]
    [InlineData("сентябрь 2023 г. - 25 мая 2024 г.", "сентябрь 2026 г. - 25 мая 2027 г.")]
    [InlineData("ежемесячно", "ежемесячно")]
    [InlineData("дд.мм.гггг", "дд.мм.гггг")]
    [InlineData("приказ № 2023", "приказ № 2023")]
    [InlineData("до 15 сентября", "до 15 сентября")]
    public void Shift_MovesTheYearsAndKeepsTheWording(string before, string after) => Assert.Equal(after, Shift(before, 2023, 2026).Text);

    [Theory]
    [InlineData("к концу 2024 года", 2024, 2026)]
    [InlineData("на 2021-2024 гг.", 2021, 2026)]
    [InlineData("29 февраля 2024", 2023, 2026)]
    [InlineData("30.04. (вт)", 2018, 2026)]
    [InlineData("15 сентября 2023", 2023, 2024)]
    public void Shift_WhenTheNewDateNeedsAPerson_SaysSo(string text, int from, int to) => Assert.False(string.IsNullOrEmpty(Shift(text, from, to).Doubt));

    [Theory]
    [InlineData("Май 2023")]
    [InlineData("в течение учебного года")]
    [InlineData("16 сентября 2024")]
    public void Shift_WhenThePhraseIsPlain_AsksNothing(string text) => Assert.Null(Shift(text, 2023, 2024).Doubt);

    private static Arbitrary<string> Dated => Gen.Elements(
        "Май {0}", "{0}-{1}", "{0}/{3} уч. год", "до 15.09.{0}", "с 1 сентября {0} года по 20 мая {1} г.", "в {0}-{1} годах", "15.09.{2}", "{2}-{3} уч. г.", "II полугодие {0}/{1}", "Август {0} года, август {1} года")
        .SelectMany(form => Gen.Choose(2005, 2040).Select(y => string.Format(form, y, y + 1, (y % 100).ToString("D2"), ((y + 1) % 100).ToString("D2")))).ToArbitrary();

    [Fact]
    public void Shift_ThereAndBack_GivesTheTextBack() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Dated, Gen.Choose(-10, 10).ToArbitrary(), (text, by) => YearShift.Move(YearShift.Move(text, by), -by) == text));

    [Fact]
    public void Shift_ByNoYears_IsTheIdentity() =>
        Check.QuickThrowOnFailure(Prop.ForAll<string>(text => Shift(text ?? "", 2024, 2024) == new ShiftedText(text ?? "", null)));

    /// <summary>«До конца I четверти» keeps its words: next year's schedule dates it, and where that is missing a person is told what to enter.</summary>
    [Fact]
    public void Shift_OfATerm_GoesByTheScheduleOfTheNewYear()
    {
        StudyTerm[] Quarters(int year) => [.. UsualStudyYear.Of(new SchoolYear(year), TermKind.Quarter, WorkingDays.ByRule).Terms];
        InstitutionCalendar one = new(WorkingDays.ByRule, new StudyCalendar(new SchoolYear(2026), Quarters(2026))), both = one.With(new StudyCalendar(new SchoolYear(2027), Quarters(2027)));
        Deadline reading = DeadlineReader.Read("до конца I четверти", new DeadlineContext { SchoolYear = new SchoolYear(2026), Calendar = one });
        Assert.Equal(DeadlineKind.By, reading.Kind);

        ShiftedText missing = YearShift.Shift("до конца I четверти", reading, new SchoolYear(2026), new SchoolYear(2027), one), known = YearShift.Shift("до конца I четверти", reading, new SchoolYear(2026), new SchoolYear(2027), both);

        Assert.Equal(("до конца I четверти", "до конца I четверти"), (missing.Text, known.Text));
        Assert.Contains("учебный график на 2027/2028 учебный год", missing.Doubt, StringComparison.Ordinal);
        Assert.Null(known.Doubt);
    }

    [Fact]
    public void Shift_ToADayOfRest_AsksAboutIt()
    {
        InstitutionCalendar own = new(new WorkingDays(new HashSet<DateOnly> { new(2027, 10, 7) }, new HashSet<DateOnly>()));
        Deadline reading = DeadlineReader.Read("до 7 октября 2026", new DeadlineContext { SchoolYear = new SchoolYear(2026) });
        Assert.Contains("нерабочий день (четверг)", YearShift.Shift("до 7 октября 2026", reading, new SchoolYear(2026), new SchoolYear(2027), own).Doubt, StringComparison.Ordinal);
        Assert.Null(YearShift.Shift("до 7 октября 2026", reading, new SchoolYear(2026), new SchoolYear(2027), InstitutionCalendar.ByRule).Doubt);
    }
}
