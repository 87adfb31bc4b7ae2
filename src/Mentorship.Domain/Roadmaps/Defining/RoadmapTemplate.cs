using Mentorship.Domain.People.Responsibles;
using Mentorship.Flow;

namespace Mentorship.Domain.Roadmaps.Defining;

/// <summary>A roadmap for the library: roles instead of people, original texts, nothing understood yet. The same roadmap gives the same file.</summary>
public static class RoadmapTemplate
{
    /// <summary>Templates tell no day of their own.</summary>
    private static readonly DateTimeOffset Made = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    public static ProcessDefinition Of(Roadmap roadmap, string key) => RoadmapProcess.ToDefinition(roadmap, key, Made, (stage, item) =>
    {
        string text = RoadmapResponsibles.Of(roadmap, stage, item), roles = AssigneeProposal.RolesOf(text);
        return new ItemWork(roles, roles.Contains(',', StringComparison.Ordinal) ? ResponsibleReader.IsAnyOf(text) ? "any" : "all" : null);
    });
}
