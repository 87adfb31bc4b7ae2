using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Mentorship.Domain;

namespace Mentorship.Office.Reading;

/// <summary>
/// An office file opened with care: bounded before anything is unpacked, no macros, no entities.
/// Its parts are read as XML directly, because the ready-made models lose merged cells and computed numbers.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    public const int MostBytes = 20 * 1024 * 1024;
    private const int MostEntries = 4000;
    private const long MostUnpacked = 256L * 1024 * 1024;
    private const long MostOfOnePart = 64L * 1024 * 1024;
    private const int MostRatio = 250;
    private const long SmallPart = 1024 * 1024;
    private const int DeepestXml = 200;

    private readonly ZipArchive archive;
    private long unpacked;

    private OfficePackage(ZipArchive archive) => this.archive = archive;

    /// <summary>The part that the package says is its document.</summary>
    public string MainPart { get; private set; } = "";

    public bool IsWord { get; private set; }

    /// <summary>Opens a package, or says in Russian why not.</summary>
    public static OfficePackage? Open(byte[] content, string file, out Refusal? refusal)
    {
        refusal = content.Length == 0 ? FileTexts.Empty(file) : content.Length > MostBytes ? FileTexts.TooBig(file) : FileKind.RefusalFor(content, file);
        if (refusal is not null) return null;
        try
        {
            OfficePackage package = new(new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read));
            refusal = package.Examine(file);
            if (refusal is null) return package;
            package.Dispose();
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            refusal = FileTexts.Broken(file);
        }
        return null;
    }

    /// <summary>Whether an exception means a damaged file and not a mistake of ours.</summary>
    public static bool IsBroken(Exception exception) => exception is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException;

    /// <summary>The root of a part, or null when the package has no such part.</summary>
    public XElement? Part(string name)
    {
        ZipArchiveEntry? entry = archive.Entries.FirstOrDefault(entry => string.Equals(entry.FullName.TrimStart('/'), name, StringComparison.OrdinalIgnoreCase));
        if (entry is null) return null;
        byte[] bytes = Unpack(entry);
        XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using (XmlReader depth = XmlReader.Create(new MemoryStream(bytes), settings))
            while (depth.Read())
                if (depth.Depth > DeepestXml) throw new InvalidDataException("XML is nested too deeply.");
        using XmlReader reader = XmlReader.Create(new MemoryStream(bytes), settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root;
    }

    /// <summary>The targets that a part refers to, by the last word of their kind («numbering», «styles») or by their id.</summary>
    public IEnumerable<(string Id, string Kind, string Target)> RelationsOf(string part)
    {
        int slash = part.LastIndexOf('/');
        string folder = slash < 0 ? "" : part[..(slash + 1)];
        XElement? relations = Part($"{folder}_rels/{part[(slash + 1)..]}.rels");
        foreach (XElement relation in relations.Children("Relationship"))
        {
            if (relation.Text("TargetMode") == "External" || relation.Text("Target") is not { } target) continue;
            string kind = relation.Text("Type") ?? "";
            yield return (relation.Text("Id") ?? "", kind[(kind.LastIndexOf('/') + 1)..], Resolve(folder, target));
        }
    }

    public void Dispose() => archive.Dispose();

    private Refusal? Examine(string file)
    {
        if (archive.Entries.Count > MostEntries) return FileTexts.Bomb(file);
        long total = 0;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            total += entry.Length;
            bool isPressed = entry.Length > SmallPart && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio;
            if (total > MostUnpacked || entry.Length > MostOfOnePart || isPressed) return FileTexts.Bomb(file);
        }
        if (archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return FileTexts.Macros(file);
        XElement? types = Part("[Content_Types].xml");
        if (types is null) return FileTexts.NotOffice(file, FileKind.NameOfArchive(archive));
        if (types.Descendants().Any(type => type.Text("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true)) return FileTexts.Macros(file);

        MainPart = RelationsOf("").FirstOrDefault(relation => relation.Kind == "officeDocument").Target ?? "";
        XElement? root = MainPart.Length == 0 ? null : Part(MainPart);
        if (root?.Name.LocalName is not ("document" or "workbook")) return FileTexts.NotOffice(file, FileKind.NameOfArchive(archive));
        IsWord = root.Name.LocalName == "document";
        return null;
    }

    // The sizes in a directory can lie, so the bytes are counted as they come.
    private byte[] Unpack(ZipArchiveEntry entry)
    {
        using Stream packed = entry.Open();
        using MemoryStream plain = new();
        byte[] buffer = new byte[81920];
        for (int read; (read = packed.Read(buffer)) > 0;)
        {
            unpacked += read;
            if (unpacked > MostUnpacked || plain.Length + read > MostOfOnePart) throw new InvalidDataException("The part is larger than the archive says.");
            plain.Write(buffer, 0, read);
        }
        return plain.ToArray();
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        List<string> path = [.. folder.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (string step in target.Split('/'))
        {
            if (step == "..") { if (path.Count > 0) path.RemoveAt(path.Count - 1); }
            else if (step is not ("." or "")) path.Add(step);
        }
        return string.Join('/', path);
    }
}
