using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.People;
using Mentorship.Domain.Programmes;
using Mentorship.Flow;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Cases;

/// <summary>Who stands in which relation to a document's case: its <c>author</c>, the <c>participants</c> it names, the <c>responsible</c> people of the roadmap that it approves.</summary>
internal sealed class CaseRelations(GraphCache graphs)
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Guid>>> OfAsync(
        MentorshipDb db, Document? document, Programme? programme, StaffDirectory staff, DateOnly day, CancellationToken cancel)
    {
        Dictionary<string, IReadOnlyList<Guid>> relations = [];
        if (document is null) return relations;
        relations["author"] = [document.AuthorId];
        relations["participants"] = [.. document.NamedPeople.Where(p => staff.Member(p) is { Kind: not MemberKind.Pupil })];
        if (document.Kind == DocumentKind.RoadmapApproval.Code && programme is not null)
            relations["responsible"] = await ResponsibleAsync(db, programme, staff, day, cancel);
        return relations;
    }

    /// <summary>Everybody to whom an item of the roadmap is given; the members of a body one by one, for each signs for himself.</summary>
    private async Task<IReadOnlyList<Guid>> ResponsibleAsync(MentorshipDb db, Programme programme, StaffDirectory staff, DateOnly day, CancellationToken cancel)
    {
        Guid version = await db.Processes.Where(p => p.Id == programme.ProcessId).Select(p => p.CurrentVersionId).SingleAsync(cancel);
        FlowGraph graph = await graphs.OfAsync(db, version, cancel);
        Dictionary<string, IReadOnlyList<Guid>> none = [];
        return [.. graph.Nodes.Where(n => n.Kind == NodeKind.Task)
            .SelectMany(n => staff.Resolve(n.Text("assignee") ?? "", none, day))
            .SelectMany(p => p.IsBody ? staff.Body(p.Id)!.Members.Select(m => m.PersonId).Append(staff.Body(p.Id)!.LeadId) : [p.Id])
            .Where(p => staff.Member(p) is { Kind: not MemberKind.Pupil }).Distinct()];
    }
}
