using System.Text.Json;

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
    public static Evaluation Evaluate(InputExpression? expression, IReadOnlyDictionary<string, object?> variables)
    {
        if (expression is null) return new(false, null);
        if (Problem(expression, null) is { } problem) return new(null, problem.Message);
        return expression.Type switch
        {
            "Variable" or "Input" when VariableName(expression) is { } name =>
                variables.TryGetValue(name, out object? value) ? new(value, null) : new(null, $"нет переменной «{name}»."),
            "JavaScript" => Script.Evaluate(expression.Text!, variables),
            _ => new(bool.TryParse(expression.Text, out bool flag) ? flag : expression.Text, null)
        };
    }

    /// <summary>What forbids to publish the condition; null when it can run.</summary>
    /// <param name="known">Names of the variables, where they are known.</param>
    public static (string Code, string Message)? Problem(InputExpression expression, IReadOnlySet<string>? known)
    {
        switch (expression.Type)
        {
            case "Literal" or "Object":
                return null;
            case "Variable" or "Input":
                if (VariableName(expression) is not { } name) return ("BadExpression", "не выбрана переменная.");
                return known is null || known.Contains(name) ? null : ("UnknownVariable", $"нет переменной «{name}». Добавьте её в процесс или выберите другую.");
            case "JavaScript":
                if (expression.Text is not { } source) return ("BadExpression", "нет текста условия.");
                ScriptReading reading = Script.Read(source);
                if (reading.Error is { } error) return ("BadExpression", error);
                return known is not null && reading.Variables.FirstOrDefault(v => !known.Contains(v)) is { } missing
                    ? ("UnknownVariable", $"нет переменной «{missing}». Добавьте её в процесс или выберите другую.") : null;
            default:
                return ("ForeignLanguage", $"язык «{expression.Type}» здесь не выполняется. Запишите условие как выражение JavaScript над variables.");
        }
    }

    private static string? VariableName(InputExpression expression) =>
        expression.Value.ValueKind == JsonValueKind.Object ? Activity.String(expression.Value, "name") : expression.Text;
}
