namespace Mentorship.Web.Hosting;

/// <summary>
/// Another data folder is to be served: the host stops, what stands between is done while nothing runs on either folder,
/// and the same process builds the host anew.
/// </summary>
internal sealed class Restart
{
    private int _asked;
    private Action? _between;

    /// <summary>Stops the host once; a second asking changes nothing.</summary>
    public void Ask(IHostApplicationLifetime lifetime, Action? between = null)
    {
        if (Interlocked.Exchange(ref _asked, 1) == 1) return;
        _between = between;
        lifetime.StopApplication();
    }

    /// <summary>False when the host simply stopped: then the process ends.</summary>
    public bool CarryOut()
    {
        if (_asked == 0) return false;
        _between?.Invoke();
        return true;
    }
}
