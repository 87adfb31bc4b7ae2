using System.Diagnostics;
using System.Globalization;
using Mentorship.Bench.Cases;
using Mentorship.UseCases.Mailing;
using Mentorship.UseCases.Running;

namespace Mentorship.Bench.Many;

/// <param name="EmptyMs">Median of a decision where there is nothing else.</param>
/// <param name="FullMs">Median of a decision of a fresh case in the full store.</param>
/// <param name="OldMs">Median of a decision of a case that lay there, each of another.</param>
/// <param name="Ratio">The slower of the two to the empty store.</param>
public sealed record ManyFigures(string Bench, int Finished, int Open, int Versions, double InsertSeconds, double StoreMegabytes,
    double EmptyMs, double FullMs, double OldMs, double Ratio, double TimerSweepMs, double OutboxSweepMs);

/// <summary>A decision in a store of very many cases, against the same in an empty one, taking turns.</summary>
public static class ManyBench
{
    private const int Versions = 100, Rounds = 60, WarmUps = 60, Sweeps = 21;

    /// <param name="args">How many finished and how many open cases, a million and a hundred thousand unless said.</param>
    public static async Task<ManyFigures> RunAsync(string[] args)
    {
        int finished = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        int open = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Math.Max(Rounds, finished / 10);
        await using BenchHouse empty = await BenchHouse.CreateAsync(), full = await BenchHouse.CreateAsync();
        long begun = Stopwatch.GetTimestamp();
        await full.PublishAsync(Versions - 1);
        BulkCases bulk = new(full.File);
        bulk.Add(await full.RunInstanceAsync(), finished);
        (Guid unfinished, Guid work) = await full.StartAsync();
        bulk.Add(unfinished, open);
        double inserted = Stopwatch.GetElapsedTime(begun).TotalSeconds;

        List<double> inEmpty = [], inFull = [], old = [], timers = [], outbox = [];
        for (int i = 0; i < WarmUps; i++) foreach (BenchHouse house in new[] { empty, full }) await house.RunInstanceAsync();
        for (int round = 0; round < Rounds; round++)
        {
            await empty.RunInstanceAsync(inEmpty);
            await full.RunInstanceAsync(inFull);
            await full.DecideAsync(BulkCases.Copy(work, 1 + (long)round * open / Rounds), old);
        }
        await full.Get<SendOutgoingMail>().RunAsync(default);
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            timers.Add(await TimeAsync(() => full.Get<FireDueTimers>().RunAsync(default)));
            outbox.Add(await TimeAsync(() => full.Get<SendOutgoingMail>().RunAsync(default)));
        }
        return new ManyFigures("many", finished, open, Versions, Math.Round(inserted, 1), Math.Round(new FileInfo(full.File).Length / 1048576.0, 1),
            Median(inEmpty), Median(inFull), Median(old), Math.Round(Math.Max(Median(inFull), Median(old)) / Median(inEmpty), 2), Median(timers), Median(outbox));
    }

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        long begun = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static double Median(List<double> values) => Math.Round(values.Order().ElementAt(values.Count / 2), 3);
}
