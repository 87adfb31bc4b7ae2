using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>The line between a browser and a server: everything that goes over it takes its time, and it can be cut and mended.</summary>
public sealed class SlowLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _server;
    private readonly TimeSpan _oneWay;
    private readonly CancellationTokenSource _end = new();
    private readonly List<TcpClient> _open = [];
    private readonly Lock _guard = new();
    private bool _isCut;

    /// <param name="oneWay">How long a byte is on its way.</param>
    public SlowLine(Uri server, TimeSpan oneWay = default)
    {
        (_server, _oneWay) = (server, oneWay);
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Every connection breaks, and none comes about until the line is mended.</summary>
    public void Cut()
    {
        lock (_guard)
        {
            _isCut = true;
            foreach (TcpClient client in _open) client.Close();
            _open.Clear();
        }
    }

    public void Mend()
    {
        lock (_guard) _isCut = false;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        Cut();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                TcpClient near = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = JoinAsync(near);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return; // the line is being taken down
            }
        }
    }

    private async Task JoinAsync(TcpClient near)
    {
        using TcpClient far = new();
        using (near)
        {
            near.NoDelay = far.NoDelay = true;
            lock (_guard)
            {
                if (_isCut) return;
                _open.AddRange([near, far]);
            }
            try
            {
                await far.ConnectAsync(IPAddress.Loopback, _server.Port);
                await Task.WhenAny(CarryAsync(near.GetStream(), far.GetStream()), CarryAsync(far.GetStream(), near.GetStream()));
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // One end has hung up, or the line was cut: that is what it is for.
            }
        }
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to)
    {
        Channel<(byte[] Bytes, long Due)> way = Channel.CreateUnbounded<(byte[], long)>();
        Task deliver = DeliverAsync(way.Reader, to);
        byte[] buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReadAsync(buffer) is > 0 and int read) way.Writer.TryWrite((buffer[..read], Environment.TickCount64 + (long)_oneWay.TotalMilliseconds));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Hung up.
        }
        way.Writer.Complete();
        await deliver;
    }

    private static async Task DeliverAsync(ChannelReader<(byte[] Bytes, long Due)> way, NetworkStream to)
    {
        try
        {
            await foreach ((byte[] bytes, long due) in way.ReadAllAsync())
            {
                if (due - Environment.TickCount64 is > 0 and long wait) await Task.Delay((int)wait);
                await to.WriteAsync(bytes);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Hung up.
        }
    }
}
