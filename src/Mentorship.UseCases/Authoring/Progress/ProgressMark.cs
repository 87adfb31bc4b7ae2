using Mentorship.Domain.Cases;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Authoring.Progress;

/// <summary>
/// The state of what a look at a process shows, in numbers: where they are equal, the case stands as it did and as many others run. It reads no state of a case,
/// so that what a page asks every few seconds stays small.
/// </summary>
/// <param name="Case">The case that is shown; null where there is none.</param>
/// <param name="Institution">Its version: settings, names and roles of people.</param>
/// <param name="Shown">The version of that case.</param>
/// <param name="Live">How many cases of the process have not ended.</param>
/// <param name="Work">The work of the case: each row counts one and how often it was changed.</param>
public sealed record ProgressMark(Guid Process, Guid? Case, int Institution, int Shown, int Live, int Work)
{
    internal static async Task<ProgressMark> ReadAsync(MentorshipDb db, Guid institution, Guid process, Guid? shown, CancellationToken cancel)
    {
        var now = await db.Institutions.Where(i => i.Id == institution).Select(i => new
        {
            i.Version,
            Shown = db.Cases.Where(c => c.Id == shown).Select(c => c.Version).FirstOrDefault(),
            Live = db.Cases.Count(c => (c.Status == CaseStatus.Running || c.Status == CaseStatus.Suspended) && db.ProcessVersions.Any(v => v.Id == c.ProcessVersionId && v.ProcessId == process)),
            Work = db.WorkItems.Where(w => w.CaseId == shown).Sum(w => w.Version + 1),
        }).SingleOrDefaultAsync(cancel);
        return now is null ? new ProgressMark(process, shown, 0, 0, 0, 0) : new ProgressMark(process, shown, now.Version, now.Shown, now.Live, now.Work);
    }
}
