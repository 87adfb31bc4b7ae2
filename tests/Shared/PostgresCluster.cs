using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Mentorship.Shared;

/// <summary>
/// A private PostgreSQL of the test run: a cluster in a folder of its own on a random local port, or the server that
/// <c>MENTORSHIP_TEST_POSTGRES</c> names. It goes with the run.
/// </summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    private string? _folder, _bin;

    /// <summary>Connection string without a database; null where there is no PostgreSQL.</summary>
    public string? Server { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("MENTORSHIP_TEST_POSTGRES") is { Length: > 0 } given)
        {
            Server = given;
            return;
        }
        _bin = Requirement.PostgresOrNull();
        if (_bin is null) return;
        _folder = Directory.CreateTempSubdirectory("mentorship-pg-").FullName;
        int port = FreePort();
        await RunAsync($"chown postgres {_folder} 2>/dev/null; true", asRoot: true);
        await RunAsync($"{_bin}/initdb --no-sync -A trust -U postgres -E UTF8 --locale=C.UTF-8 -D {_folder}/data >{_folder}/init.log 2>&1");
        await RunAsync($"{_bin}/pg_ctl -D {_folder}/data -w -o '-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync=off' -l {_folder}/server.log start >/dev/null 2>&1");
        Server = $"Host=127.0.0.1;Port={port};Username=postgres";
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is null) return;
        await RunAsync($"{_bin}/pg_ctl -D {_folder}/data -m immediate stop >/dev/null 2>&1");
        await RunAsync($"rm -rf {_folder}", asRoot: true);
    }

    /// <summary>The server refuses to run as root, so as root the commands go to the user postgres.</summary>
    private static async Task RunAsync(string command, bool asRoot = false)
    {
        bool switchUser = Environment.UserName == "root" && !asRoot;
        ProcessStartInfo start = switchUser ? new("runuser", ["-u", "postgres", "--", "sh", "-c", command]) : new("sh", ["-c", command]);
        start.WorkingDirectory = Path.GetTempPath();
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command} ended with {process.ExitCode}");
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
