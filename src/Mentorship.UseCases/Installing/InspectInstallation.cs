using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Installing;

/// <summary>Does the storage answer, and is there an institution yet?</summary>
public sealed class InspectInstallation
{
    private readonly Work _work;
    private volatile bool _begun;

    internal InspectInstallation(Work work) => _work = work;

    /// <summary>True once an institution exists; institutions are never deleted, so a «yes» needs no second question.</summary>
    public async Task<bool> HasBegunAsync(CancellationToken cancel) =>
        _begun || (_begun = await _work.ReadAsync(Guid.Empty, db => db.Institutions.AnyAsync(cancel), cancel));

    /// <summary>Throws what the database throws when it cannot be asked.</summary>
    public Task AskStorageAsync(CancellationToken cancel) => _work.ReadAsync(Guid.Empty, db => db.ProtectionKeys.AnyAsync(cancel), cancel);
}
