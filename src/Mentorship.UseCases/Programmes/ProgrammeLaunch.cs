using Mentorship.Domain.Cases;
using Mentorship.Domain.Programmes;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Programmes;

/// <summary>Starts the roadmap once it is approved: its items open as their windows do.</summary>
internal sealed class ProgrammeLaunch(CaseDesk desk)
{
    public async Task StartAsync(MentorshipDb db, Programme programme, DateTimeOffset at, CancellationToken cancel)
    {
        if (programme.CaseId is not null) return;
        Guid version = await db.Processes.Where(p => p.Id == programme.ProcessId).Select(p => p.CurrentVersionId).SingleAsync(cancel);
        Case running = new() { InstitutionId = programme.InstitutionId, ProcessVersionId = version, ProgrammeId = programme.Id, Title = programme.Title };
        programme.Status = ProgrammeStatus.Running;
        programme.ApprovedAt = at;
        programme.CaseId = running.Id;
        await desk.StartAsync(db, running, at, cancel);
    }
}
