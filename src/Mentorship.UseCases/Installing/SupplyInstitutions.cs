using Mentorship.Domain;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Installing;

/// <summary>A newer program brings new routes, books and templates along: at its start the institutions that are there already get them too.</summary>
public sealed class SupplyInstitutions
{
    private readonly Work _work;
    private readonly InstitutionSupplies _supplies;

    internal SupplyInstitutions(Work work, InstitutionSupplies supplies) => (_work, _supplies) = (work, supplies);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (Guid institution in await _work.ReadAsync(Guid.Empty, db => db.Institutions.Select(i => i.Id).ToListAsync(cancel), cancel))
            await _work.DoAsync<Done>(institution, async (db, at) =>
            {
                await _supplies.AddAsync(db, institution, null, at, cancel);
                return default(Done);
            }, cancel);
    }
}
