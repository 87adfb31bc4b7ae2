using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Pairing;
using Mentorship.Domain.Wording;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Pairing;

/// <summary>Whoever is asked confirms pairs of the programme; with enough of them the task is done.</summary>
public sealed class ConfirmPairs
{
    private readonly Work _work;
    private readonly DecisionDesk _desk;
    private readonly WorkWhereabouts _whereabouts;

    internal ConfirmPairs(Work work, DecisionDesk desk, WorkWhereabouts whereabouts) => (_work, _desk, _whereabouts) = (work, desk, whereabouts);

    /// <param name="pairs">Those that are confirmed; what the page showed and is not among them is confirmed no longer.</param>
    public async Task<Outcome<PairsConfirmed>> RunAsync(Actor actor, Guid workItem, IReadOnlyCollection<Guid> pairs, CancellationToken cancel)
    {
        Guid? caseId = await _whereabouts.CaseOfAsync(_work, actor.InstitutionId, workItem, cancel);
        if (caseId is null) return DecisionRules.NotOpen;
        return await _work.OnCaseAsync<PairsConfirmed>(actor.InstitutionId, caseId.Value, async (db, at) =>
        {
            Outcome<TaskOnDesk> laid = await _desk.LayAsync(db, caseId.Value, workItem, cancel);
            if (laid.Refusal is { } closed) return closed;
            TaskOnDesk task = laid.Value!;
            if (task.Item.Kind != WorkKind.Pairs) return DecisionRules.NotOpen;
            DecisionRequest request = new(workItem, actor.PersonId, "Done", Door.Session);
            if (DecisionRules.Check(task.Item, request, task.Opened.Around.Staff) is { } no) return no;
            foreach (Pair pair in await OfProgrammeAsync(db, task, cancel))
            {
                bool confirmed = pairs.Contains(pair.Id) && pair.Status != PairStatus.Ended;
                if (confirmed != (pair.ConfirmedAt is not null)) (pair.ConfirmedAt, pair.ConfirmedBy) = confirmed ? (at, actor.PersonId) : ((DateTimeOffset?)null, (Guid?)null);
            }
            PairGoal goal = await GoalAsync(db, task, at, cancel);
            if (!goal.IsReached) return new PairsConfirmed(goal, false);
            Outcome<DecisionReceipt> recorded = await _desk.RecordAsync(db, task, request, at, cancel);
            return recorded.Refusal is { } refused ? refused : new PairsConfirmed(goal, true);
        }, cancel);
    }

    /// <summary>How far the step is, with what is being changed in this transaction.</summary>
    internal static async Task<PairGoal> GoalAsync(MentorshipDb db, TaskOnDesk task, DateTimeOffset at, CancellationToken cancel) => PairGoal.Of(
        task.Opened.Graph.Node(task.Item.NodeId), await OfProgrammeAsync(db, task, cancel), task.Opened.Around.Staff, task.Opened.Around.Institution.DayOf(at));

    internal static Refusal TooFew(PairGoal goal) => new("PairsMissing",
        $"Подтверждено {(goal.CountsMentees ? "наставляемых в парах" : "пар")}: {goal.Confirmed} из {goal.Needed}. Добавьте и подтвердите {(goal.CountsMentees ? "пары для остальных" : Plural.Count(goal.Needed - goal.Confirmed, "пару", "пары", "пар"))} на странице «Закрепление пар».");

    private static async Task<List<Pair>> OfProgrammeAsync(MentorshipDb db, TaskOnDesk task, CancellationToken cancel)
    {
        Guid? programme = task.Opened.Case.ProgrammeId ?? (await AddPair.CurrentAsync(db, cancel))?.Id;
        return await db.Pairs.Where(p => p.ProgrammeId == programme).ToListAsync(cancel);
    }
}

/// <param name="IsDone">Enough are confirmed: the task is closed.</param>
public sealed record PairsConfirmed(PairGoal Goal, bool IsDone);
