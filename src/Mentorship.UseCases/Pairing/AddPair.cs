using Mentorship.Domain;
using Mentorship.Domain.Pairing;
using Mentorship.Domain.Programmes;
using Mentorship.Storage;
using Mentorship.UseCases.Orders;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Pairing;

/// <summary>The curator proposes a pair for the running programme.</summary>
public sealed class AddPair
{
    private readonly Work _work;
    private readonly PairDesk _pairs;

    internal AddPair(Work work, PairDesk pairs) => (_work, _pairs) = (work, pairs);

    public async Task<Outcome<Guid>> RunAsync(Actor actor, PairInput input, CancellationToken cancel)
    {
        if (!OrderRules.MayWrite(actor)) return Actor.NotAllowed;
        return await _work.DoAsync<Guid>(actor.InstitutionId, async (db, at) =>
        {
            if (await CurrentAsync(db, cancel) is not { } programme) return NoProgramme;
            Pair pair = new() { InstitutionId = actor.InstitutionId, ProgrammeId = programme.Id, MentorId = input.MentorId, MenteeId = input.MenteeId, Form = input.Form };
            if (await _pairs.FillAsync(db, pair, input, actor, at, cancel) is { } no) return no;
            db.Pairs.Add(pair);
            return pair.Id;
        }, cancel);
    }

    /// <summary>The programme that runs, else the newest.</summary>
    internal static Task<Programme?> CurrentAsync(MentorshipDb db, CancellationToken cancel) => db.Programmes
        .OrderByDescending(p => p.Status == ProgrammeStatus.Running).ThenByDescending(p => p.FirstYear).ThenByDescending(p => p.Id).FirstOrDefaultAsync(cancel);

    internal static Refusal NoProgramme { get; } = new("NoProgramme", "Пары закрепляют в программе учебного года, а её ещё нет. Загрузите дорожную карту на странице «Загрузка».");
}
