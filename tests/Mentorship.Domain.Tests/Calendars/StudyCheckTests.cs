using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Institutions;

namespace Mentorship.Domain.Tests.Calendars;

public sealed class StudyCheckTests
{
    private static readonly SchoolYear Year = new(2026);

    private static StudyTerm Term(TermKind kind, int number, string from, string to) => new(kind, number, new DateWindow(DateOnly.Parse(from), DateOnly.Parse(to)));

    private static string? Check(params StudyTerm[] terms) => StudyCheck.Of(new StudyCalendar(Year, terms))?.Code;

    [Fact]
    public void Of_WhatSchoolsHave_IsRight()
    {
        Assert.Null(Check());
        Assert.Null(Check(Term(TermKind.Holidays, 9, "2026-10-26", "2026-11-02")));
        // By modules: holidays inside a term.
        Assert.Null(Check(Term(TermKind.Semester, 1, "2026-09-01", "2026-12-30"), Term(TermKind.Semester, 2, "2027-01-11", "2027-06-30"), Term(TermKind.Holidays, 9, "2026-10-05", "2026-10-11"),
            Term(TermKind.Holidays, 9, "2026-11-16", "2026-11-22"), Term(TermKind.Holidays, 12, "2026-12-31", "2027-01-10")));
    }

    [Theory]
    [InlineData("2026-09-01", "2026-08-01", "2027-01-11", "2027-05-26", "TermReversed")]
    [InlineData("2026-08-25", "2026-12-30", "2027-01-11", "2027-05-26", "TermOutsideYear")]
    [InlineData("2026-09-01", "2026-12-30", "2027-01-11", "2027-09-01", "TermOutsideYear")]
    [InlineData("2026-09-01", "2027-01-11", "2027-01-11", "2027-05-26", "TermsOverlap")]
    [InlineData("2027-01-11", "2027-05-26", "2026-09-01", "2026-12-30", "TermsOverlap")]
    public void Of_TermsThatCannotBe_SaysWhichAndWhy(string from1, string to1, string from2, string to2, string code)
    {
        Refusal refusal = StudyCheck.Of(new StudyCalendar(Year, [Term(TermKind.Semester, 1, from1, to1), Term(TermKind.Semester, 2, from2, to2)]))!;
        Assert.Equal(code, refusal.Code);
        Assert.Contains("семестр", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_IncompleteOrMixedTerms_IsRefused()
    {
        StudyTerm first = Term(TermKind.Quarter, 1, "2026-09-01", "2026-10-25"), second = Term(TermKind.Quarter, 2, "2026-11-03", "2026-12-28");
        Assert.Equal("TermMissing", Check(first, second));
        Assert.Equal("TermMissing", Check(first, second, Term(TermKind.Quarter, 2, "2027-01-11", "2027-03-20"), Term(TermKind.Quarter, 4, "2027-04-01", "2027-05-20")));
        Assert.Equal("TermsMixed", Check(first, Term(TermKind.Trimester, 2, "2026-12-01", "2027-02-28")));
    }

    [Theory]
    [InlineData("2026-12-30", "2027-01-10")]
    [InlineData("2026-12-31", "2027-01-11")]
    [InlineData("2026-08-31", "2026-09-02")]
    [InlineData("2026-09-01", "2026-09-06")]
    public void Of_HolidaysOverTheEdgeOfATerm_IsRefused(string from, string to) => Assert.Equal(from[..7] == "2026-08" ? "TermOutsideYear" : "HolidaysCrossTerm",
        Check(Term(TermKind.Semester, 1, "2026-09-01", "2026-12-30"), Term(TermKind.Semester, 2, "2027-01-11", "2027-05-26"), Term(TermKind.Holidays, 12, from, to)));

    [Fact]
    public void Of_HolidaysThatOverlap_IsRefused() => Assert.Equal("HolidaysOverlap", Check(Term(TermKind.Holidays, 9, "2026-10-26", "2026-11-02"), Term(TermKind.Holidays, 9, "2026-11-02", "2026-11-08")));

    /// <summary>Whatever the year, the division and the week: a usual schedule needs no mending, and its phrases have days.</summary>
    [Fact]
    public void UsualSchedule_IsAlwaysRight() => Prop.ForAll(Gen.Choose(2020, 2090).ToArbitrary(), Gen.Elements<TermKind?>(TermKind.Quarter, TermKind.Trimester, TermKind.Semester, null).ToArbitrary(), ArbMap.Default.ArbFor<bool>(), (year, kind, saturdays) =>
    {
        StudyCalendar usual = UsualStudyYear.Of(new SchoolYear(year), kind, new WorkingDays(new HashSet<DateOnly>(), new HashSet<DateOnly>(), saturdays));
        Assert.Null(StudyCheck.Of(usual));
        DeadlineContext context = new() { SchoolYear = new SchoolYear(year), Calendar = new InstitutionCalendar(WorkingDays.ByRule, usual) };
        foreach (StudyTerm term in usual.Terms)
        {
            Assert.Equal(term.Window, DeadlineReader.Read(StudyWords.Of(term), context) is { From: { } from, To: { } to } ? new DateWindow(from, to) : default);
            Assert.Equal(term.Window.To, DeadlineReader.Read($"до конца {StudyWords.Genitive(term)}", context).To);
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(InstitutionKind.Kindergarten, null)]
    [InlineData(InstitutionKind.School, TermKind.Quarter)]
    [InlineData(InstitutionKind.College, TermKind.Semester)]
    public void KindOf_AnInstitution(InstitutionKind institution, TermKind? kind) => Assert.Equal(kind, UsualStudyYear.KindOf(institution));

    [Fact]
    public void Terms_AsJson_ComeBack()
    {
        StudyTerm term = Term(TermKind.Trimester, 2, "2026-12-01", "2027-02-28");
        string json = JsonSerializer.Serialize(term);
        Assert.Contains("\"Trimester\"", json, StringComparison.Ordinal);
        Assert.Equal(term, JsonSerializer.Deserialize<StudyTerm>(json));
    }
}
