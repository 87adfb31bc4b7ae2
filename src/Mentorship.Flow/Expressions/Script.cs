namespace Mentorship.Flow;

/// <summary>A parsed expression, or a Russian sentence that points at the character.</summary>
internal sealed record ScriptReading(ScriptNode? Root, string? Error, IReadOnlyList<ScriptName> Variables);

/// <summary>A variable that an expression asks for.</summary>
/// <param name="May">What it may be called; one of them must be there.</param>
internal sealed record ScriptName(string Name, IReadOnlyList<string> May);

/// <summary>
/// A strict subset of JavaScript expressions over <c>variables.…</c>: what runs here gives the same in Elsa,
/// and what JavaScript would quietly convert is refused.
/// </summary>
internal static class Script
{
    /// <summary>Longer texts are refused, so that reading is bounded.</summary>
    public const int MaxLength = 4000;

    public static ScriptReading Read(string source)
    {
        if (source.Length > MaxLength) return new(null, $"выражение длиннее {MaxLength} знаков. Разделите его на несколько развилок.", []);
        try
        {
            ScriptParser parser = new(source);
            return new(parser.Parse(), null, parser.Variables);
        }
        catch (ScriptException e)
        {
            return new(null, $"{e.Message} (знак {e.Position + 1}).", []);
        }
    }

    public static Evaluation Evaluate(string source, Lookup variables)
    {
        ScriptReading reading = Read(source);
        if (reading.Root is null) return new(null, reading.Error);
        try
        {
            return new(reading.Root.Value(variables), null);
        }
        catch (ScriptException e)
        {
            return new(null, $"{e.Message} (знак {e.Position + 1}).");
        }
    }

    /// <summary>A value in a text: numbers without a needless point, flags in Russian, lists with commas.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        true => "да",
        false => "нет",
        double number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        object?[] list => string.Join(", ", list.Select(Text)),
        _ => value.ToString() ?? ""
    };

    public static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool flag => flag,
        double number => number != 0 && !double.IsNaN(number),
        string text => text.Length > 0,
        _ => true
    };
}

/// <summary>The expression cannot be read or has no value; caught where it is evaluated.</summary>
internal sealed class ScriptException(int position, string message) : Exception(message)
{
    public int Position { get; } = position;
}
