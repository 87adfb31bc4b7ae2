using Mentorship.Domain;
using Mentorship.Domain.People;
using Mentorship.UseCases.Cases;

namespace Mentorship.UseCases.Administering;

/// <summary>An administrator ends a case with a reason: everybody's open work is withdrawn, the document of a route is a draft again.</summary>
public sealed class CancelCase
{
    private readonly Work _work;
    private readonly CaseDesk _cases;
    private readonly WithdrawalDesk _withdrawal;

    internal CancelCase(Work work, CaseDesk cases, WithdrawalDesk withdrawal) => (_work, _cases, _withdrawal) = (work, cases, withdrawal);

    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid caseId, string? reason, CancellationToken cancel)
    {
        if (actor.Require(Roles.Administrator) is { } notAllowed) return notAllowed;
        Outcome<string> why = AdministrationDesk.Reason(reason);
        if (why.Refusal is { } missing) return missing;
        return await _work.OnCaseAsync<Done>(actor.InstitutionId, caseId, async (db, at) =>
        {
            if (await _cases.OpenAsync(db, caseId, cancel) is not { } opened) return AdministrationDesk.NoCase;
            return await _withdrawal.CancelAsync(db, opened, "CaseCancelled", actor.PersonId, why.Value!, at, cancel) is { } no ? no : default(Done);
        }, cancel);
    }
}
