using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mentorship.Workload;

/// <summary>A small mail server on a port of its own: it takes mails, or refuses them, and keeps their texts.</summary>
public sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public SmtpListener()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The whole texts of the mails, headers first.</summary>
    public List<string> Mails { get; } = [];

    /// <summary>What is answered to the recipient instead of «250».</summary>
    public string? Refusing { get; set; }

    private async Task ServeAsync()
    {
        try
        {
            while (true) _ = TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using TcpClient talking = client;
        await using NetworkStream stream = client.GetStream();
        try
        {
            await TalkAsync(stream);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            // Who called is gone, or the test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using StreamReader reader = new(stream, Encoding.UTF8);
        await using StreamWriter writer = new(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 ready");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            string verb = line.Length >= 4 ? line[..4].ToUpperInvariant() : line.ToUpperInvariant();
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                StringBuilder mail = new();
                string? part;
                while ((part = await reader.ReadLineAsync(_stop.Token)) is not null && part != ".") mail.Append(part).Append('\n');
                if (part is null) return; // a sender who dies half-way has sent nothing
                lock (Mails) Mails.Add(mail.ToString());
            }
            if (verb == "QUIT") break;
            await writer.WriteLineAsync(verb == "RCPT" && Refusing is { } no ? no : verb == "EHLO" ? "250 hello" : "250 ok");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }
}
