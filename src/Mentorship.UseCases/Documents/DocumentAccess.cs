using Mentorship.Domain.Documents;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Documents;

/// <summary>Who may read a document: who runs the programme or keeps the papers, its author, and everybody whom it gave work to.</summary>
internal static class DocumentAccess
{
    /// <summary>All documents of the institution.</summary>
    public static bool SeesAll(Actor actor) => actor.RunsProgramme || actor.Is(Roles.Secretary);

    public static async Task<bool> MaySeeAsync(MentorshipDb db, Actor actor, Document document, CancellationToken cancel) =>
        SeesAll(actor) || document.AuthorId == actor.PersonId || await GivenWork(db, actor).AnyAsync(id => id == document.Id, cancel);

    /// <summary>Documents about which the person or a body of the person has or had work.</summary>
    public static IQueryable<Guid> GivenWork(MentorshipDb db, Actor actor)
    {
        IQueryable<Guid> bodies = db.Bodies.Where(b => b.LeadId == actor.PersonId || b.Members.Any(m => m.PersonId == actor.PersonId)).Select(b => b.Id);
        return db.WorkItems.Where(w => w.DocumentId != null && (w.PersonId == actor.PersonId || w.BodyId != null && bodies.Contains(w.BodyId.Value))).Select(w => w.DocumentId!.Value);
    }
}
