using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.People.Responsibles;

namespace Mentorship.Domain.Roadmaps;

/// <summary>A whole roadmap understood: for every stage and item what its term means and who answers, and everything a person should look at.</summary>
/// <param name="Doubts">The doubts of the reading, then those of terms and responsibles, each with its place.</param>
public sealed record RoadmapUnderstanding(SchoolYear? SchoolYear, IReadOnlyList<StageUnderstanding> Stages, IReadOnlyList<ReadingDoubt> Doubts)
{
    /// <summary>Understands a roadmap for a school year, by default its own.</summary>
    /// <param name="calendar">The terms and holidays that its deadlines may name.</param>
    public static RoadmapUnderstanding Of(Roadmap roadmap, InstitutionCalendar calendar, SchoolYear? schoolYear = null) => new UnderstandingMaker(roadmap, schoolYear ?? roadmap.SchoolYear, calendar).Make();
}

/// <summary>A stage understood. Its term is its own text, else the span of its items' terms; null when neither says anything.</summary>
public sealed record StageUnderstanding(RoadmapStage Stage, Deadline? Deadline, IReadOnlyList<Responsible> Responsibles, IReadOnlyList<ItemUnderstanding> Items);

/// <summary>An item understood: «–//–», «то же» and empty cells carry what the row above means, the texts stay as written.</summary>
/// <param name="AnyResponsible">One of the responsibles is enough («директор или куратор»).</param>
public sealed record ItemUnderstanding(RoadmapItem Item, Deadline Deadline, IReadOnlyList<Responsible> Responsibles, bool AnyResponsible);
