using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Documents;

/// <summary>Puts documents on their route: what every kind of order shares.</summary>
internal sealed class DocumentDesk(CaseDesk desk)
{
    /// <summary>Freezes the text as a version and starts the route of its kind.</summary>
    /// <param name="content">Canonical JSON of the composed text.</param>
    public async Task<OpenedCase> SubmitAsync(MentorshipDb db, Document document, string content, Guid by, DateTimeOffset at, CancellationToken cancel)
    {
        db.DocumentVersions.Add(document.Freeze(content, by, at));
        Guid route = await db.Processes.Where(p => p.Key == document.Kind).Select(p => p.CurrentVersionId).SingleAsync(cancel);
        Case fresh = new() { InstitutionId = document.InstitutionId, ProcessVersionId = route, ProgrammeId = document.ProgrammeId, DocumentId = document.Id, Title = document.Title };
        document.CaseId = fresh.Id;
        document.Status = DocumentStatus.OnRoute;
        return await desk.StartAsync(db, fresh, at, cancel);
    }

    /// <summary>A returned document comes back as its next version, and one that a step asked for as its first: the author's task is done, the case goes on by itself.</summary>
    public async Task<Domain.Refusal?> ResubmitAsync(MentorshipDb db, Document document, string content, string? change, Guid by, DateTimeOffset at, CancellationToken cancel)
    {
        db.DocumentVersions.Add(document.Freeze(content, by, at, change));
        OpenedCase opened = (await desk.OpenAsync(db, document.CaseId!.Value, cancel))!;
        WorkItem? rework = opened.Case.WorkItems.FirstOrDefault(w => w.Kind == WorkKind.Prepare && w.IsOpen && (document.FromStep is null || w.DocumentId == document.Id || w.StepId == document.FromStep));
        if (rework is null) return DecisionRules.NotOpen;
        CaseChanges changes = opened.Case.Decide(opened.Graph, opened.Around, new DecisionRequest(rework.Id, by, "Done", Door.Session, change), at);
        if (changes.Refusal is { } no) return no;
        document.Status = DocumentStatus.OnRoute;
        await desk.PutAwayAsync(db, opened, changes, at, cancel);
        return null;
    }
}
