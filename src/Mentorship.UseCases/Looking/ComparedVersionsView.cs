using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>The page that compares a version of a document with an earlier one.</summary>
public sealed class ComparedVersionsView
{
    private readonly Work _work;
    private readonly CaseDesk _cases;

    internal ComparedVersionsView(Work work, CaseDesk cases) => (_work, _cases) = (work, cases);

    /// <param name="since">The number of the earlier version; null, or not an earlier one: the one before.</param>
    /// <returns>Null when there is no such document or version for this person.</returns>
    public Task<ComparedVersions?> RunAsync(Actor actor, Guid id, Guid version, int? since, CancellationToken cancel) => _work.ReadAsync<ComparedVersions?>(actor.InstitutionId, async db =>
    {
        Document? document = await db.Documents.SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (document is null || !await DocumentAccess.MaySeeAsync(db, actor, document, cancel)) return null;
        DocumentVersion? shown = await db.DocumentVersions.SingleOrDefaultAsync(v => v.Id == version && v.DocumentId == id, cancel);
        if (shown is null) return null;
        int[] earlier = await db.DocumentVersions.Where(v => v.DocumentId == id && v.Number < shown.Number).Select(v => v.Number).OrderDescending().ToArrayAsync(cancel);
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        StaffDirectory staff = await _cases.StaffAsync(db, cancel);
        ComparedVersions page = new(document.Title, shown.Number, TimeZoneInfo.ConvertTime(shown.CreatedAt, institution.Zone), TaskSheets.NameOf(staff, shown.CreatedBy), earlier, null);
        if (earlier.Length == 0) return page;
        int number = since is { } asked && earlier.Contains(asked) ? asked : earlier[0];
        return page with { Changed = WhatChanged.Between(await db.DocumentVersions.SingleAsync(v => v.DocumentId == id && v.Number == number, cancel), shown) };
    }, cancel);
}

/// <param name="At">In the institution's own time zone.</param>
/// <param name="Earlier">Numbers of the versions before, the newest first.</param>
/// <param name="Changed">Null for a first version.</param>
public sealed record ComparedVersions(string Title, int Number, DateTimeOffset At, string Author, IReadOnlyList<int> Earlier, WhatChanged? Changed);
