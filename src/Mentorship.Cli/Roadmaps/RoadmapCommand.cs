using System.Text.Encodings.Web;
using System.Text.Json;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.Domain.Roadmaps.Reading;
using Mentorship.Flow;
using Mentorship.Office.Reading;

namespace Mentorship.Cli.Roadmaps;

/// <summary><c>roadmap read FILE [--school-year 2023-2024] [--table 2]</c>: a Word or Excel file as JSON, with what its terms and responsibles mean.</summary>
public static class RoadmapCommand
{
    private const string Usage = "Напишите так: mentorship roadmap read ФАЙЛ [--school-year 2023-2024] [--table 2]";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static async Task<int> ReadAsync(string[] args, TextWriter output, TextWriter errors)
    {
        (Roadmap? read, _, int code) = await TakeAsync(args, Usage, errors);
        if (read is not { } roadmap) return code;
        await output.WriteLineAsync(JsonSerializer.Serialize(RoadmapJson.Of(roadmap, RoadmapUnderstanding.Of(roadmap, InstitutionCalendar.ByRule)), Json));
        return 0;
    }

    /// <summary><c>roadmap convert FILE [--school-year 2023-2024] [--table 2]</c>: the same file as a process definition, with roles for people and the original texts.</summary>
    public static async Task<int> ConvertAsync(string[] args, TextWriter output, TextWriter errors)
    {
        (Roadmap? read, string file, int code) = await TakeAsync(args, Usage.Replace("roadmap read", "roadmap convert", StringComparison.Ordinal), errors);
        if (read is not { } roadmap) return code;
        await output.WriteAsync(DefinitionWriter.Write(RoadmapTemplate.Of(roadmap, Path.GetFileNameWithoutExtension(file))));
        return 0;
    }

    /// <summary>The roadmap of the file that the arguments name; without one everything has been said on <paramref name="errors"/>.</summary>
    private static async Task<(Roadmap?, string File, int Code)> TakeAsync(string[] args, string usage, TextWriter errors)
    {
        string? file = null;
        ReadingOptions options = new();
        for (int at = 0; at < args.Length; at++)
        {
            bool isOption = args[at].StartsWith("--", StringComparison.Ordinal);
            string? value = isOption && at + 1 < args.Length ? args[at + 1] : null;
            if (!isOption && file is null) file = args[at];
            else if (args[at] == "--school-year" && SchoolYear.TryParse(value, out SchoolYear year)) options = options with { SchoolYear = year };
            else if (args[at] == "--table" && int.TryParse(value, out int table)) options = options with { TableIndex = table };
            else return (null, "", await RefuseAsync(errors, $"Не понято: «{string.Join(' ', args[at..Math.Min(at + 2, args.Length)])}». {usage}", 2));
            if (isOption) at++;
        }
        if (file is null) return (null, "", await RefuseAsync(errors, usage, 2));
        try
        {
            await using FileStream content = File.OpenRead(file);
            RoadmapReading reading = RoadmapFile.Read(content, Path.GetFileName(file), options);
            return reading.Roadmap is { } roadmap ? (roadmap, file, 0) : (null, "", await RefuseAsync(errors, reading.Refusal!.Text, 1));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, "", await RefuseAsync(errors, $"Файл «{file}» не открывается: нет такого файла или нет права его читать. Проверьте путь.", 1));
        }
    }

    private static async Task<int> RefuseAsync(TextWriter errors, string text, int code)
    {
        await errors.WriteLineAsync(text);
        return code;
    }
}
