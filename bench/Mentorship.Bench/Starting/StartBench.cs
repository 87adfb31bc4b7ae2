using Mentorship.UseCases.Demonstrating;

namespace Mentorship.Bench.Starting;

/// <summary>The web as a process of its own on a demonstration: from its start to the first answered page, and its memory when nobody asks anything.</summary>
internal static class StartBench
{
    private const int Runs = 5;
    private const double LimitSeconds = 3, LimitMegabytes = 200;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    public static async Task<object> RunAsync()
    {
        string data = Directory.CreateTempSubdirectory("mentorship-start-").FullName;
        try
        {
            DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            await BuildDemonstration.RunAsync(data, today, null, CancellationToken.None);
            List<double> seconds = [], megabytes = [];
            for (int run = 0; run < Runs; run++)
            {
                await using WebProcess web = await WebProcess.StartAsync(data);
                await Task.Delay(Idle);
                seconds.Add(web.Seconds);
                megabytes.Add(web.Megabytes);
            }
            double start = Median(seconds);
            return new { bench = "start", seconds = start, limitSeconds = LimitSeconds, ratio = Math.Round(start / LimitSeconds, 2), idleMegabytes = Median(megabytes), limitMegabytes = LimitMegabytes };
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static double Median(List<double> values) => Math.Round(values.Order().ElementAt(values.Count / 2), 2);
}
