using System.Text.Encodings.Web;
using System.Text.Json;
using Mentorship.Flow;

namespace Mentorship.Cli.Processes;

/// <summary><c>process check | convert | play</c>: a definition looked over, read and written back, tried out.</summary>
public static class ProcessCommands
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> CheckAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (await FileAsync(args, 1, "process check ФАЙЛ", errors) is not { } file) return 2;
        DefinitionReading reading = DefinitionReader.Read(file);
        IReadOnlyList<Problem> problems = reading.Definition is { } definition ? GraphChecker.Check(definition) : reading.Problems;
        bool ok = !problems.Any(p => p.Severity == Severity.Error);
        await WriteAsync(output, new
        {
            problems = problems.Select(p => new { code = p.Code, severity = p.Severity.ToString(), node = p.NodeId, message = p.Message }),
            ok
        });
        return ok ? 0 : 1;
    }

    public static async Task<int> ConvertAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (await DefinitionAsync(args, 1, "process convert ФАЙЛ", errors) is not { } definition) return 2;
        await output.WriteAsync(DefinitionWriter.Write(definition));
        return 0;
    }

    public static async Task<int> PlayAsync(string[] args, TextWriter output, TextWriter errors)
    {
        string usage = "process play ФАЙЛ --script \"шаг=Исход,…\"";
        int option = Array.IndexOf(args, "--script");
        string[] file = option < 0 ? args : [.. args[..option], .. args[Math.Min(option + 2, args.Length)..]];
        if (option == args.Length - 1 && option >= 0)
        {
            await errors.WriteLineAsync($"После --script нужны решения: {usage}");
            return 2;
        }
        if (await DefinitionAsync(file, 1, usage, errors) is not { } definition) return 2;
        string[] script = option < 0 ? [] : args[option + 1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Play play = Player.Run(definition, script, DateTimeOffset.UnixEpoch);
        foreach (PlayedDecision decision in play.Decisions) await WriteAsync(output, new { decision = decision.Decision, open = decision.Open });
        if (play.Error is { } error)
        {
            await errors.WriteLineAsync(error);
            return 1;
        }
        await WriteAsync(output, new { status = play.Status, steps = play.Steps, open = play.Open });
        return 0;
    }

    private static Task WriteAsync(TextWriter output, object line) => output.WriteAsync(JsonSerializer.Serialize(line, Json) + "\n");

    private static async Task<ProcessDefinition?> DefinitionAsync(string[] args, int count, string usage, TextWriter errors)
    {
        if (await FileAsync(args, count, usage, errors) is not { } file) return null;
        DefinitionReading reading = DefinitionReader.Read(file);
        foreach (Problem problem in reading.Problems) await errors.WriteLineAsync(problem.Message);
        return reading.Definition;
    }

    private static async Task<byte[]?> FileAsync(string[] args, int count, string usage, TextWriter errors)
    {
        if (args.Length != count) await errors.WriteLineAsync($"Пишите так: {usage}");
        else if (!File.Exists(args[0])) await errors.WriteLineAsync($"Нет файла «{args[0]}». Проверьте имя и папку.");
        else if (new FileInfo(args[0]).Length > 4L * DefinitionReader.MaxLength) await errors.WriteLineAsync($"Файл «{args[0]}» слишком большой: описание процесса занимает не больше 10 МБ.");
        else return await File.ReadAllBytesAsync(args[0]);
        return null;
    }
}
