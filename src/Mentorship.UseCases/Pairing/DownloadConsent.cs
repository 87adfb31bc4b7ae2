using Mentorship.Domain;
using Mentorship.Domain.Files;
using Mentorship.Domain.Pairing;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Orders;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Pairing;

/// <summary>The scan of a consent, for those who prepare the order.</summary>
public sealed class DownloadConsent
{
    private readonly Work _work;

    internal DownloadConsent(Work work) => _work = work;

    public Task<Outcome<FileToSend>> RunAsync(Actor actor, Guid pairId, bool ofMentor, CancellationToken cancel) => _work.ReadAsync<Outcome<FileToSend>>(actor.InstitutionId, async db =>
    {
        if (!OrderRules.MayWrite(actor)) return Actor.NotAllowed;
        Pair? pair = await db.Pairs.SingleOrDefaultAsync(p => p.Id == pairId, cancel);
        if ((ofMentor ? pair?.MentorConsentFileId : pair?.MenteeConsentFileId) is not { } id) return NoScan;
        StoredFile file = await db.Files.SingleAsync(f => f.Id == id, cancel);
        return new FileToSend(file.Name, file.ContentType, file.Content);
    }, cancel);

    private static Refusal NoScan { get; } = new("NoScan", "Скана согласия нет. Приложите его на странице пары.");
}
