using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Mentorship.Bench.Starting;

/// <summary>The web as a process of its own on a data folder, which answers; ended with this.</summary>
internal sealed class WebProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;

    private WebProcess(Process process, Uri address, double seconds) => (_process, Address, Seconds) = (process, address, seconds);

    public Uri Address { get; }

    /// <summary>From its start to the first answered page.</summary>
    public double Seconds { get; }

    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024d / 1024d;
        }
    }

    public static async Task<WebProcess> StartAsync(string data)
    {
        Uri address = new($"http://127.0.0.1:{FreePort()}");
        using HttpClient client = new() { BaseAddress = address };
        long begun = Stopwatch.GetTimestamp();
        Process process = Begin(data, address);
        while (!await AnswersAsync(client))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(begun) > Patience)
            {
                process.Kill(entireProcessTree: true);
                throw new InvalidOperationException("The web did not answer: " + await process.StandardOutput.ReadToEndAsync());
            }
            await Task.Delay(10);
        }
        WebProcess web = new(process, address, Stopwatch.GetElapsedTime(begun).TotalSeconds);
        // What nobody reads would fill the pipe and hold the web up.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return web;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Begin(string data, Uri address)
    {
        string program = typeof(WebProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Web").Value!;
        ProcessStartInfo start = new("dotnet", [program]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(program) };
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

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
