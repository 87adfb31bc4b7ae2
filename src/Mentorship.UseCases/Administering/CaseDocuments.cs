using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Comparing;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Administering;

/// <summary>The documents of a case with every version that was shown for decision, and who decided on it.</summary>
internal static class CaseDocuments
{
    public static async Task<IReadOnlyList<CaseDocument>> OfAsync(MentorshipDb db, OpenedCase opened, IReadOnlyList<Decision> decisions, CancellationToken cancel)
    {
        Case subject = opened.Case;
        List<Document> documents = await db.Documents.Where(d => d.Id == subject.DocumentId || d.CaseId == subject.Id).OrderBy(d => d.CreatedAt).ToListAsync(cancel);
        Guid[] ids = [.. documents.Select(d => d.Id)];
        ILookup<Guid, DocumentVersion> versions = (await db.DocumentVersions.Where(v => ids.Contains(v.DocumentId)).OrderBy(v => v.Number).ToListAsync(cancel)).ToLookup(v => v.DocumentId);
        // Sending it again is the author's work, no decision on the version.
        HashSet<Guid> rework = [.. await db.WorkItems.Where(w => w.CaseId == subject.Id && w.Kind == WorkKind.Prepare).Select(w => w.Id).ToListAsync(cancel)];
        List<Decision> on = [.. decisions.Where(d => !rework.Contains(d.WorkItemId))];
        return [.. documents.Select(d => new CaseDocument(d.Id, d.Title, Versions([.. versions[d.Id]], opened, on)))];
    }

    /// <summary>The newest first.</summary>
    private static IReadOnlyList<CaseDocumentVersion> Versions(List<DocumentVersion> versions, OpenedCase opened, IReadOnlyList<Decision> decisions)
    {
        List<CaseDocumentVersion> told = [];
        OrderText? before = null;
        foreach (DocumentVersion version in versions)
        {
            OrderText text = OrderContent.Read(version.Content);
            told.Add(new CaseDocumentVersion(version.Id, version.Number, LookAtCase.Local(opened.Around.Institution, version.CreatedAt), TaskSheets.NameOf(opened.Around.Staff, version.CreatedBy), version.Change, version.Sha256)
            {
                Changed = before is null ? null : ChangeWords.Count(OrderChanges.Between(before, text)),
                Decisions = [.. decisions.Where(d => d.DocumentVersionId == version.Id).OrderBy(d => d.At).Select(d => Decided(d, opened))],
            });
            before = text;
        }
        told.Reverse();
        return told;
    }

    private static VersionDecision Decided(Decision decision, OpenedCase opened) => new(TaskSheets.NameOf(opened.Around.Staff, decision.PersonId), CaseHistory.OutcomeWords(decision.Outcome),
        decision.Comment is { Length: > 0 } comment ? comment : null, decision.Round, LookAtCase.Local(opened.Around.Institution, decision.At), decision.TakenBackAt is not null);
}

/// <param name="Versions">The newest first; none while it is a draft.</param>
public sealed record CaseDocument(Guid Id, string Title, IReadOnlyList<CaseDocumentVersion> Versions);

/// <param name="Note">What changed, in the author's words.</param>
public sealed record CaseDocumentVersion(Guid Id, int Number, DateTimeOffset At, string Author, string? Note, string Sha256)
{
    /// <summary>In how many places it is otherwise than the version before; null for the first.</summary>
    public string? Changed { get; init; }
    public IReadOnlyList<VersionDecision> Decisions { get; init; } = [];
}

/// <param name="Outcome">In words.</param>
public sealed record VersionDecision(string Who, string Outcome, string? Comment, int Round, DateTimeOffset At, bool IsTakenBack);
