using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Roadmaps;

/// <summary>What a person does with an item that does not go by itself: says that its event came, tries it again, goes past it.</summary>
public sealed class AdministerItem
{
    private readonly Work _work;
    private readonly CaseDesk _desk;

    internal AdministerItem(Work work, CaseDesk desk) => (_work, _desk) = (work, desk);

    /// <summary>«Наступило»: the event that the item waited for took place.</summary>
    public Task<Outcome<Done>> TriggerAsync(Actor actor, Guid programmeId, string step, CancellationToken cancel) => actor.RunsProgramme
        ? ApplyAsync(actor, programmeId, "ItemTriggered", step, at => new StepTriggered(at, step), cancel) : Task.FromResult<Outcome<Done>>(Actor.NotAllowed);

    /// <summary>Tries a step in attention again, after people or the deadline were put right.</summary>
    public Task<Outcome<Done>> RetryAsync(Actor actor, Guid programmeId, string step, CancellationToken cancel) => actor.Is(Roles.Administrator)
        ? ApplyAsync(actor, programmeId, "ItemRetried", step, at => new StepRetried(at, step), cancel) : Task.FromResult<Outcome<Done>>(Actor.NotAllowed);

    /// <summary>Goes past a step; whoever holds its work is told that it is not needed any more.</summary>
    public Task<Outcome<Done>> SkipAsync(Actor actor, Guid programmeId, string step, CancellationToken cancel) => actor.Is(Roles.Administrator)
        ? ApplyAsync(actor, programmeId, "ItemSkipped", step, at => new StepSkipped(at, step), cancel) : Task.FromResult<Outcome<Done>>(Actor.NotAllowed);

    private async Task<Outcome<Done>> ApplyAsync(Actor actor, Guid programmeId, string kind, string step, Func<DateTimeOffset, FlowEvent> happened, CancellationToken cancel)
    {
        Guid? caseId = await _work.ReadAsync(actor.InstitutionId, db => db.Programmes.Where(p => p.Id == programmeId).Select(p => p.CaseId).SingleOrDefaultAsync(cancel), cancel);
        if (caseId is null) return RoadmapDesk.NotRunning;
        return await _work.OnCaseAsync<Done>(actor.InstitutionId, caseId.Value, async (db, at) =>
        {
            OpenedCase opened = (await _desk.OpenAsync(db, caseId.Value, cancel))!;
            CaseChanges changes = opened.Case.Apply(opened.Graph, opened.Around, happened(at), at);
            if (changes.Refusal is { } no) return no;
            changes.Record(opened.Case, kind, actor.PersonId, step, at);
            await _desk.PutAwayAsync(db, opened, changes, at, cancel);
            return default(Done);
        }, cancel);
    }
}
