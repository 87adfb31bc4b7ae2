using System.Data.Common;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Pairing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.Logging;

namespace Mentorship.UseCases.Cases;

/// <summary>Documents that a process writes itself (a Document step without a drafter), by the step's <c>kind</c> and <c>format</c>.</summary>
internal sealed class ProcessDrafts(ILogger<ProcessDrafts> log)
{
    /// <summary>
    /// Writes the document in the same transaction and answers the step. What cannot be written leaves the step in attention and nothing else: the decision that
    /// led to it stands. A database that does not answer is no fault of the step.
    /// </summary>
    public async Task<FlowEvent> WriteAsync(MentorshipDb db, OpenedCase opened, DraftDocument draft, DateTimeOffset at, CancellationToken cancel)
    {
        FlowNode node = opened.Graph.Node(draft.NodeId);
        HashSet<object> before = [.. db.ChangeTracker.Entries().Select(e => e.Entity)];
        try
        {
            return await WriteAsync(db, opened, node, draft, at, cancel);
        }
        catch (Exception cause) when (cause is not (OperationCanceledException or DbException or DbUpdateException))
        {
            foreach (EntityEntry half in db.ChangeTracker.Entries().Where(e => !before.Contains(e.Entity)).ToList()) half.State = EntityState.Detached;
            Tell(opened, new StepFault(draft.Step, cause));
            return new StepFailed(at, draft.Step, $"Не получилось записать документ шага «{node.Name}». Повторите шаг; если не поможет, пропустите его и обратитесь к тому, кто обслуживает систему.");
        }
    }

    /// <summary>Leaves the cause for whoever looks after the system: the case only says that the step needs attention.</summary>
    public void Tell(OpenedCase opened, StepFault fault) => CaseLog.StepBroke(log, fault.Step, opened.Case.Id, fault.Cause);

    private static async Task<FlowEvent> WriteAsync(MentorshipDb db, OpenedCase opened, FlowNode node, DraftDocument draft, DateTimeOffset at, CancellationToken cancel)
    {
        if (Papers.TemplateOf(node) is not null) return await PaperByTemplate.WriteAsync(db, opened, node, draft, at, cancel);
        string kind = node.Text("kind") ?? "", format = node.Text("format") ?? "xlsx";
        Document? order = opened.Case.DocumentId is { } id ? await db.Documents.FindAsync([id], cancel) : null;
        if (kind != Attached.RegisterKind) return Failed($"Шаг просит документ вида «{kind}», который система писать не умеет. Исправьте вид в настройках шага.");
        if (format != "xlsx") return Failed($"Реестр пар система пишет таблицей Excel (xlsx), а шаг просит «{format}». Исправьте формат в настройках шага.");
        if (order is not { RegistrationNumber: not null }) return Failed("Реестр пар пишется к подписанному приказу о парах. Поставьте шаг после подписи.");
        await PairRegister.AttachAsync(db, order, opened.Around.Institution, opened.Around.Staff, draft.Step, at, cancel);
        return new StepCompleted(at, draft.Step);

        StepFailed Failed(string reason) => new(at, draft.Step, reason);
    }
}
