using Mentorship.Domain.Documents;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Pairing;

namespace Mentorship.UseCases.Cases;

/// <summary>Documents that a process writes itself (a Document step without a drafter), by the step's <c>kind</c> and <c>format</c>.</summary>
internal static class ProcessDrafts
{
    private const string RegisterOfPairs = "register-pairs";

    /// <summary>Writes the document in the same transaction and answers the step; a kind that nothing here writes leaves the step in attention.</summary>
    public static async Task<FlowEvent> WriteAsync(MentorshipDb db, OpenedCase opened, DraftDocument draft, DateTimeOffset at, CancellationToken cancel)
    {
        FlowNode node = opened.Graph.Node(draft.NodeId);
        string kind = node.Text("kind") ?? "", format = node.Text("format") ?? "xlsx";
        Document? order = opened.Case.DocumentId is { } id ? await db.Documents.FindAsync([id], cancel) : null;
        if (kind != RegisterOfPairs) return Failed($"Шаг просит документ вида «{kind}», который система писать не умеет. Исправьте вид в настройках шага.");
        if (format != "xlsx") return Failed($"Реестр пар система пишет таблицей Excel (xlsx), а шаг просит «{format}». Исправьте формат в настройках шага.");
        if (order is not { RegistrationNumber: not null }) return Failed("Реестр пар пишется к подписанному приказу о парах. Поставьте шаг после подписи.");
        await PairRegister.AttachAsync(db, order, opened.Around.Institution, opened.Around.Staff, at, cancel);
        return new StepCompleted(at, draft.Step);

        StepFailed Failed(string reason) => new(at, draft.Step, reason);
    }
}
