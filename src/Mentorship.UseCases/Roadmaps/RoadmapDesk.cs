using Mentorship.Domain;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Processes;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Roadmaps;

/// <summary>A programme on the table with its process and the table that the current version holds.</summary>
internal sealed record OpenedRoadmap(Programme Programme, Process Process, FlowGraph Graph, DefinedRoadmap Table)
{
    public ProcessDefinition Definition => Graph.Definition;
}

/// <summary>Brings a roadmap to the table, and says whether it may be changed now.</summary>
internal sealed class RoadmapDesk(CaseDesk desk)
{
    public async Task<OpenedRoadmap?> OpenAsync(MentorshipDb db, Guid programmeId, CancellationToken cancel)
    {
        Programme? programme = await db.Programmes.SingleOrDefaultAsync(p => p.Id == programmeId, cancel);
        if (programme is null) return null;
        Process process = await db.Processes.SingleAsync(p => p.Id == programme.ProcessId, cancel);
        FlowGraph graph = await desk.GraphAsync(db, process.CurrentVersionId, cancel);
        return new OpenedRoadmap(programme, process, graph, RoadmapProcess.FromDefinition(graph.Definition));
    }

    /// <summary>What serialises the changes of a roadmap: its case, once it runs.</summary>
    public static async Task<Guid?> GateAsync(MentorshipDb db, Guid programmeId, CancellationToken cancel)
    {
        var found = await db.Programmes.Where(p => p.Id == programmeId).Select(p => new { p.Id, p.CaseId }).SingleOrDefaultAsync(cancel);
        return found is null ? null : found.CaseId ?? found.Id;
    }

    /// <summary>While people decide on a version nobody changes it under their eyes.</summary>
    public static async Task<Refusal?> MayChangeAsync(MentorshipDb db, Programme programme, CancellationToken cancel)
    {
        if (programme.Status == ProgrammeStatus.Finished) return Finished;
        if (programme.Status != ProgrammeStatus.OnApproval) return null;
        Document? order = await db.Documents.SingleOrDefaultAsync(d => d.Id == programme.ApprovalDocumentId, cancel);
        return order is { Status: DocumentStatus.Returned } ? null : OnApproval;
    }

    public static Refusal NoRoadmap { get; } = new("NoRoadmap", "Такой дорожной карты нет или она вам не открыта. Выберите её на странице «Дорожная карта».");
    public static Refusal NoItem { get; } = new("NoItem", "Такого пункта в дорожной карте больше нет. Обновите страницу.");
    public static Refusal NotRunning { get; } = new("NotRunning", "Дорожная карта ещё не утверждена: её пункты откроются после подписи руководителя.");
    public static Refusal OnApproval { get; } = new("OnApproval", "Дорожная карта на утверждении: люди решают по этой редакции. Дождитесь решения; если её вернут, строки снова можно будет править.");
    private static Refusal Finished { get; } = new("ProgrammeFinished", "Этот учебный год завершён. Чтобы работать дальше, перенесите дорожную карту на другой учебный год.");
}
