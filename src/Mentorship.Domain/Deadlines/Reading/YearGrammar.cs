using Mentorship.Domain.Calendars;

namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>Reads years: «2024 г.», «2023-2024», «22-23 уч. год», «на 2024-2026 гг.».</summary>
internal static class YearGrammar
{
    /// <summary>Years standing alone or behind a date; the word «год» belongs to them.</summary>
    public static Years? Read(Cursor cursor)
    {
        bool schoolBefore = cursor.TakeAny("учебный", "учебного", "учебном");
        if (!ReadNumbers(cursor, out int first, out int last, out bool full)) return null;
        bool school = schoolBefore | TakeSchoolWord(cursor), plural = false, gg = false, word = false;
        if (!school && !full) { if (!cursor.SeesAny("г", "гг", "год*")) return null; }
        while (!cursor.AtEnd)
        {
            if (cursor.TakeAny("годы", "годов", "годах", "годам", "годами")) plural = word = true;
            else if (cursor.Take("гг")) gg = word = true;
            else if (cursor.TakeAny("год", "года", "году", "годом", "г")) word = true;
            else break;
        }
        school |= TakeSchoolWord(cursor);
        if (last < first) return new Years(first, last, false);
        if (first == last)
            return school
                ? new Years(first, first + 1, true) { Doubt = $"Назван один год: «{first}»; прочитано как {first}-{first + 1} учебный год." }
                : new Years(first, first, false);
        bool follows = last == first + 1;
        bool isSchool = school || (follows ? !plural : !(plural || gg || word));
        return new Years(first, last, isSchool);
    }

    /// <summary>The years behind a month or a day; a pair is a school year.</summary>
    public static Span Apply(Cursor cursor, Span span)
    {
        int start = cursor.Position;
        cursor.Take(TokenKind.Comma);
        if (!cursor.Is(TokenKind.Year) && !cursor.Is(TokenKind.Number)) cursor.Position = start;
        int before = cursor.Position;
        if (Read(cursor) is { } years && years.Last >= years.First && years.Last - years.First <= 1)
        {
            if (years.School || years.Last > years.First) return span with { School = new SchoolYear(years.First) };
            return span with { To = span.To with { Year = years.First }, From = span.From == span.To ? span.To with { Year = years.First } : span.From };
        }
        cursor.Position = before;
        if (ShortYear(cursor) is { } year)
            return span with { To = span.To with { Year = year }, From = span.From == span.To ? span.To with { Year = year } : span.From };
        cursor.Position = start;
        SkipYearWord(cursor);
        return span;
    }

    /// <summary>«сентябрь 24»: two digits behind a whole month are a year when the school year holds it.</summary>
    private static int? ShortYear(Cursor cursor)
    {
        if (!cursor.Is(TokenKind.Number) || cursor.Current is not { Ordinal: false, Value: >= 20 and <= 60 } number || number.Text.Length != 2) return null;
        bool named = cursor.Sees("г", 1) || cursor.Sees("год*", 1);
        SchoolYear? year = cursor.Context.SchoolYear;
        bool held = year is { } known && (2000 + number.Value == known.FirstYear || 2000 + number.Value == known.SecondYear);
        bool closes = cursor.Position > 0 && cursor.Peek(-1).Kind == TokenKind.Month && !cursor.IsAt(1, TokenKind.Month);
        if (!closes || (!named && !held && number.Value <= 31)) return null;
        cursor.Position++;
        SkipYearWord(cursor);
        return 2000 + number.Value;
    }

    private static bool ReadNumbers(Cursor cursor, out int first, out int last, out bool full)
    {
        (first, last, full) = (0, 0, true);
        if (cursor.Take(TokenKind.Year, out Token year))
        {
            first = last = year.Value;
            int start = cursor.Position;
            cursor.TakeAny("г", "год", "года");
            if (!cursor.Take(TokenKind.Dash) && !cursor.Take(TokenKind.Slash) && !cursor.Take("по")) { cursor.Position = start; return true; }
            if (cursor.Take(TokenKind.Year, out Token end)) last = end.Value;
            else if (cursor.Is(TokenKind.Number) && cursor.Current.Text.Length == 2 && IsShort(cursor) && cursor.Take(TokenKind.Number, out end)) last = first / 100 * 100 + end.Value;
            else cursor.Position = start;
            return true;
        }
        full = false;
        if (!cursor.Is(TokenKind.Number) || cursor.Current.Text.Length != 2 || cursor.Current.Ordinal) return false;
        cursor.Take(TokenKind.Number, out Token shortFirst);
        first = last = 2000 + shortFirst.Value;
        if (!cursor.Take(TokenKind.Dash) && !cursor.Take(TokenKind.Slash)) return cursor.SeesAny("уч", "учебн*") && shortFirst.Value >= 15;
        if (!cursor.Take(TokenKind.Number, out Token shortLast) || shortLast.Text.Length != 2) return false;
        last = 2000 + shortLast.Value;
        return last == first + 1 && cursor.SeesAny("уч", "учебн*", "г", "гг", "год*");
    }

    /// <summary>«2024-25» is a pair of years, «2024 - 25 мая» is not.</summary>
    private static bool IsShort(Cursor cursor) => !cursor.IsAt(1, TokenKind.Month) && !cursor.Current.Ordinal;

    private static bool TakeSchoolWord(Cursor cursor) => cursor.TakeAny("уч", "учебн*");

    private static void SkipYearWord(Cursor cursor)
    {
        while (cursor.TakeAny("г", "гг", "год", "года", "году", "годов", "годах", "годы")) { }
    }
}
