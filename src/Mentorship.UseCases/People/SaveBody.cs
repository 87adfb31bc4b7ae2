using Mentorship.Domain;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.People;

/// <summary>Makes or changes a body: рабочая группа, педсовет, МО.</summary>
public sealed class SaveBody
{
    private readonly Work _work;

    internal SaveBody(Work work) => _work = work;

    /// <param name="id">Null makes a new one.</param>
    /// <param name="seen">The stamp of the card that was on the screen; not asked of a new one.</param>
    public async Task<Outcome<Guid>> RunAsync(Actor actor, Guid? id, string? seen, BodyCard card, CancellationToken cancel)
    {
        if (StaffDesk.MayEdit(actor) is { } no) return no;
        string name = card.Name.Trim();
        if (name.Length is 0 or > 300) return new Refusal("BodyName", "Назовите группу, не длиннее 300 знаков: например, «Рабочая группа по наставничеству».");
        string role = card.Role is Roles.WorkingGroup or Roles.MethodicalAssociation ? card.Role : Roles.OwnPrefix + name[..Math.Min(name.Length, 280)].ToLowerInvariant();
        return await _work.DoAsync<Guid>(actor.InstitutionId, async (db, at) =>
        {
            Institution institution = await StaffDesk.InstitutionAsync(db, actor, cancel);
            List<Body> bodies = await db.Bodies.Include(b => b.Members).ToListAsync(cancel);
            Body? body = id is null ? new Body { InstitutionId = actor.InstitutionId, Name = name, Role = role } : bodies.FirstOrDefault(b => b.Id == id);
            if (body is null) return NotHere;
            if (id is not null && StaffDesk.Stamp(BodyCard.Of(body)) != seen) return StaffDesk.ChangedMeanwhile;
            if (bodies.FirstOrDefault(b => b.Id != body.Id && b.Role == role) is { } rival)
                return new Refusal("BodyTwice", $"За роль «{Roles.NameOf(role)}» уже отвечает группа «{rival.Name}». Выберите вид «другое» и дайте группе своё название.");
            DateOnly today = institution.DayOf(at);
            HashSet<Guid> staff = [.. await db.Members.Where(m => m.LeftOn == null || m.LeftOn >= today).Select(m => m.PersonId).ToListAsync(cancel)];
            if (!staff.Contains(card.LeadId)) return new Refusal("LeadMissing", "Выберите, кто ведёт группу: этот человек закрывает её задания.");
            Guid[] members = [.. card.Members.Append(card.LeadId).Distinct()];
            if (!members.All(staff.Contains)) return new Refusal("MemberWrong", "В группе отмечен человек, которого больше нет в списке. Обновите страницу и отметьте участников ещё раз.");
            (body.Name, body.Role, body.LeadId, body.AnyoneCloses) = (name, role, card.LeadId, card.AnyoneCloses);
            body.Members.RemoveAll(m => !members.Contains(m.PersonId));
            body.Members.AddRange(members.Where(person => body.Members.All(m => m.PersonId != person)).Select(person => new BodyMember { BodyId = body.Id, PersonId = person }));
            if (id is null) db.Bodies.Add(body);
            StaffDesk.Changed(db, institution, actor, id is null ? "BodyAdded" : "BodyEdited", body.Id.ToString(), at);
            return body.Id;
        }, cancel);
    }

    internal static Refusal NotHere { get; } = new("NotFound", "Такой группы здесь нет. Откройте список групп.");
}

/// <summary>What the card of a body says.</summary>
/// <param name="Role">Working group, methodical association, or anything else: then the body answers for a role named like itself.</param>
/// <param name="Members">With or without the lead, who is always one of them.</param>
public sealed record BodyCard(string Name, string Role, Guid LeadId, IReadOnlyList<Guid> Members, bool AnyoneCloses)
{
    internal static BodyCard Of(Body body) => new(body.Name, body.Role, body.LeadId, [.. body.Members.Select(m => m.PersonId).Order()], body.AnyoneCloses);
}
