using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;

namespace Mentorship.UseCases.People;

/// <summary>Takes a forgotten PIN away: its owner chooses another with their password.</summary>
public sealed class ResetPin
{
    private readonly Work _work;

    internal ResetPin(Work work) => _work = work;

    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid person, CancellationToken cancel)
    {
        if (StaffDesk.MayEdit(actor) is { } no) return no;
        return await _work.DoAsync<Done>(actor.InstitutionId, async (db, at) =>
        {
            Member? member = await StaffDesk.MemberAsync(db, person, cancel);
            if (member is null) return StaffDesk.NotHere;
            (member.Person.PinHash, member.Person.PinFailures, member.Person.PinClosedUntil) = (null, 0, null);
            Institution institution = await StaffDesk.InstitutionAsync(db, actor, cancel);
            StaffDesk.Changed(db, institution, actor, "PinReset", person.ToString(), at);
            return default(Done);
        }, cancel);
    }
}
