namespace Mentorship.Flow;

/// <summary>The value of an expression, or a Russian sentence about why it has none.</summary>
internal readonly record struct Evaluation(object? Value, string? Error)
{
    /// <summary>As JavaScript decides it.</summary>
    public bool Truth => Script.IsTrue(Value);
}

/// <summary>The condition of a choice, in any of the languages that run here.</summary>
internal static class Condition
{
    /// <summary>An input that is not set is false.</summary>
    public static Evaluation Evaluate(InputExpression? expression, Lookup variables)
    {
        Evaluation value = Evaluating.Of(expression, variables);
        return expression is null ? new(false, null) : expression.Type == "Literal" && bool.TryParse(value.Value as string, out bool flag) ? new(flag, null) : value;
    }
}
