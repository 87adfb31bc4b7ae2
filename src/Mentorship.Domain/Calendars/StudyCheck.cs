using Mentorship.Domain.Wording;

namespace Mentorship.Domain.Calendars;

/// <summary>Whether a study schedule can be: each of its periods lies in its year and in its place.</summary>
public static class StudyCheck
{
    /// <summary>The first thing to mend; null when it can be.</summary>
    public static Refusal? Of(StudyCalendar schedule)
    {
        foreach (StudyTerm term in schedule.Terms)
        {
            if (term.Window.To < term.Window.From) return new("TermReversed", $"{Named(term)}: последний день раньше первого. Поменяйте даты местами или исправьте их.");
            if (term.Window.From < schedule.Year.From || term.Window.To > schedule.Year.To)
                return new("TermOutsideYear", $"{Named(term)} ({RussianDate.Range(term.Window)}): дни вне {schedule.Year} учебного года (с 1 сентября {schedule.Year.FirstYear} по 31 августа {schedule.Year.SecondYear}). Проверьте год.");
        }
        return OfTerms(schedule) ?? OfHolidays(schedule);
    }

    private static Refusal? OfTerms(StudyCalendar schedule)
    {
        List<StudyTerm> terms = [.. schedule.Terms.Where(t => t.Kind != TermKind.Holidays)];
        if (terms.Count == 0) return null;
        if (terms.Select(t => t.Kind).Distinct().Count() > 1) return new("TermsMixed", "В одном учебном году могут быть либо четверти, либо триместры, либо семестры. Оставьте что-то одно.");
        TermKind kind = terms[0].Kind;
        int count = StudyWords.CountOf(kind);
        if (Enumerable.Range(1, count).FirstOrDefault(n => terms.Count(t => t.Number == n) != 1) is > 0 and var missing)
            return new("TermMissing", $"{Named(new StudyTerm(kind, missing, default))}: даты не указаны. Заполните все периоды года или выберите «занятия не делятся на периоды».");
        List<StudyTerm> inOrder = [.. terms.OrderBy(t => t.Number)];
        foreach ((StudyTerm before, StudyTerm after) in inOrder.Zip(inOrder.Skip(1)))
            if (after.Window.From <= before.Window.To)
                return new("TermsOverlap", $"{Named(after)} начинается {RussianDate.Day(after.Window.From)}, а {StudyWords.Of(before)} кончается только {RussianDate.Day(before.Window.To)}. Исправьте одну из дат.");
        return null;
    }

    /// <summary>Holidays may lie inside a term (by modules they do), but not across its edge: a day cannot both end a term and rest.</summary>
    private static Refusal? OfHolidays(StudyCalendar schedule)
    {
        List<StudyTerm> holidays = [.. schedule.Terms.Where(t => t.Kind == TermKind.Holidays).OrderBy(t => t.Window.From)];
        foreach ((StudyTerm before, StudyTerm after) in holidays.Zip(holidays.Skip(1)))
            if (after.Window.From <= before.Window.To)
                return new("HolidaysOverlap", $"{Named(after)} начинаются {RussianDate.Day(after.Window.From)}, а {StudyWords.Of(before)} кончаются только {RussianDate.Day(before.Window.To)}. Исправьте одну из дат.");
        foreach (StudyTerm rest in holidays)
            foreach (StudyTerm term in schedule.Teaching)
                if (rest.Window.From <= term.Window.To && rest.Window.To >= term.Window.From && (rest.Window.From <= term.Window.From || rest.Window.To >= term.Window.To))
                    return new("HolidaysCrossTerm", $"{Named(rest)} ({RussianDate.Range(rest.Window)}) заходят на {StudyWords.Of(term)} ({RussianDate.Range(term.Window)}). Каникулы начинаются на следующий день после занятий; исправьте одну из дат.");
        return null;
    }

    private static string Named(StudyTerm term)
    {
        string words = StudyWords.Of(term);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
