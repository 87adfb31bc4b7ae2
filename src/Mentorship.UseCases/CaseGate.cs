namespace Mentorship.UseCases;

/// <summary>One decision of a case, or of a person, at a time inside this process; gates vanish when nobody waits at them.</summary>
internal sealed class CaseGate
{
    private readonly Dictionary<Guid, Gate> _gates = [];

    public async Task<IDisposable> EnterAsync(Guid caseId, CancellationToken cancel)
    {
        Gate? gate;
        lock (_gates)
        {
            if (!_gates.TryGetValue(caseId, out gate)) _gates[caseId] = gate = new Gate();
            gate.Users++;
        }
        try
        {
            await gate.Turn.WaitAsync(cancel);
        }
        catch
        {
            Leave(caseId, gate);
            throw;
        }
        return new Pass(this, caseId, gate);
    }

    private void Leave(Guid caseId, Gate gate)
    {
        lock (_gates)
            if (--gate.Users == 0)
            {
                _gates.Remove(caseId);
                gate.Turn.Dispose();
            }
    }

    private sealed class Gate
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public int Users { get; set; }
    }

    private sealed class Pass(CaseGate owner, Guid caseId, Gate gate) : IDisposable
    {
        private bool _left;

        public void Dispose()
        {
            if (_left) return;
            _left = true;
            gate.Turn.Release();
            owner.Leave(caseId, gate);
        }
    }
}
