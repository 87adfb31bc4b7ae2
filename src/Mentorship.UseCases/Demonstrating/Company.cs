using Mentorship.Domain.People;

namespace Mentorship.UseCases.Demonstrating;

/// <summary>One institution of the demonstration while it is played: who is who, and what is still to happen.</summary>
internal sealed class Company(CastInstitution cast, Guid institutionId, IReadOnlyDictionary<string, Guid> people)
{
    public CastInstitution Cast => cast;
    public Guid InstitutionId => institutionId;
    public Guid ProgrammeId { get; set; }

    /// <summary>The one task that nobody does in time; found while playing.</summary>
    public string? Late { get; set; }

    /// <summary>Orders that have come back once.</summary>
    public HashSet<string> Returned { get; } = [];
    public Actor Curator => Act(cast.Curator);
    public Actor Director => Act(cast.Director);
    public Actor Administrator => Act(cast.Administrator);

    public Guid Id(string name) => people[name];

    public string NameOf(Guid person) => people.First(p => p.Value == person).Key;

    private Actor Act(CastPerson person) => new(institutionId, people[person.Name], person.Roles.ToHashSet());
}
