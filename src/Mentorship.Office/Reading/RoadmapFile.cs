using Mentorship.Domain;
using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.Office.Reading;

/// <summary>Reads a roadmap from a document of Word or a book of Excel. What cannot be read is a refusal, never an exception.</summary>
public static class RoadmapFile
{
    /// <summary>Reads a roadmap; <paramref name="fileName"/> is how refusals call the file.</summary>
    public static RoadmapReading Read(byte[] content, string fileName, ReadingOptions? options = null)
    {
        using OfficePackage? package = OfficePackage.Open(content, fileName, out Refusal? refusal);
        if (package is null) return refusal!;
        RoadmapSource source;
        try
        {
            source = package.IsWord ? WordSource.Of(package, fileName) : ExcelSource.Of(package, fileName);
        }
        catch (Exception broken) when (OfficePackage.IsBroken(broken))
        {
            return FileTexts.Broken(fileName);
        }
        return RoadmapReader.Read(source, options);
    }

    /// <summary>Reads a roadmap from a stream, of which no more than the permitted size is taken.</summary>
    public static RoadmapReading Read(Stream content, string fileName, ReadingOptions? options = null)
    {
        using MemoryStream taken = new();
        byte[] buffer = new byte[81920];
        for (int read; taken.Length <= OfficePackage.MostBytes && (read = content.Read(buffer)) > 0;) taken.Write(buffer, 0, read);
        return Read(taken.ToArray(), fileName, options);
    }
}
