using Mentorship.Domain;
using Mentorship.Domain.Processes;
using Mentorship.Flow;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Authoring;

/// <summary>What another process of the institution has published: what a step that starts it may give it and take from it.</summary>
public sealed class LookAtPublished
{
    private readonly Work _work;

    internal LookAtPublished(Work work) => _work = work;

    /// <param name="process">Its key, or what its definition calls itself: as a step names it.</param>
    public Task<Outcome<ProcessDefinition>> RunAsync(Actor actor, string process, CancellationToken cancel) => _work.ReadAsync<Outcome<ProcessDefinition>>(actor.InstitutionId, async db =>
    {
        if (AuthoringDesk.MayAuthor(actor) is { } no) return no;
        List<Process> found = await db.Processes.AsNoTracking().Where(p => p.CurrentNumber > 0 && (p.Key == process || p.DefinitionId == process)).ToListAsync(cancel);
        if (found.OrderByDescending(p => p.Key == process).ThenByDescending(p => p.Id).FirstOrDefault() is not { } named) return AuthoringDesk.NoProcess;
        return (await AuthoringDesk.PublishedAsync(db, named.Id, named.CurrentNumber, cancel))!;
    }, cancel);
}
