using System.Collections.Concurrent;

namespace Mentorship.Storage.Sqlite;

/// <summary>
/// A turn to write. SQLite lets one write at a time: inside the process the writers of a file queue here and are woken in order, other processes
/// meet at the file's own lock.
/// </summary>
internal sealed class WriteTurn : IDisposable
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Files = new(StringComparer.Ordinal);
    private SemaphoreSlim? _file;

    private WriteTurn(SemaphoreSlim file) => _file = file;

    public static WriteTurn Take(string file)
    {
        SemaphoreSlim queue = Of(file);
        queue.Wait();
        return new WriteTurn(queue);
    }

    public static async ValueTask<WriteTurn> TakeAsync(string file, CancellationToken cancel)
    {
        SemaphoreSlim queue = Of(file);
        await queue.WaitAsync(cancel);
        return new WriteTurn(queue);
    }

    public void Dispose() => Interlocked.Exchange(ref _file, null)?.Release();

    private static SemaphoreSlim Of(string file) => Files.GetOrAdd(file, _ => new SemaphoreSlim(1, 1));
}
