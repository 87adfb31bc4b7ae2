using System.Diagnostics;

namespace Mentorship.Bench.Cases;

/// <param name="Limit">Instances per second of the hand-written loop with the same writes, measured between the product's rounds.</param>
/// <param name="Ratio">Product to limit, one client.</param>
/// <param name="TwoClients">Instances per second with two clients at once.</param>
public sealed record CasesFigures(string Bench, int Clients, double InstancesPerSecond, double Limit, double Ratio, double TwoClients, double TwoToOne, double KilobytesPerCase);

/// <summary>Start → three approvals in a row → End on a SQLite file, WAL, <c>synchronous=FULL</c>, history and mail rows included.</summary>
public static class CasesBench
{
    private const int Rounds = 40, MostWarmUps = 10;

    /// <summary>Product and limit take turns so often that both feel the same of what else the machine does.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(0.3), WarmUp = TimeSpan.FromSeconds(2);

    public static async Task<CasesFigures> RunAsync()
    {
        await using BenchHouse house = await BenchHouse.CreateAsync();
        Guid template = await house.RunInstanceAsync();
        using HandWrittenLoop loop = new(house.File, template);
        Task<Guid> Instance() => house.RunInstanceAsync();
        await WarmUpAsync(Instance);
        double[] one = new double[Rounds], two = new double[Rounds], limit = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            one[round] = await RateAsync(Instance, 1, Length);
            two[round] = await RateAsync(Instance, 2, Length);
            limit[round] = Rate(loop.RunInstance);
        }
        double size = await SizeAsync(house);
        return new CasesFigures("cases", 1, Math.Round(Median(one), 1), Math.Round(Median(limit), 1), Math.Round(Ratio(one, limit), 3), Math.Round(Median(two), 1), Math.Round(Ratio(two, one), 2), size);
    }

    /// <summary>Until the compiler has settled: a round is no longer a twentieth faster than the one before.</summary>
    private static async Task WarmUpAsync(Func<Task<Guid>> instance)
    {
        double before = await RateAsync(instance, 2, WarmUp);
        for (int round = 1; round < MostWarmUps; round++)
        {
            double now = await RateAsync(instance, 2, WarmUp);
            if (now < before * 1.05) return;
            before = now;
        }
    }

    private static async Task<double> RateAsync(Func<Task<Guid>> instance, int clients, TimeSpan length)
    {
        long begun = Stopwatch.GetTimestamp();
        int[] counts = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            int count = 0;
            for (; Stopwatch.GetElapsedTime(begun) < length; count++) await instance();
            return count;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static double Rate(Action instance)
    {
        long begun = Stopwatch.GetTimestamp();
        int count = 0;
        for (; Stopwatch.GetElapsedTime(begun) < Length; count++) instance();
        return count / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    /// <summary>Growth of the file over 500 cases, checkpointed, in kilobytes a case.</summary>
    private static async Task<double> SizeAsync(BenchHouse house)
    {
        const int Cases = 500;
        long before = Checkpointed(house.File);
        for (int i = 0; i < Cases; i++) await house.RunInstanceAsync();
        return Math.Round((Checkpointed(house.File) - before) / 1024.0 / Cases, 1);
    }

    private static long Checkpointed(string file)
    {
        using Microsoft.Data.Sqlite.SqliteConnection connection = new($"Data Source={file};Pooling=False");
        connection.Open();
        using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
        return new FileInfo(file).Length;
    }

    private static double Ratio(double[] a, double[] b) => Median([.. a.Zip(b, (x, y) => x / y)]);

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
