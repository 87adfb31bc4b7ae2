namespace Mentorship.Domain.Deadlines.Reading;

internal enum TokenKind { Word, Number, Year, Date, Time, Month, Weekday, Dash, Comma, Slash, Open, Close }

/// <summary>A word, number or sign of a deadline phrase.</summary>
/// <param name="Value">The number, the year, the month, the day of a date, or the <see cref="DayOfWeek"/>.</param>
/// <param name="Month">The month of a date.</param>
/// <param name="Year">The year of a date; 0 when it has none.</param>
/// <param name="Ordinal">«первая», «1-го», «II»: a place in a row rather than an amount.</param>
/// <param name="Suspect">A month recognised in spite of a typing error.</param>
internal readonly record struct Token(
    TokenKind Kind, string Text, int Value = 0, int Month = 0, int Year = 0, bool Ordinal = false, bool Suspect = false);

/// <summary>A place in the tokens; readers move it forward and put it back when a phrase does not fit.</summary>
internal sealed class Cursor(IReadOnlyList<Token> tokens, DeadlineContext context)
{
    public int Position { get; set; }
    public DeadlineContext Context { get; } = context;
    public bool AtEnd => Position >= tokens.Count;
    public Token Current => Peek(0);
    public Token Peek(int ahead) => Position + ahead is var at && at >= 0 && at < tokens.Count ? tokens[at] : default;
    public bool Is(TokenKind kind) => !AtEnd && Current.Kind == kind;
    public bool IsAt(int ahead, TokenKind kind) => Position + ahead < tokens.Count && Peek(ahead).Kind == kind;

    public bool Take(TokenKind kind, out Token token)
    {
        token = Current;
        if (!Is(kind)) return false;
        Position++;
        return true;
    }

    public bool Take(TokenKind kind) => Take(kind, out _);

    /// <summary>Takes a run of words; a word that ends in <c>*</c> fits every word that begins so.</summary>
    public bool Take(string pattern)
    {
        if (!Sees(pattern, 0)) return false;
        Position += 1 + pattern.AsSpan().Count(' ');
        return true;
    }

    /// <summary>Takes the first of several patterns that fits.</summary>
    public bool TakeAny(params ReadOnlySpan<string> patterns)
    {
        foreach (string pattern in patterns) if (Take(pattern)) return true;
        return false;
    }

    public bool SeesAny(params ReadOnlySpan<string> patterns)
    {
        foreach (string pattern in patterns) if (Sees(pattern, 0)) return true;
        return false;
    }

    public bool Sees(string pattern, int ahead)
    {
        foreach (Range part in pattern.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> wanted = pattern.AsSpan(part);
            if (!IsAt(ahead, TokenKind.Word)) return false;
            ReadOnlySpan<char> word = Peek(ahead++).Text;
            if (wanted[^1] == '*' ? !word.StartsWith(wanted[..^1], StringComparison.Ordinal) : !word.SequenceEqual(wanted)) return false;
        }
        return true;
    }

    /// <summary>Takes what stands between two members of a list: comma, slash, «и».</summary>
    public bool TakeSeparator()
    {
        bool any = false;
        while (Take(TokenKind.Comma) || Take(TokenKind.Slash) || Take("и")) any = true;
        return any;
    }

    /// <summary>Runs a reader and puts the cursor back when it finds nothing.</summary>
    public T? Try<T>(Func<Cursor, T?> reader) where T : class
    {
        int start = Position;
        T? found = reader(this);
        if (found is null) Position = start;
        return found;
    }
}
