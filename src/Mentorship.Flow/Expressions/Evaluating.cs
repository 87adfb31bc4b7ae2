using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>The value of an input, in any of the languages that run here.</summary>
internal static class Evaluating
{
    public static Evaluation Of(InputExpression? expression, Lookup variables)
    {
        if (expression is null) return new(null, null);
        if (Problem(expression, null) is { } problem) return new(null, problem.Message);
        return expression.Type switch
        {
            "Variable" or "Input" when VariableName(expression) is { } name =>
                variables(name, out object? value) ? new(value, null) : new(null, $"нет переменной «{name}»."),
            "JavaScript" => Script.Evaluate(expression.Text!, variables),
            "Object" => Plain(JsonOf(expression)),
            _ => Plain(expression.Value)
        };
    }

    /// <summary>The value as a text for people: numbers as JavaScript writes them, nothing for null.</summary>
    public static (string Text, string? Error) Text(InputExpression? expression, Lookup variables)
    {
        Evaluation found = Of(expression, variables);
        return found.Error is null ? (Script.Text(found.Value), null) : ("", found.Error);
    }

    /// <summary>What forbids to publish the input; null when it can run.</summary>
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
                if (expression.Text is not { } source) return ("BadExpression", "нет текста выражения.");
                ScriptReading reading = Script.Read(source);
                if (reading.Error is { } error) return ("BadExpression", error);
                return known is not null && reading.Variables.FirstOrDefault(v => !v.May.Any(known.Contains)) is { } missing
                    ? ("UnknownVariable", $"нет переменной «{missing.Name}». Добавьте её в процесс или выберите другую.") : null;
            default:
                return ("ForeignLanguage", $"язык «{expression.Type}» здесь не выполняется. Запишите это как выражение JavaScript над variables.");
        }
    }

    /// <summary>Names that the expression may ask for.</summary>
    public static IEnumerable<string> VariablesOf(InputExpression expression) => expression.Type switch
    {
        "Variable" or "Input" when VariableName(expression) is { } name => [name],
        "JavaScript" when expression.Text is { } source => Script.Read(source).Variables.SelectMany(v => v.May),
        _ => []
    };

    /// <summary>JSON as the values that expressions know.</summary>
    public static object? Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Array => json.EnumerateArray().Select(Of).ToArray(),
        JsonValueKind.Object => json.EnumerateObject().DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => Of(p.Value), StringComparer.Ordinal),
        _ => null
    };

    /// <summary>The JSON that an Object input holds as a text; null when it is none.</summary>
    public static JsonElement? Json(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null; // told as a mistake of the input by whoever asked
        }
    }

    private static Evaluation Plain(JsonElement? json) => json is { } value ? new(Of(value), null) : new(null, "это не JSON.");

    private static JsonElement? JsonOf(InputExpression expression) =>
        expression.Value.ValueKind == JsonValueKind.String ? Json(expression.Value.GetString()!) : expression.Value;

    private static string? VariableName(InputExpression expression) =>
        expression.Value.ValueKind == JsonValueKind.Object ? Activity.String(expression.Value, "name") : expression.Text;
}
