namespace Mentorship.Domain.Deadlines.Reading;

/// <summary>Reads what has no date of its own: the whole period, an event, a plan or a schedule kept elsewhere.</summary>
internal static class OpenGrammar
{
    private static readonly string[] Always =
    [
        "на постоянной основе", "постоян*", "систематич*", "регулярно", "на регулярной основе", "на системной основе", "непрерывно", "круглогодич*", "круглый год", "бессрочн*", "весь год", "весь учебный год",
        "весь период", "весь срок", "всегда",
    ];

    private static readonly string[] Afterwards =
    [
        "по мере", "по факту", "по запрос*", "по требовани*", "по необходимости", "при необходимости", "по заявк*", "по заявлени*", "по обращени*", "по поступлени*", "по окончани*",
        "по завершени*", "по истечени*", "по результат*", "по итог*", "по готовности", "по достижени*", "по выполнени*", "по прибыти*", "по приказу", "по вызову", "по случаю", "по возникновени*", "после", "сразу после", "при", "в случае", "в день", "в дни", "накануне", "в момент",
        "на момент", "со дня", "с момента", "с даты", "непосредственно", "до начала", "до завершения", "до окончания", "до подписания", "до истечения", "до момента", "до проведения", "к моменту", "перед", "одновременно", "на этапе", "во время", "в рамках", "в ходе", "в процессе", "с начала", "с началом", "к началу", "к окончанию", "к завершению", "к дню", "ко дню",
        "до дня", "до мероприяти*", "немедленно", "незамедлительно",
    ];

    private static readonly string[] Elsewhere =
    [
        "согласно", "в соответствии", "по согласованию", "по договоренности", "по расписани*", "уточня*", "уточнит*", "определя*", "не определен*", "не установлен*", "на усмотрение", "по усмотрению", "по положению", "срок не", "по решению", "срок* уточн*", "дата уточн*", "по возможности", "периодически", "своевременно", "кроме", "за исключением",
    ];

    public static Piece? Read(Cursor cursor) =>
        cursor.Try(WholePeriod) ?? (Piece?)cursor.Try(KnownEnd) ?? cursor.Try(Plan) ?? cursor.Try(Count) ?? cursor.Try(ShortTerm) ?? (Piece?)cursor.Try(Event);

    /// <summary>«в течение всего периода реализации», «на протяжении учебного года», «постоянно», «учебный год».</summary>
    private static Continuous? WholePeriod(Cursor cursor)
    {
        if (cursor.TakeAny(Always)) { TakeOf(cursor); return new Continuous(); }
        if (cursor.TakeAny("учебный год", "в учебном году", "за учебный год", "на учебный год", "срок реализации", "срок действия", "период реализации", "период действия")) { TakeOf(cursor); return new Continuous(); }
        if (!cursor.TakeAny("в течение", "в течении", "в теч", "на протяжении", "на весь", "в период", "за период", "на период", "за весь", "в ходе", "в процессе", "на срок", "во время", "весь")) return null;
        bool adjective = false;
        while (cursor.TakeAny("всего", "весь", "учебного", "учебный", "уч", "текущего", "данного", "календарного", "одного")) adjective = true;
        if (cursor.Is(TokenKind.Year) || cursor.Is(TokenKind.Number)) return null;
        if (cursor.TakeAny("года", "год", "году", "периода", "период", "срока", "срок", "времени", "г", "реализации", "действия") || (adjective && cursor.TakeAny("процесса")))
        { TakeOf(cursor); return new Continuous(); }
        return null;
    }

    private static void TakeOf(Cursor cursor)
    {
        while (cursor.TakeAny("реализации", "действия", "программы", "проекта", "цмн", "модели", "наставничества", "обучения", "работы", "целевой", "системы", "периода", "периоде", "период", "срок", "всего", "дорожной", "карты", "плана", "основе", "мероприятий")) { }
    }

    /// <summary>«по итогам года», «по окончании 1 полугодия»: periods whose last day is known.</summary>
    private static Span? KnownEnd(Cursor cursor)
    {
        if (!cursor.TakeAny("по итогам", "по окончании", "по завершении", "по завершению", "по окончанию", "по результатам", "после окончания", "после завершения")) return null;
        if (cursor.TakeAny("учебного года", "уч года", "уч г") || (cursor.TakeAny("года") && cursor.Peek(-2).Text == "итогам"))
            return YearGrammar.Apply(cursor, PeriodGrammar.SchoolSpan(null)) with { Anchor = Anchor.By };
        if (cursor.Try(PeriodGrammar.ReadYears) is { } years)
            return (years.School ? PeriodGrammar.SchoolSpan(new(years.First)) : PeriodGrammar.CalendarSpan(years.First, years.Last)) with { Anchor = Anchor.By };
        return cursor.Is(TokenKind.Number) && cursor.Try(PeriodGrammar.Read) is [Span span] ? span with { Anchor = Anchor.By } : null;
    }

