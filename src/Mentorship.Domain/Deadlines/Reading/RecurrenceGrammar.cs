namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>Reads what repeats: «ежемесячно», «2 раза в год», «по четвергам», «третья среда месяца», «до 5 числа».</summary>
internal static class RecurrenceGrammar
{
    public static Repeat? Read(Cursor cursor) =>
        cursor.Try(Adverb) ?? cursor.Try(Times) ?? cursor.Try(Each) ?? cursor.Try(NthWeekdayOfMonth) ?? cursor.Try(ByWeekdays)
        ?? cursor.Try(MonthDay) ?? cursor.Try(ByPeriods) ?? cursor.Try(EndOfEach) ?? cursor.Try(PartOfMonth) ?? cursor.Try(BareWeekdays) ?? cursor.Try(Following);

    private static Repeat? Adverb(Cursor cursor)
    {
        if (cursor.TakeAny("ежемесяч*", "помесячно")) return new Repeat(Frequency.Monthly);
        if (cursor.TakeAny("ежекварт*", "поквартал*")) return new Repeat(Frequency.Quarterly);
        if (cursor.TakeAny("еженедел*", "понедельно")) return new Repeat(Frequency.Weekly);
        if (cursor.TakeAny("ежеднев*")) return new Repeat(cursor.TakeAny("по будням", "по рабочим дням", "в рабочие дни") ? Frequency.Weekly : Frequency.Daily) is { Frequency: Frequency.Weekly } work
            ? work with { Weekdays = WorkWeek } : new Repeat(Frequency.Daily);
        if (cursor.TakeAny("ежегод*", "из года в год")) return new Repeat(Frequency.Yearly) { EveryYear = true };
        if (cursor.TakeAny("ежеполуг*", "раз в полгода")) return new Repeat(Frequency.HalfYearly);
        if (cursor.TakeAny("ежечетверт*", "ежетриместр*", "ежесеместр*")) return new Repeat(Frequency.Term);
        if (cursor.TakeAny("по будням", "по рабочим дням", "в рабочие дни", "по будним дням")) return new Repeat(Frequency.Weekly) { Weekdays = WorkWeek };
        return null;
    }

    private static readonly (int, DayOfWeek)[] WorkWeek =
        [(0, DayOfWeek.Monday), (0, DayOfWeek.Tuesday), (0, DayOfWeek.Wednesday), (0, DayOfWeek.Thursday), (0, DayOfWeek.Friday)];

    /// <summary>«не реже 1 раза в месяц», «раз в две недели», «дважды в год», «2-3 раза в год».</summary>
    private static Repeat? Times(Cursor cursor)
    {
        cursor.TakeAny("не реже чем", "не реже", "не менее чем", "не менее", "минимум", "хотя бы", "как минимум", "не более");
        int least = 1, most = 1;
        if (cursor.Take("дважды")) least = most = 2;
        else if (cursor.Take("трижды")) least = most = 3;
        else if (!cursor.TakeAny("однократно", "единожды"))
        {
            if (cursor.Is(TokenKind.Number)) { cursor.Take(TokenKind.Number, out Token number); least = most = number.Value; }
            if (cursor.Take(TokenKind.Dash)) { if (!cursor.Take(TokenKind.Number, out Token upTo)) return null; most = upTo.Value; }
            cursor.Take(TokenKind.Dash);
            if (cursor.TakeAny("ого", "го")) { }
            if (!cursor.TakeAny("раз", "раза", "разу", "разов") && !(cursor.Peek(-1).Kind == TokenKind.Number && cursor.Take("р"))) return null;
        }
        if (!cursor.Take(TokenKind.Slash) && !cursor.TakeAny("в", "за", "на", "во", "каждый", "каждую", "каждое", "каждые")) return null;
        cursor.TakeAny("течение", "каждый", "каждую", "каждое", "каждые", "один", "одну");
        int interval = cursor.Take(TokenKind.Number, out Token every) ? every.Value : 1;
        if (least is < 1 or > 100 || interval is < 1 or > 60 || TakeUnit(cursor) is not { } unit) return null;
        return Counted(unit, interval, least) with { Doubt = least == most ? null : $"Названо число раз от {least} до {most}; взято наименьшее. Проверьте." };
    }

    private static Repeat Counted(Frequency unit, int interval, int count) =>
        unit == Frequency.HalfYearly && interval > 1 ? new Repeat(Frequency.Yearly) { Interval = Math.Max(1, interval / 2), Count = count }
        : unit == Frequency.Quarterly && interval > 1 ? new Repeat(Frequency.Monthly) { Interval = 3 * interval, Count = count }
        : new Repeat(unit) { Interval = interval, Count = count };

