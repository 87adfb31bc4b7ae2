using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;

namespace Mentorship.Cli.Deadlines;

/// <summary><c>deadline PHRASE --school-year 2023-2024</c> as JSON; <c>deadline --file PHRASES.tsv</c> as a table; with <c>--calendar SCHEDULE.json</c> terms and holidays have days.</summary>
public static class DeadlineCommand
{
    private const string Usage = "Напишите так: mentorship deadline «ФРАЗА» --school-year 2023-2024 или mentorship deadline --file ФАЙЛ.tsv; сроки по четвертям и каникулам – с --calendar ФАЙЛ.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    private sealed record Answer(string Phrase, string? SchoolYear, string Kind, string? From, string? To, string? Recurrence, string? Doubt);

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        string? phrase = null;
        Dictionary<string, string> options = [];
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] is not ("--school-year" or "--file" or "--calendar"))
            {
                if (phrase is not null) return await Refuse(errors, $"Лишнее слово «{args[i]}». Возьмите фразу в кавычки. {Usage}");
                phrase = args[i];
                continue;
            }
            if (i + 1 == args.Length) return await Refuse(errors, $"После {args[i]} нет значения. {Usage}");
            options[args[i]] = args[++i];
        }
        string? year = options.GetValueOrDefault("--school-year");
        if (year is not null and not "-" && !SchoolYear.TryParse(year, out _))
            return await Refuse(errors, $"Учебный год «{year}» не понят. Напишите его так: 2023-2024.");
        InstitutionCalendar calendar = InstitutionCalendar.ByRule;
        if (options.TryGetValue("--calendar", out string? schedule))
        {
            if (await Text(schedule) is not { } json) return await Refuse(errors, NotOpened(schedule));
            (InstitutionCalendar? read, string? problem) = CalendarFile.Read(json);
            if (read is null) return await Refuse(errors, $"Учебный график «{schedule}» не прочитан: {problem}");
            calendar = read;
        }
        if (options.TryGetValue("--file", out string? file)) return await ReadFile(file, calendar, output, errors);
        if (phrase is null) return await Refuse(errors, Usage);
        await output.WriteLineAsync(JsonSerializer.Serialize(Read(phrase, year, calendar), Json));
        return 0;
    }

    private static string NotOpened(string file) => $"Файл «{file}» не открывается: нет такого файла или нет права его читать. Проверьте путь.";

    /// <summary>Null when it cannot be opened.</summary>
    private static async Task<string?> Text(string file)
    {
        try
        {
            return await File.ReadAllTextAsync(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static async Task<int> ReadFile(string file, InstitutionCalendar calendar, TextWriter output, TextWriter errors)
    {
        if (await Text(file) is not { } text) return await Refuse(errors, NotOpened(file));
        List<string> lines = [];
        using (StringReader reader = new(text))
            while (await reader.ReadLineAsync() is { } line) lines.Add(line);
        await output.WriteLineAsync("phrase\tschool_year\tkind\tfrom\tto\trecurrence\tdoubt");
        bool header = lines.Count > 0 && lines[0].Split('\t')[0].Trim() == "phrase";
        foreach (string line in lines.Skip(header ? 1 : 0))
        {
            string[] cells = line.Split('\t');
            if (line.Length == 0) continue;
            Answer answer = Read(cells[0], cells.Length > 1 ? cells[1].Trim() : null, calendar);
            await output.WriteLineAsync(string.Join('\t', cells[0], cells.Length > 1 ? cells[1] : "-", answer.Kind, answer.From, answer.To, answer.Recurrence, answer.Doubt));
        }
        return 0;
    }

    private static Answer Read(string phrase, string? year, InstitutionCalendar calendar)
    {
        SchoolYear? known = SchoolYear.TryParse(year, out SchoolYear parsed) ? parsed : null;
        Deadline read = DeadlineReader.Read(phrase, new DeadlineContext { SchoolYear = known, Calendar = calendar });
        return new Answer(phrase, known is null ? null : year, read.Kind.ToString().ToLowerInvariant(),
            read.From?.ToString("yyyy-MM-dd"), read.To?.ToString("yyyy-MM-dd"), read.Recurrence, read.Doubt);
    }

    private static async Task<int> Refuse(TextWriter errors, string sentence)
    {
        await errors.WriteLineAsync(sentence);
        return 2;
    }
}