    private static AskPerson? Plan(Cursor cursor)
    {
        int start = cursor.Position;
        if (!cursor.TakeAny(Elsewhere))
        {
            if (!cursor.Take("по")) return null;
            for (int words = 0; words < 3 && cursor.Is(TokenKind.Word) && !cursor.SeesAny("план*", "график*", "циклограмм*"); words++) cursor.Position++;
            if (!cursor.TakeAny("план*", "график*", "циклограмм*")) { cursor.Position = start; return null; }
        }
        ToClauseEnd(cursor);
        return new AskPerson("Срок определяется другим документом или решением. Укажите дату или период.");
    }

    /// <summary>«в течение 3 рабочих дней», «не позднее 10 дней с …», «за неделю до …», «через месяц».</summary>
    private static Happening? Count(Cursor cursor)
    {
        bool known = cursor.TakeAny("в течение", "в течении", "не позднее чем через", "не позднее чем за", "не позднее", "не позже чем за", "не позже", "через", "за", "спустя", "в срок до", "до", "в", "минимум за", "на протяжении", "не менее чем за");
        if (!known && !cursor.Is(TokenKind.Number)) return null;
        bool amount = cursor.Take(TokenKind.Number) | cursor.TakeAny("нескольких", "первых");
        if (cursor.Take(TokenKind.Dash) || cursor.Take(TokenKind.Open)) { if (!cursor.Take(TokenKind.Number)) return null; cursor.Take(TokenKind.Close); }
        if (cursor.Take(TokenKind.Number)) amount = true;
        cursor.Take(TokenKind.Dash);
        cursor.TakeAny("х", "ти", "и", "е");
        bool calendar = cursor.TakeAny("рабоч*", "календарн*", "банковск*", "учебн*", "раб");
        bool days = cursor.TakeAny("дней", "дня", "день", "дн", "сутки", "суток");
        bool other = !days && cursor.TakeAny("недел*", "месяц*", "час*", "минут*", "полугода", "лет", "урок*") | (!days && amount && cursor.TakeAny("год", "года"));
        // «в течение первой недели сентября» has a date of its own.
        if ((!days && !other) || cursor.Is(TokenKind.Month)) return null;
        if (!known && (!amount || !cursor.SeesAny("со", "с", "после", "до", "от"))) return null;
        ToClauseEnd(cursor);
        return new Happening(days && amount && !calendar ? "Не сказано, рабочие это дни или календарные. Уточните." : null);
    }

    /// <summary>«в 3-дневный срок», «в двухнедельный срок».</summary>
    private static Happening? ShortTerm(Cursor cursor)
    {
        if (!cursor.Take("в")) return null;
        if (cursor.Take(TokenKind.Number)) cursor.Take(TokenKind.Dash);
        if (!cursor.Is(TokenKind.Word) || !cursor.Sees("срок", 1)) return null;
        string word = cursor.Current.Text;
        if (!word.EndsWith("дневный", StringComparison.Ordinal) && !word.EndsWith("недельный", StringComparison.Ordinal) && !word.EndsWith("месячный", StringComparison.Ordinal)) return null;
        ToClauseEnd(cursor);
        return new Happening(word.EndsWith("дневный", StringComparison.Ordinal) ? "Не сказано, рабочие это дни или календарные. Уточните." : null);
    }

    private static Happening? Event(Cursor cursor)
    {
        if (!cursor.TakeAny(Afterwards)) return null;
        ToClauseEnd(cursor);
        return new Happening();
    }

    /// <summary>An event names its own words up to the next clause.</summary>
    private static void ToClauseEnd(Cursor cursor)
    {
        while (!cursor.AtEnd && !cursor.Is(TokenKind.Comma) && !cursor.Is(TokenKind.Open) && !cursor.Is(TokenKind.Close)
            && !cursor.SeesAny("далее", "в течение", "в течении", "на протяжении", "но", "ежемесяч*", "ежегодн*", "ежекварт*", "постоянно", "на постоянной"))
            cursor.Position++;
    }
}
