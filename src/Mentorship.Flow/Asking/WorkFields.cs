using System.Globalization;
using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>How a field of a task is filled in.</summary>
public enum WorkFieldKind { Text, Number, Flag, Date, Choice }

/// <summary>Something that the doer of a task fills in when it is done; what is filled in becomes the value of a variable of the process.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Options">What can be chosen; empty unless it is a choice.</param>
public sealed record WorkField(string Name, string Label, WorkFieldKind Kind, bool Required, IReadOnlyList<string> Options, string? Hint);

/// <summary>The fields of a task, kept in its step (input <c>fields</c>); of what kind each is, its variable says.</summary>
public static class WorkFields
{
    public const int Most = 20, LongestText = 2000;
    private const int MostOptions = 30, LongestLabel = 300;

    /// <summary>The fields of a step; none where it has none, or none that can be read.</summary>
    public static IReadOnlyList<WorkField> Of(FlowGraph graph, FlowNode node) => Read(graph.Definition, node).Fields ?? [];

    internal static (IReadOnlyList<WorkField>? Fields, string? Problem) Read(ProcessDefinition definition, FlowNode node)
    {
        if (!node.Activity.Inputs.ContainsKey("fields")) return ([], null);
        if (node.Json("fields") is not { ValueKind: JsonValueKind.Array } list) return (null, "поля записаны с ошибкой. Добавьте их заново.");
        if (list.GetArrayLength() > Most) return (null, $"полей больше {Most}. Разделите поручение на два.");
        List<WorkField> fields = [];
        foreach (JsonElement item in list.EnumerateArray())
        {
            (WorkField? field, string? problem) = Field(definition, item, fields.Count + 1);
            if (field is null) return (null, problem);
            if (fields.Exists(f => f.Name == field.Name)) return (null, $"поле «{field.Label}» стоит два раза. Оставьте одно.");
            fields.Add(field);
        }
        return (fields, null);
    }

    /// <summary>The values of what was filled in, by the names of the fields; or what has to be mended, as a sentence for the doer.</summary>
    public static (IReadOnlyDictionary<string, object?>? Values, string? Problem) Take(IReadOnlyList<WorkField> fields, IReadOnlyDictionary<string, IReadOnlyList<string>>? filled)
    {
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        foreach (WorkField field in fields)
        {
            string text = filled?.GetValueOrDefault(field.Name) is [var typed, ..] ? typed.Trim() : "";
            if (text.Length == 0 && field.Required) return (null, $"Заполните: {field.Label}.");
            if (text.Length == 0) continue;
            (object? value, string? wrong) = Value(field, text);
            if (wrong is not null) return (null, $"{field.Label}: {wrong}");
            values[field.Name] = value;
        }
        return (values, null);
    }

    private static (object? Value, string? Wrong) Value(WorkField field, string text) => field.Kind switch
    {
        WorkFieldKind.Number => ProcessVariable.NumberOf(text) is { } number ? (number, null) : (null, "впишите число, например 12 000."),
        WorkFieldKind.Flag => bool.TryParse(text, out bool flag) ? (flag, null) : (null, "выберите: да или нет."),
        WorkFieldKind.Date => DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd.MM.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null) : (null, "впишите дату, например 15.09.2026."),
        WorkFieldKind.Choice => field.Options.Contains(text) ? (text, null) : (null, "выберите один из вариантов."),
        _ => text.Length <= LongestText ? (text, null) : (null, $"не длиннее {LongestText} знаков."),
    };

    private static (WorkField? Field, string? Problem) Field(ProcessDefinition definition, JsonElement json, int number)
    {
        if (json.ValueKind != JsonValueKind.Object || Activity.String(json, "name") is not { Length: > 0 } name) return (null, $"у строки {number} не выбрано поле. Выберите его.");
        if (definition.Variables.FirstOrDefault(v => v.Name == name) is not { } variable) return (null, $"поля «{name}» в процессе нет. Добавьте его в процесс или выберите другое.");
        string label = Activity.String(json, "label")?.Trim() is { Length: > 0 } own ? own : definition.LabelOf(name);
        if (label.Length > LongestLabel) return (null, $"вопрос о поле длиннее {LongestLabel} знаков. Сократите его, остальное впишите в пояснение.");
        string[] options = json.TryGetProperty("options", out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(o => o.ValueKind == JsonValueKind.String).Select(o => o.GetString()!.Trim()).Where(o => o.Length > 0).Distinct(StringComparer.Ordinal)] : [];
        if (options.Length is 1 or > MostOptions) return (null, $"у поля «{label}» бывает от 2 до {MostOptions} вариантов. Поправьте их или уберите.");
        WorkFieldKind kind = variable.IsFlag ? WorkFieldKind.Flag : variable.IsNumber ? WorkFieldKind.Number : options.Length > 0 ? WorkFieldKind.Choice
            : definition.MeaningOf(name) == "date" ? WorkFieldKind.Date : WorkFieldKind.Text;
        return (new WorkField(name, label, kind, Setting.Flag(json, "required"), kind == WorkFieldKind.Choice ? options : [], Activity.String(json, "hint")?.Trim() is { Length: > 0 } hint ? hint : null), null);
    }
}
