using Mentorship.Domain;
using Mentorship.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.People;

/// <summary>Takes a body away that never had work.</summary>
public sealed class RemoveBody
{
    private readonly Work _work;

    internal RemoveBody(Work work) => _work = work;

    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (StaffDesk.MayEdit(actor) is { } no) return no;
        return await _work.DoAsync<Done>(actor.InstitutionId, async (db, at) =>
        {
            Body? body = await db.Bodies.Include(b => b.Members).SingleOrDefaultAsync(b => b.Id == id, cancel);
            if (body is null) return SaveBody.NotHere;
            if (await db.WorkItems.AnyAsync(item => item.BodyId == id, cancel))
                return new Refusal("BodyHasWork", "У группы есть задания, поэтому удалить её нельзя: пропала бы их история. Измените её название и состав.");
            db.Bodies.Remove(body);
            StaffDesk.Changed(db, await StaffDesk.InstitutionAsync(db, actor, cancel), actor, "BodyRemoved", id.ToString(), at);
            return default(Done);
        }, cancel);
    }
}
