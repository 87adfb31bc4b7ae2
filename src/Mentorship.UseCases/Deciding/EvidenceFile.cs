using System.Globalization;
using System.IO.Compression;
using System.Text;
using Mentorship.Domain;
using Mentorship.Domain.Files;
using Mentorship.UseCases.Files;

namespace Mentorship.UseCases.Deciding;

/// <summary>A file or photo as a proof: what it is is read from what it holds, never from its name; the name is made harmless.</summary>
internal static class EvidenceFile
{
    private const int LongestName = 120;

    public static Outcome<StoredFile> Of(Upload upload, Guid institution, Guid person, DateTimeOffset at)
    {
        string name = CleanName(upload.FileName);
        if (upload.Content.Length == 0) return new Refusal("FileEmpty", $"Файл «{name}» пуст. Выберите его ещё раз.");
        if (upload.Content.Length > Upload.MostBytes) return new Refusal("FileLarge", $"Файл «{name}» больше 20 МБ. Возьмите фото поменьше или сожмите файл.");
        if (Sniff(upload.Content) is not { } kind)
            return new Refusal("FileKind", $"Файл «{name}» система не принимает. Подойдут фото, PDF, документ Word, таблица Excel или презентация, без макросов.");
        return StoredFile.Of(institution, WithEnding(name, kind), kind.ContentType, upload.Content, person, at);
    }

    /// <summary>The last part of a path, without control and direction characters, not too long.</summary>
    internal static string CleanName(string name)
    {
        string last = name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        StringBuilder clean = new();
        foreach (Rune rune in last.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                && rune.Value is not ('"' or '<' or '>' or '|' or '*' or '?' or 0xFFFD)) clean.Append(rune);
        string text = clean.ToString().Trim(' ', '.');
        if (text.Length > LongestName)
        {
            string ending = Path.GetExtension(text) is { Length: <= 8 } e ? e : "";
            ReadOnlySpan<char> kept = text.AsSpan(0, LongestName - ending.Length);
            text = string.Concat(char.IsHighSurrogate(kept[^1]) ? kept[..^1] : kept, ending);
        }
        return text.Length == 0 ? "файл" : text;
    }

    private static string WithEnding(string name, FileKind kind) =>
        kind.Endings.Contains(Path.GetExtension(name).ToLowerInvariant()) ? name : name + kind.Endings[0];

    private static FileKind? Sniff(byte[] content) => content switch
    {
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => new("application/pdf", ".pdf"),
        [0xFF, 0xD8, 0xFF, ..] => new("image/jpeg", ".jpg", ".jpeg"),
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => new("image/png", ".png"),
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => new("image/webp", ".webp"),
        [_, _, _, _, 0x66, 0x74, 0x79, 0x70, var a, var b, var c, var d, ..] when Encoding.ASCII.GetString([a, b, c, d]) is "heic" or "heix" or "mif1" or "msf1" => new("image/heic", ".heic", ".heif"),
        [0x50, 0x4B, 0x03, 0x04, ..] => Package(content),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => OldOffice(content),
        _ => null,
    };

    /// <summary>Office files are archives; another archive, or one with macros, is no proof.</summary>
    private static FileKind? Package(byte[] content)
    {
        try
        {
            using ZipArchive archive = new(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
            bool Has(string entry) => archive.GetEntry(entry) is not null;
            if (Has("[Content_Types].xml"))
                return Has("word/document.xml") ? new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx")
                    : Has("xl/workbook.xml") ? new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")
                    : Has("ppt/presentation.xml") ? new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx") : null;
            return archive.GetEntry("mimetype") is { Length: < 100 } type ? OpenDocument(type) : null;
        }
        catch (InvalidDataException)
        {
            // Not an archive after all: the caller refuses it like any other unknown file.
            return null;
        }
    }

    /// <summary>Files of Word and Excel before 2007 name their parts in the directory of the file.</summary>
    private static FileKind? OldOffice(ReadOnlySpan<byte> content) =>
        Names(content, "_VBA_PROJECT") ? null
        : Names(content, "WordDocument") ? new("application/msword", ".doc")
        : Names(content, "Workbook") ? new("application/vnd.ms-excel", ".xls")
        : Names(content, "PowerPoint Document") ? new("application/vnd.ms-powerpoint", ".ppt") : null;

    private static bool Names(ReadOnlySpan<byte> content, string part) => content.IndexOf(Encoding.Unicode.GetBytes(part)) >= 0;

    private static FileKind? OpenDocument(ZipArchiveEntry type)
    {
        // What an archive says of its sizes may be a lie: no more is read than a type can be long.
        Span<byte> start = stackalloc byte[100];
        using Stream stream = type.Open();
        return Encoding.ASCII.GetString(start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]).Trim() switch
        {
            "application/vnd.oasis.opendocument.text" => new("application/vnd.oasis.opendocument.text", ".odt"),
            "application/vnd.oasis.opendocument.spreadsheet" => new("application/vnd.oasis.opendocument.spreadsheet", ".ods"),
            _ => null,
        };
    }

    private sealed record FileKind(string ContentType, params string[] Endings);
}
