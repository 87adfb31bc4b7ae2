using Mentorship.Domain;
using Mentorship.Domain.People;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps;
using Mentorship.UseCases.Cases;

namespace Mentorship.UseCases.Importing;

/// <summary>Says whom a responsible text of the file means: a role, people, a body, or nobody for now.</summary>
public sealed class SetAssignee
{
    private readonly Work _work;
    private readonly CaseDesk _desk;

    internal SetAssignee(Work work, CaseDesk desk) => (_work, _desk) = (work, desk);

    /// <param name="assignee">As a step names it; empty: nobody, on purpose; null: back to what the system proposes.</param>
    public Task<Outcome<Done>> RunAsync(Actor actor, Guid id, int seen, string text, string? assignee, CancellationToken cancel) => _work.DoAsync<Done>(actor.InstitutionId, async (db, _) =>
    {
        Outcome<RoadmapImport> found = await ImportRules.ForChangeAsync(db, actor, id, seen, cancel);
        if (found.Refusal is { } no) return no;
        RoadmapImport import = found.Value!;
        string key = RoadmapResponsibles.Key(text);
        if (!RoadmapResponsibles.All(import.Roadmap).Any(r => r.Text == key)) return ImportRules.NoCell;
        if (assignee is not null && !AssigneeWords.IsKnown(assignee, await _desk.StaffAsync(db, cancel))) return Unknown;
        Dictionary<string, string> assignees = new(import.Assignees);
        if (assignee is null) assignees.Remove(key);
        else assignees[key] = string.Join(", ", AssigneeWords.Parts(assignee).Distinct());
        import.Assignees = assignees;
        return default(Done);
    }, cancel);

    internal static Refusal Unknown { get; } = new("AssigneeUnknown", "Такого человека, роли или группы в учреждении нет. Выберите из списка.");
}
