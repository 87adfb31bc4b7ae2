using Mentorship.Domain.People;

namespace Mentorship.UseCases.People;

/// <summary>Adds a person to the staff list. Somebody who already signs in with the address elsewhere becomes a member here as well.</summary>
public sealed class AddPerson
{
    private readonly Work _work;

    internal AddPerson(Work work) => _work = work;

    /// <summary>Returns the person.</summary>
    public async Task<Outcome<Guid>> RunAsync(Actor actor, PersonCard card, CancellationToken cancel)
    {
        if (StaffDesk.MayEdit(actor) is { } no) return no;
        if (PersonRules.Check(card) is { } wrong) return wrong;
        if (card.Roles.Any(term => term.Role == Roles.Administrator) && !actor.Is(Roles.Administrator)) return EditPerson.OnlyAdministrator;
        return await _work.DoAsync<Guid>(actor.InstitutionId, (db, at) => Newcomer.TakeAsync(db, actor, card, at, cancel), cancel);
    }
}
