using Mentorship.Flow;
using Mentorship.Storage;

namespace Mentorship.UseCases.Cases;

/// <summary>Documents that a process writes itself (a Document step without a drafter), by the step's <c>kind</c>.</summary>
internal static class ProcessDrafts
{
    /// <summary>Writes the document in the same transaction and answers the step; a kind that nothing here writes leaves the step in attention.</summary>
    public static Task<FlowEvent> WriteAsync(MentorshipDb db, OpenedCase opened, DraftDocument draft, DateTimeOffset at, CancellationToken cancel)
    {
        string kind = opened.Graph.Node(draft.NodeId).Text("kind") ?? "";
        return Task.FromResult<FlowEvent>(new StepFailed(at, draft.Step, $"Шаг просит документ вида «{kind}», который система писать не умеет. Исправьте вид в настройках шага."));
    }
}
