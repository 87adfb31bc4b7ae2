using System.Text;
using Mentorship.Cli.Processes;

namespace Mentorship.Cli;

/// <summary>The table of contents of the command line: one line per command, each in a folder of its own.</summary>
public static class Commands
{
    /// <summary>A command: its arguments after its name, standard output (JSON or tab-separated), standard error; returns the exit code.</summary>
    public delegate Task<int> Command(string[] args, TextWriter output, TextWriter errors);

    private static readonly SortedDictionary<string, Command> Table = new(StringComparer.Ordinal)
    {
        ["audit"] = Auditing.AuditCommand.RunAsync,
        ["demo"] = Demonstrating.DemonstrationCommand.RunAsync,
        ["process check"] = ProcessCommands.CheckAsync,
        ["process convert"] = ProcessCommands.ConvertAsync,
        ["process play"] = ProcessCommands.PlayAsync,
        ["roadmap convert"] = Roadmaps.RoadmapCommand.ConvertAsync,
        ["roadmap read"] = Roadmaps.RoadmapCommand.ReadAsync,
        ["deadline"] = Deadlines.DeadlineCommand.RunAsync,
    };

    /// <summary>Finds the command by its first words and runs it; an unknown one names those that exist.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        for (int words = Math.Min(2, args.Length); words > 0; words--)
            if (Table.TryGetValue(string.Join(' ', args[..words]), out Command? command))
                return await command(args[words..], output, errors);
        StringBuilder usage = new("Неизвестная команда. Есть команды:\n");
        foreach (string name in Table.Keys) usage.Append("  mentorship ").Append(name).Append('\n');
        await errors.WriteAsync(usage.ToString());
        return 2;
    }
}