    private static Frequency? TakeUnit(Cursor cursor)
    {
        if (cursor.TakeAny("день", "дня", "дней", "сутки")) return Frequency.Daily;
        if (cursor.TakeAny("недел*", "нед")) return Frequency.Weekly;
        if (cursor.TakeAny("месяц*", "мес")) return Frequency.Monthly;
        if (cursor.TakeAny("квартал*", "кв")) return Frequency.Quarterly;
        if (cursor.TakeAny("полуг*")) return Frequency.HalfYearly;
        if (cursor.TakeAny("четверт*", "триместр*", "семестр*", "учебную четверт*", "учебный семестр*", "учебный триместр*")) return Frequency.Term;
        if (cursor.TakeAny("учебный год", "учебного года", "календарный год", "год", "года", "лет", "году", "г", "весь период", "период", "срок")) return Frequency.Yearly;
        return null;
    }

    /// <summary>«каждый месяц», «каждую пятницу», «каждый второй вторник месяца», «каждые две недели».</summary>
    private static Repeat? Each(Cursor cursor)
    {
        if (!cursor.Take("кажд*")) return null;
        if (cursor.Try(NthWeekdayOfMonth) is { } nth) return nth;
        if (cursor.Try(Weekdays) is { } days) return new Repeat(Frequency.Weekly) { Weekdays = days };
        if (cursor.Is(TokenKind.Month)) return new Repeat(Frequency.Yearly) { EveryYear = true };
        bool counted = cursor.Take(TokenKind.Number, out Token number);
        if (counted && cursor.TakeAny("числа", "число")) { cursor.TakeAny("месяца"); return new Repeat(Frequency.Monthly) { MonthDays = [number.Value] }; }
        if (counted && number.Value == -1 && cursor.TakeAny("недел*", "день")) { cursor.Take("месяца"); return new Repeat(Frequency.Monthly); }
        if (counted && number is { Ordinal: true, Value: 1 } && cursor.Take("недел*")) { cursor.Take("месяца"); return new Repeat(Frequency.Monthly) { Weekdays = [(1, DayOfWeek.Sunday)] }; }
        if (TakeUnit(cursor) is not { } unit || (counted && number.Value < 1)) return null;
        return Counted(unit, counted ? number.Value : 1, 1) with { EveryYear = unit == Frequency.Yearly && !counted };
    }

    /// <summary>«третья среда месяца», «1-й и 3-й вторник месяца», «последняя пятница каждого месяца».</summary>
    private static Repeat? NthWeekdayOfMonth(Cursor cursor)
    {
        cursor.TakeAny("в", "во");
        List<(int, DayOfWeek)> found = [];
        List<int> pending = [];
        while (cursor.Take(TokenKind.Number, out Token nth) && nth.Value is -1 or >= 1 and <= 5)
        {
            pending.Add(nth.Value);
            if (cursor.Take(TokenKind.Weekday, out Token day)) { found.AddRange(pending.Select(n => (n, (DayOfWeek)day.Value))); pending.Clear(); }
            if (cursor.SeesAny("месяц*", "кажд*") || !cursor.TakeSeparator()) break;
        }
        if (found.Count == 0 || pending.Count > 0) return null;
        cursor.TakeAny("каждого", "в");
        bool each = cursor.TakeAny("месяц*") || cursor.Peek(-1).Text == "каждого";
        // «третья среда октября» is a day.
        return cursor.Is(TokenKind.Month) ? null : new Repeat(each ? Frequency.Monthly : Frequency.None) { Weekdays = found };
    }

    /// <summary>«последняя неделя месяца», «последний день каждого месяца», «первая неделя месяца».</summary>
    private static Repeat? PartOfMonth(Cursor cursor)
    {
        if (!cursor.Take(TokenKind.Number, out Token nth) || nth is not { Ordinal: true, Value: 1 or -1 }) return null;
        bool working = cursor.TakeAny("рабоч*", "учебн*"), week = cursor.TakeAny("недел*");
        if (!week && !cursor.TakeAny("день", "дня", "числа", "число")) return null;
        cursor.TakeAny("каждого");
        if (!cursor.TakeAny("месяц*")) return null;
        Repeat repeat = new(Frequency.Monthly) { Doubt = working ? "«Рабочий день» зависит от производственного календаря. Проверьте даты." : null };
        return nth.Value == -1 ? repeat : week ? repeat with { Weekdays = [(1, DayOfWeek.Sunday)] } : repeat with { MonthDays = [1] };
    }

    /// <summary>«вторник, четверг» without a date.</summary>
    private static Repeat? BareWeekdays(Cursor cursor) =>
        Weekdays(cursor) is { } days && !cursor.Is(TokenKind.Number) && !cursor.Is(TokenKind.Date) && !cursor.Is(TokenKind.Comma) && !cursor.Is(TokenKind.Dash)
            ? new Repeat(Frequency.Weekly) { Weekdays = days, Doubt = "Назван только день недели: понято «каждую неделю». Проверьте повторение." } : null;

