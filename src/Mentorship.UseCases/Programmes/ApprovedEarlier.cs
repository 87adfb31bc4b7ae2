using Mentorship.Domain;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps.Reading;
using Mentorship.UseCases.Roadmaps;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Programmes;

/// <summary>The roadmap was approved before it came here (the stamp of the file says so): it starts without a new order.</summary>
public sealed class ApprovedEarlier
{
    private readonly Work _work;
    private readonly ProgrammeLaunch _launch;

    internal ApprovedEarlier(Work work, ProgrammeLaunch launch) => (_work, _launch) = (work, launch);

    /// <param name="order">By what it was approved, as free text: «приказ № 115/1 от 17.05.2023».</param>
    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid programmeId, string? order, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        string text = TextFolding.OneLine(order);
        if (text.Length == 0) return OrderMissing;
        return await _work.OnCaseAsync<Done>(actor.InstitutionId, programmeId, async (db, at) =>
        {
            Programme? programme = await db.Programmes.SingleOrDefaultAsync(p => p.Id == programmeId, cancel);
            if (programme is null) return RoadmapDesk.NoRoadmap;
            if (programme.Status == ProgrammeStatus.OnApproval) return RoadmapDesk.OnApproval;
            if (programme.Status != ProgrammeStatus.Accepted) return AlreadyRunning;
            programme.ApprovedEarlier = text.Length <= 300 ? text : text[..300];
            await _launch.StartAsync(db, programme, at, cancel);
            return default(Done);
        }, cancel);
    }

    private static Refusal OrderMissing { get; } = new("OrderMissing", "Напишите, каким приказом дорожная карта утверждена: номер и дату, как в документе.");
    internal static Refusal AlreadyRunning { get; } = new("AlreadyRunning", "Дорожная карта уже утверждена и работает. Второй раз утверждать её не нужно.");
}
