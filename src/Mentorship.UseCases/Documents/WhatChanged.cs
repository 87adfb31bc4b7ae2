using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Comparing;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Documents;

/// <summary>What a version says otherwise than an earlier one, and why it was changed.</summary>
/// <param name="Since">The number of the earlier version.</param>
/// <param name="Note">The same in the author's words.</param>
public sealed record WhatChanged(OrderChanges Changes, int Since, string? Note)
{
    /// <summary>The remark after which it was changed.</summary>
    public string? Remark { get; init; }

    /// <summary>The remark was this person's own.</summary>
    public bool IsOwnRemark { get; init; }

    /// <summary>Against the version on which this person decided last, else the one that was sent back, else the one before; null for a first version.</summary>
    internal static async Task<WhatChanged?> ForAsync(MentorshipDb db, Guid document, Guid shown, Guid person, CancellationToken cancel)
    {
        var versions = await db.DocumentVersions.Where(v => v.DocumentId == document).OrderBy(v => v.Number).Select(v => new { v.Id, v.Number }).ToListAsync(cancel);
        int number = versions.Single(v => v.Id == shown).Number;
        Dictionary<Guid, int> earlier = versions.Where(v => v.Number < number).ToDictionary(v => v.Id, v => v.Number);
        if (earlier.Count == 0) return null;
        Guid[] ids = [.. earlier.Keys];
        // The author's own word at sending it again is no remark.
        List<Decision> decisions = await db.Decisions.Where(d => d.DocumentVersionId != null && ids.Contains(d.DocumentVersionId.Value) && d.TakenBackAt == null)
            .Where(d => db.WorkItems.Any(w => w.Id == d.WorkItemId && (w.Kind == WorkKind.Concur || w.Kind == WorkKind.Sign))).OrderByDescending(d => d.At).ToListAsync(cancel);
        Decision? own = decisions.FirstOrDefault(d => d.PersonId == person), remark = own?.Comment is { Length: > 0 } ? own : decisions.FirstOrDefault(d => d.Comment is { Length: > 0 });
        Guid since = own?.DocumentVersionId ?? remark?.DocumentVersionId ?? earlier.MaxBy(v => v.Value).Key;
        return await BetweenAsync(db, document, since, shown, cancel) is { } changed ? changed with { Remark = remark?.Comment, IsOwnRemark = remark is not null && remark == own } : null;
    }

    /// <summary>Null where the document has not both versions.</summary>
    internal static async Task<WhatChanged?> BetweenAsync(MentorshipDb db, Guid document, Guid before, Guid after, CancellationToken cancel)
    {
        Dictionary<Guid, DocumentVersion> both = await db.DocumentVersions.Where(v => v.DocumentId == document && (v.Id == before || v.Id == after)).ToDictionaryAsync(v => v.Id, cancel);
        return both.TryGetValue(before, out DocumentVersion? old) && both.TryGetValue(after, out DocumentVersion? young) ? Between(old, young) : null;
    }

    internal static WhatChanged Between(DocumentVersion before, DocumentVersion after) =>
        new(OrderChanges.Between(OrderContent.Read(before.Content), OrderContent.Read(after.Content)), before.Number, after.Change);
}
