using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Mentorship.UseCases.Demonstrating;

namespace Mentorship.Bench.Starting;

/// <summary>The web as a process of its own on a demonstration: from its start to the first answered page, and its memory when nobody asks anything.</summary>
internal static class StartBench
{
    private const int Runs = 5;
    private const double LimitSeconds = 3, LimitMegabytes = 200;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5), Patience = TimeSpan.FromMinutes(1);

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
                (double taken, double idle) = await StartAsync(data);
                seconds.Add(taken);
                megabytes.Add(idle);
            }
            double start = Median(seconds);
            return new { bench = "start", seconds = start, limitSeconds = LimitSeconds, ratio = Math.Round(start / LimitSeconds, 2), idleMegabytes = Median(megabytes), limitMegabytes = LimitMegabytes };
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<(double Seconds, double Megabytes)> StartAsync(string data)
    {
        Uri address = new($"http://127.0.0.1:{FreePort()}");
        using HttpClient client = new() { BaseAddress = address };
        long begun = Stopwatch.GetTimestamp();
        using Process web = Web(data, address);
        try
        {
            while (!await AnswersAsync(client))
            {
                if (web.HasExited || Stopwatch.GetElapsedTime(begun) > Patience) throw new InvalidOperationException("The web did not answer: " + await web.StandardOutput.ReadToEndAsync());
                await Task.Delay(10);
            }
            double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            await Task.Delay(Idle);
            web.Refresh();
            return (seconds, web.WorkingSet64 / 1024d / 1024d);
        }
        finally
        {
            web.Kill(entireProcessTree: true);
            await web.WaitForExitAsync();
        }
    }

    private static Process Web(string data, Uri address)
    {
        string program = typeof(StartBench).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Web").Value!;
        ProcessStartInfo start = new("dotnet", [program]) { RedirectStandardOutput = true };
        (start.Environment["MENTORSHIP_DATA"], start.Environment["ASPNETCORE_URLS"]) = (data, address.ToString());
        return Process.Start(start)!;
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using HttpResponseMessage answer = await client.GetAsync("/sign-in");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static double Median(List<double> values) => Math.Round(values.Order().ElementAt(values.Count / 2), 2);

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
