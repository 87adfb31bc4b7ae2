using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Mentorship.Flow;

/// <summary>What reading gave: a definition, or the problems that stand in its way.</summary>
public sealed record DefinitionReading(ProcessDefinition? Definition, IReadOnlyList<Problem> Problems);

/// <summary>Reads a process definition; whatever it does not know it keeps. Bad input is a problem, never an exception.</summary>
public static class DefinitionReader
{
    /// <summary>Longer texts are not read at all (10 MB).</summary>
    public const int MaxLength = 10 * 1024 * 1024;

    /// <summary>Of JSON; two hundred stages one inside another take six hundred.</summary>
    internal const int MaxDepth = 1024;

    private static readonly JsonDocumentOptions Options = new()
        { MaxDepth = MaxDepth, AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static DefinitionReading Read(string json)
    {
        if (json.Length >= MaxLength) return TooBig();
        if (BrokenText(json) is { } broken)
            return Refused("BrokenText", $"Знак {broken + 1} файла испорчен: это половина символа. Выгрузите процесс ещё раз и загрузите файл целиком.");
        try
        {
            using JsonDocument document = JsonDocument.Parse(json.TrimStart('\uFEFF'), Options);
            if (!Placeholders.MayBeIn(json) || document.RootElement.ValueKind != JsonValueKind.Object) return Read(document.RootElement);
            json = Placeholders.Undo(document.RootElement, Options);
            using JsonDocument itself = JsonDocument.Parse(json, Options);
            return Read(itself.RootElement);
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

    /// <summary>Reads a file as it lies on disk.</summary>
    public static DefinitionReading Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length >= 2 * MaxLength) return TooBig(); // most letters take two bytes
        return Utf8.IsValid(utf8) ? Read(Encoding.UTF8.GetString(utf8))
            : Refused("NotUtf8", "Файл процесса не в кодировке UTF-8. Сохраните его в UTF-8 или выгрузите процесс ещё раз.");
    }

    private static DefinitionReading Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return Refused("NotADefinition", "В файле нет описания процесса. Выберите файл процесса в формате Elsa 3.");
        if (!json.TryGetProperty("root", out JsonElement root) || root.ValueKind != JsonValueKind.Object || Activity.String(root, "type") is null)
            return Refused("NoRoot", "В описании процесса нет корневого шага (root). Выберите файл процесса в формате Elsa 3.");
        return new(new ProcessDefinition(json.Clone()), []);
    }

    /// <summary>Where one half of a pair of surrogates stands alone, as a sign or as an escape: no text can be made of it.</summary>
    internal static int? BrokenText(string json)
    {
        for (int i = 0; i < json.Length; i++)
        {
            if (json[i] == '\\')
            {
                if (Escaped(json, i) is not { } escaped)
                {
                    i++; // an escape of another kind; a backslash that escapes the next
                    continue;
                }
                if (char.IsLowSurrogate(escaped) || char.IsHighSurrogate(escaped) && !(Escaped(json, i + 6) is { } low && char.IsLowSurrogate(low))) return i;
                i += char.IsHighSurrogate(escaped) ? 11 : 5;
            }
            else if (char.IsHighSurrogate(json[i]) && i + 1 < json.Length && char.IsLowSurrogate(json[i + 1])) i++;
            else if (char.IsSurrogate(json[i])) return i;
        }
        return null;
    }

    private static char? Escaped(string json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort sign) ? (char)sign : null;

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

    private static DefinitionReading TooBig() => Refused("TooBig", "Файл процесса больше 10 МБ. Разделите процесс на несколько и загрузите их по одному.");

    private static DefinitionReading Refused(string code, string message) => new(null, [new(code, Severity.Error, null, message)]);
}
