using Mentorship.Domain;
using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer;

/// <summary>How far the draft on the server is.</summary>
public enum DraftState { Saved, Saving, NotSaved }

/// <summary>Saves the draft while a person works: shortly after a change, one saving at a time, never publishing. After a refusal it waits until it is told to go on.</summary>
internal sealed class DraftKeeper : IAsyncDisposable
{
    private static readonly TimeSpan UsualPause = TimeSpan.FromMilliseconds(400);
    private readonly TimeSpan _pause;
    private readonly DesignerSession _session;
    private readonly Func<ProcessDefinition, Task<Refusal?>> _save;
    private readonly TimeProvider _time;
    private long _saved;
    private Task _saving = Task.CompletedTask;
    private bool _ended;

    /// <param name="save">Gives the draft to the server; null when it was taken.</param>
    /// <param name="pause">How long after a change; whatever is changed in between goes with it.</param>
    public DraftKeeper(DesignerSession session, Func<ProcessDefinition, Task<Refusal?>> save, TimeProvider time, TimeSpan? pause = null)
    {
        (_session, _save, _time, _saved, _pause) = (session, save, time, session.Changes, pause ?? UsualPause);
        session.Changed += Notice;
    }

    public DraftState State { get; private set; } = DraftState.Saved;

    /// <summary>Why the draft was not taken; null while all is well.</summary>
    public Refusal? Refusal { get; private set; }

    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>After every change of the state.</summary>
    public event Action? Changed;

    /// <summary>Saves at once what is not saved yet, and waits for it; null when all is on the server.</summary>
    public async Task<Refusal?> FlushAsync()
    {
        await _saving;
        if (_saved != _session.Changes || Refusal is not null) await SaveAsync();
        return Refusal;
    }

    /// <summary>What the session holds now is on the server already, or is not to be saved.</summary>
    public void TakeAsSaved()
    {
        (_saved, Refusal) = (_session.Changes, null);
        Become(DraftState.Saved);
    }

    public async ValueTask DisposeAsync()
    {
        _ended = true;
        _session.Changed -= Notice;
        await _saving;
        if (_saved != _session.Changes && Refusal is null) await SaveAsync();
    }

    private void Notice()
    {
        if (_saved == _session.Changes || Refusal is not null || !_saving.IsCompleted) return;
        Become(DraftState.Saving);
        _saving = SaveSoonAsync();
    }

    private async Task SaveSoonAsync()
    {
        do
        {
            await Task.Delay(_pause, _time);
            if (_ended) return;
            await SaveAsync();
        }
        while (_saved != _session.Changes && Refusal is null && !_ended);
    }

    private async Task SaveAsync()
    {
        long changes = _session.Changes;
        Become(DraftState.Saving);
        Refusal = await _save(_session.Definition);
        if (Refusal is null) (_saved, SavedAt) = (changes, _time.GetUtcNow());
        Become(Refusal is not null ? DraftState.NotSaved : _saved == _session.Changes ? DraftState.Saved : DraftState.Saving);
    }

    private void Become(DraftState state)
    {
        State = state;
        Changed?.Invoke();
    }
}
