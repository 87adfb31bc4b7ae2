using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;

namespace Mentorship.Cli.Deadlines;

/// <summary><c>deadline PHRASE --school-year 2023-2024</c> as JSON; <c>deadline --file PHRASES.tsv</c> as a table.</summary>
public static class DeadlineCommand
{
    private const string Usage = "Напишите так: mentorship deadline «ФРАЗА» --school-year 2023-2024 или mentorship deadline --file ФАЙЛ.tsv";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    private sealed record Answer(string Phrase, string? SchoolYear, string Kind, string? From, string? To, string? Recurrence, string? Doubt);

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        string? phrase = null, year = null, file = null;
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] is not ("--school-year" or "--file"))
            {
                if (phrase is not null) return await Refuse(errors, $"Лишнее слово «{args[i]}». Возьмите фразу в кавычки. {Usage}");
                phrase = args[i];
                continue;
            }
            if (i + 1 == args.Length) return await Refuse(errors, $"После {args[i]} нет значения. {Usage}");
            if (args[i] == "--file") file = args[++i]; else year = args[++i];
        }
        if (year is not null and not "-" && !SchoolYear.TryParse(year, out _))
            return await Refuse(errors, $"Учебный год «{year}» не понят. Напишите его так: 2023-2024.");
        if (file is not null) return await ReadFile(file, output, errors);
        if (phrase is null) return await Refuse(errors, Usage);
        await output.WriteLineAsync(JsonSerializer.Serialize(Read(phrase, year), Json));
        return 0;
    }

    private static async Task<int> ReadFile(string file, TextWriter output, TextWriter errors)
    {
        string[] lines;
        try
        {
            lines = await File.ReadAllLinesAsync(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return await Refuse(errors, $"Файл «{file}» не открывается: нет такого файла или нет права его читать. Проверьте путь.");
        }
        await output.WriteLineAsync("phrase\tschool_year\tkind\tfrom\tto\trecurrence\tdoubt");
        bool header = lines.Length > 0 && lines[0].Split('\t')[0].Trim() == "phrase";
        foreach (string line in lines.Skip(header ? 1 : 0))
        {
            string[] cells = line.Split('\t');
            if (line.Length == 0) continue;
            Answer answer = Read(cells[0], cells.Length > 1 ? cells[1].Trim() : null);
            await output.WriteLineAsync(string.Join('\t', cells[0], cells.Length > 1 ? cells[1] : "-", answer.Kind, answer.From, answer.To, answer.Recurrence, answer.Doubt));
        }
        return 0;
    }

    private static Answer Read(string phrase, string? year)
    {
        SchoolYear? known = SchoolYear.TryParse(year, out SchoolYear parsed) ? parsed : null;
        Deadline read = DeadlineReader.Read(phrase, new DeadlineContext { SchoolYear = known });
        return new Answer(phrase, known is null ? null : year, read.Kind.ToString().ToLowerInvariant(),
            read.From?.ToString("yyyy-MM-dd"), read.To?.ToString("yyyy-MM-dd"), read.Recurrence, read.Doubt);
    }

    private static async Task<int> Refuse(TextWriter errors, string sentence)
    {
        await errors.WriteLineAsync(sentence);
        return 2;
    }
}
