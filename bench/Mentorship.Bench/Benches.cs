using System.Globalization;
using System.Text.Json;
using Mentorship.Bench.Cases;
using Mentorship.Bench.Designer;
using Mentorship.Bench.Flow;
using Mentorship.Bench.Many;
using Mentorship.Bench.Reading;
using Mentorship.Bench.Starting;
using Mentorship.Workload;

namespace Mentorship.Bench;

/// <summary>The table of contents of the benchmarks: each prints one JSON line with its figures.</summary>
public static class Benches
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly SortedDictionary<string, Func<string[], Task<object>>> Table = new(StringComparer.Ordinal)
    {
        ["cases"] = async _ => await CasesBench.RunAsync(),
        ["designer"] = async _ => await DesignerBench.RunAsync(),
        ["flow"] = _ => Task.FromResult<object>(FlowBench.Run()),
        ["kill"] = async args =>
        {
            await using KilledSchool school = new();
            return await school.RunAsync(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200);
        },
        ["many"] = async args => await ManyBench.RunAsync(args),
        ["read"] = _ => Task.FromResult<object>(ReadBench.Run()),
        ["start"] = async _ => await StartBench.RunAsync(),
    };

    /// <summary>Runs the benchmark of that name; an unknown one names those that exist.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args.Length == 0 || !Table.TryGetValue(args[0], out Func<string[], Task<object>>? bench))
        {
            await errors.WriteLineAsync($"Какое измерение? Есть: {string.Join(", ", Table.Keys)}.");
            return 2;
        }
        await output.WriteLineAsync(JsonSerializer.Serialize(await bench(args[1..]), Json));
        return 0;
    }
}
