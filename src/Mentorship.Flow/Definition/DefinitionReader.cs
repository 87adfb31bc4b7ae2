using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>What reading gave: a definition, or the problems that stand in its way.</summary>
public sealed record DefinitionReading(ProcessDefinition? Definition, IReadOnlyList<Problem> Problems);

/// <summary>Reads a process definition; whatever it does not know it keeps. Bad input is a problem, never an exception.</summary>
public static class DefinitionReader
{
    /// <summary>Longer texts are not read at all (10 MB).</summary>
    public const int MaxLength = 10 * 1024 * 1024;

    internal const int MaxDepth = 256;

    private static readonly JsonDocumentOptions Options = new()
        { MaxDepth = MaxDepth, AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static DefinitionReading Read(string json)
    {
        if (json.Length >= MaxLength)
            return Refused("TooBig", "Файл процесса больше 10 МБ. Разделите процесс на несколько и загрузите их по одному.");
        try
        {
            using JsonDocument document = JsonDocument.Parse(json.TrimStart('\uFEFF'), Options);
            return Read(document.RootElement);
        }
        catch (JsonException) when (IsTooDeep(json))
        {
            return Refused("TooDeep", "Шаги процесса вложены друг в друга слишком глубоко. Упростите вложенность: достаточно этапов и шагов внутри них.");
        }
        catch (JsonException e)
        {
            return Refused("NotJson", $"Это не описание процесса: ошибка в строке {e.LineNumber + 1}, знак {e.BytePositionInLine + 1}. Выгрузите процесс ещё раз и загрузите файл целиком.");
        }
    }

    private static DefinitionReading Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return Refused("NotADefinition", "В файле нет описания процесса. Выберите файл процесса в формате Elsa 3.");
        if (!json.TryGetProperty("root", out JsonElement root) || root.ValueKind != JsonValueKind.Object || Activity.String(root, "type") is null)
            return Refused("NoRoot", "В описании процесса нет корневого шага (root). Выберите файл процесса в формате Elsa 3.");
        return new(new ProcessDefinition(json.Clone()), []);
    }

    private static bool IsTooDeep(string json)
    {
        int depth = 0;
        bool inText = false;
        for (int i = 0; i < json.Length; i++)
        {
            if (inText && json[i] == '\\') i++;
            else if (json[i] == '"') inText = !inText;
            else if (!inText && json[i] is ('{' or '[') && ++depth > MaxDepth) return true;
            else if (!inText && json[i] is ('}' or ']')) depth--;
        }
        return false;
    }

    private static DefinitionReading Refused(string code, string message) => new(null, [new(code, Severity.Error, null, message)]);
}
