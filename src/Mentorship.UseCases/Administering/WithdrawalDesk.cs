using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Programmes;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Signing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Administering;

/// <summary>Ends a case before its end, whoever asks for it: its open work is withdrawn with the reason, its document is a draft again, its roadmap may be changed again.</summary>
internal sealed class WithdrawalDesk(CaseDesk cases)
{
    /// <param name="kind">The kind of the record.</param>
    public async Task<Refusal?> CancelAsync(MentorshipDb db, OpenedCase opened, string kind, Guid by, string reason, DateTimeOffset at, CancellationToken cancel)
    {
        Guid subject = opened.Case.Id;
        List<Document> documents = await db.Documents.AsTracking().Where(d => d.Id == opened.Case.DocumentId || d.CaseId == subject && d.FromStep != null).ToListAsync(cancel);
        if (documents.Exists(d => d.Status == DocumentStatus.Signing)) return Deciding.DecideWorkItem.BeingSigned;
        if (documents.Exists(d => d.Status == DocumentStatus.OnPaper)) return PaperRules.VoidFirst;
        CaseChanges changes = opened.Case.Administer(opened.Graph, opened.Around, new CaseCancelled(at, reason), kind, "", by, reason, at);
        if (changes.Refusal is { } no) return no;
        await cases.PutAwayAsync(db, opened, changes, at, cancel);
        foreach (Document document in documents.Where(d => d.Status is DocumentStatus.OnRoute or DocumentStatus.Returned or DocumentStatus.Draft)) await ToDraftAsync(db, document, cancel);
        await EndRoadmapAsync(db, opened.Case, cancel);
        return null;
    }

    private static async Task ToDraftAsync(MentorshipDb db, Document document, CancellationToken cancel)
    {
        (document.Status, document.CaseId, document.FromStep, document.ReturnReason) = (DocumentStatus.Draft, null, null, null);
        if (document.Kind != DocumentKind.RoadmapApproval.Code) return;
        Programme? programme = await db.Programmes.SingleOrDefaultAsync(p => p.ApprovalDocumentId == document.Id, cancel);
        if (programme is { Status: ProgrammeStatus.OnApproval }) programme.Status = ProgrammeStatus.Accepted;
    }

    /// <summary>A roadmap that was running runs no more.</summary>
    private static async Task EndRoadmapAsync(MentorshipDb db, Case subject, CancellationToken cancel)
    {
        if (subject.ProgrammeId is not { } id || subject.DocumentId is not null) return;
        Programme? programme = await db.Programmes.SingleOrDefaultAsync(p => p.Id == id && p.CaseId == subject.Id, cancel);
        if (programme is not null) programme.Status = ProgrammeStatus.Finished;
    }
}
