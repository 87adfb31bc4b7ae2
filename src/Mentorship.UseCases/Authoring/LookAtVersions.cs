using Mentorship.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Authoring;

/// <summary>The history of a process: who published what when and why, and how many cases still run by it.</summary>
public sealed class LookAtVersions
{
    private readonly Work _work;
    private readonly AuthoringDesk _desk;

    internal LookAtVersions(Work work, AuthoringDesk desk) => (_work, _desk) = (work, desk);

    public Task<Outcome<IReadOnlyList<VersionLine>>> RunAsync(Actor actor, Guid processId, CancellationToken cancel) => _work.ReadAsync<Outcome<IReadOnlyList<VersionLine>>>(actor.InstitutionId, async db =>
    {
        if (AuthoringDesk.MayAuthor(actor) is { } no) return no;
        if (await _desk.OpenAsync(db, processId, cancel) is not { } opened) return AuthoringDesk.NoProcess;
        var found = await db.ProcessVersions.Where(v => v.ProcessId == processId).OrderByDescending(v => v.Number)
            .Select(v => new { v.Number, v.Note, v.PublishedBy, v.PublishedAt, v.Sha256, Running = db.Cases.Count(c => c.ProcessVersionId == v.Id && c.Status == CaseStatus.Running) }).ToListAsync(cancel);
        VersionLine[] lines = [.. found.Select(v => new VersionLine(v.Number, v.Note, v.PublishedBy is { } by ? opened.Staff.Member(by)?.Person.ShortName ?? "" : "", v.PublishedAt, v.Sha256, v.Running, v.Number == opened.Process.CurrentNumber))];
        return lines;
    }, cancel);
}

/// <param name="By">Empty where nobody is named any more.</param>
/// <param name="Running">Cases that run by this version.</param>
public sealed record VersionLine(int Number, string Note, string By, DateTimeOffset At, string Sha256, int Running, bool IsCurrent);