    /// <summary>«по четвергам», «по понедельникам и средам».</summary>
    private static Repeat? ByWeekdays(Cursor cursor) =>
        cursor.TakeAny("по") && Weekdays(cursor) is { } days ? new Repeat(Frequency.Weekly) { Weekdays = days } : null;

    private static List<(int, DayOfWeek)>? Weekdays(Cursor cursor)
    {
        List<(int, DayOfWeek)> days = [];
        while (cursor.Take(TokenKind.Weekday, out Token day))
        {
            days.Add((0, (DayOfWeek)day.Value));
            int start = cursor.Position;
            cursor.TakeSeparator();
            cursor.Take("по");
            if (!cursor.Is(TokenKind.Weekday)) { cursor.Position = start; break; }
        }
        return days.Count == 0 ? null : days;
    }

    /// <summary>«15 числа каждого месяца», «не позднее 5 числа месяца, следующего за отчётным», «до 25-го числа».</summary>
    private static Repeat? MonthDay(Cursor cursor)
    {
        cursor.TakeAny("не позднее", "не позже", "в срок до", "до", "к", "по");
        cursor.TakeAny("до");
        List<int> days = [];
        while (cursor.Take(TokenKind.Number, out Token number) && number.Value is >= 1 and <= 31)
        {
            days.Add(number.Value);
            cursor.TakeAny("го", "ого");
            if (cursor.SeesAny("числ*") || !cursor.TakeSeparator()) break;
        }
        if (days.Count == 0 || !cursor.TakeAny("числа", "число", "числу", "чисел", "числам")) return null;
        if (cursor.Is(TokenKind.Month)) return null;
        bool each = cursor.TakeAny("каждого", "ежемесяч*");
        if (cursor.TakeAny("квартала", "каждого квартала")) return new Repeat(Frequency.Quarterly) { MonthDays = days, Following = TakeFollowing(cursor) };
        each |= cursor.TakeAny("месяц*");
        bool following = TakeFollowing(cursor);
        return new Repeat(each || following ? Frequency.Monthly : Frequency.None) { MonthDays = days, Following = following };
    }

    private static bool TakeFollowing(Cursor cursor)
    {
        int start = cursor.Position;
        cursor.Take(TokenKind.Comma);
        cursor.TakeAny("месяц*");
        if (!cursor.TakeAny("следующ*")) { cursor.Position = start; return false; }
        while (cursor.TakeAny("за", "после", "отчетн*", "месяц*", "квартал*", "период*", "полугоди*")) { }
        return true;
    }

    private static Repeat? Following(Cursor cursor) =>
        cursor.SeesAny("месяца следующ*", "следующего за отчетн*") && TakeFollowing(cursor) ? new Repeat(Frequency.None) { Following = true } : null;

    /// <summary>«по полугодиям», «по кварталам».</summary>
    private static Repeat? ByPeriods(Cursor cursor)
    {
        cursor.TakeAny("по итогам", "по окончании", "по завершении", "по результатам");
        cursor.Take("по");
        if (cursor.TakeAny("полугодиям", "полугодий")) return new Repeat(Frequency.HalfYearly);
        if (cursor.TakeAny("кварталам", "кварталов")) return new Repeat(Frequency.Quarterly);
        if (cursor.TakeAny("четвертям", "четвертей", "триместрам", "триместров", "семестрам", "семестров")) return new Repeat(Frequency.Term);
        if (cursor.TakeAny("месяцам")) return new Repeat(Frequency.Monthly);
        return null;
    }

    /// <summary>«по итогам каждого полугодия», «в конце месяца», «по окончании каждой четверти».</summary>
    private static Repeat? EndOfEach(Cursor cursor)
    {
        if (!cursor.TakeAny("по итогам", "по окончании", "по завершении", "по завершению", "по результатам", "в конце", "до конца", "к концу", "в начале", "в течение", "на протяжении")) return null;
        bool start = cursor.Peek(-1).Text == "начале", within = cursor.Peek(-1).Text is "течение" or "протяжении", each = cursor.Take("кажд*");
        if (!each && (within || cursor.Peek(-2).Text is "до" or "к")) return null;
        cursor.TakeAny("учебной", "учебного");
        if (TakeUnit(cursor) is not { } unit) return null;
        if (!each && unit is not (Frequency.Monthly or Frequency.Quarterly or Frequency.HalfYearly or Frequency.Term)) return null;
        Repeat repeat = new(unit) { EveryYear = unit == Frequency.Yearly, Doubt = each ? null : "Не сказано, какой именно период; понято как каждый. Проверьте повторение." };
        return start ? repeat with { MonthDays = unit == Frequency.Monthly ? [10] : [], Doubt = PartMath.Fuzzy } : repeat;
    }
}
