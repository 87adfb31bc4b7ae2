using System.IO.Compression;
using System.Text;
using Mentorship.Domain;

namespace Mentorship.Office.Reading;

/// <summary>Knows a file by its first bytes, not by its name.</summary>
internal static class FileKind
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The refusal when the content is no package of Word or Excel, else null.</summary>
    public static Refusal? RefusalFor(byte[] content, string file)
    {
        ReadOnlySpan<byte> bytes = content;
        if (bytes.StartsWith(Compound))
            // A file under a password is a compound file that holds one stream of this name.
            return bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? FileTexts.Encrypted(file) : FileTexts.OldFormat(file);
        if (bytes.StartsWith("PK\u0003\u0004"u8))
            return Path.GetExtension(file).ToLowerInvariant() is ".docm" or ".xlsm" or ".dotm" or ".xltm" or ".xlam" ? FileTexts.Macros(file) : null;
        if (bytes.StartsWith("%PDF"u8)) return FileTexts.NotOffice(file, "документ PDF");
        if (bytes.StartsWith(@"{\rtf"u8)) return FileTexts.NotOffice(file, "документ RTF");
        if (bytes.StartsWith("PK"u8)) return FileTexts.NotOffice(file, "пустой или повреждённый архив");
        if (bytes.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF }) || bytes.StartsWith(new byte[] { 0x89, 0x50, 0x4E, 0x47 })) return FileTexts.NotOffice(file, "изображение");
        return FileTexts.NotOffice(file, bytes.IndexOf((byte)0) < 0 ? "текстовый файл" : "файл неизвестного вида");
    }

    /// <summary>What a zip archive is when it is no package of Word or Excel.</summary>
    public static string NameOfArchive(ZipArchive archive)
    {
        bool Has(string start) => archive.Entries.Any(entry => entry.FullName.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        if (Has("ppt/")) return "презентация PowerPoint";
        return Has("mimetype") && Has("content.xml") ? "документ OpenDocument" : "архив";
    }
}
