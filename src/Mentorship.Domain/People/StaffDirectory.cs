namespace Mentorship.Domain.People;

/// <summary>The people and bodies of one institution, as the resolver of «кому поручить» needs them.</summary>
public sealed class StaffDirectory(IReadOnlyList<Member> members, IReadOnlyList<Body> bodies)
{
    private readonly Dictionary<Guid, Body> _bodies = bodies.ToDictionary(b => b.Id);

    public IReadOnlyList<Member> Members => members;
    public IReadOnlyList<Body> Bodies => bodies;
    public StaffNames Names => field ??= new StaffNames(members);
    public Body? Body(Guid id) => _bodies.GetValueOrDefault(id);
    public Member? Member(Guid person) => members.FirstOrDefault(m => m.PersonId == person);

    /// <summary>
    /// Resolves <c>role:curator, person:…, body:…, relation:author</c> to participants, without doubles, in the order written.
    /// A role that a body answers for resolves to the body; any other role to all who hold it that day.
    /// </summary>
    public IReadOnlyList<Participant> Resolve(string assignee, IReadOnlyDictionary<string, IReadOnlyList<Guid>> relations, DateOnly day)
    {
        List<Participant> found = [];
        foreach (string part in assignee.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                found.AddRange(members.Where(m => !(m.LeftOn < day) && string.Equals(m.Person.Email, part, StringComparison.OrdinalIgnoreCase)).Select(m => Participant.OfPerson(m.PersonId)));
                continue;
            }
            string value = part[(colon + 1)..];
            found.AddRange(part[..colon] switch
            {
                "role" => OfRole(value, day),
                "person" => Guid.TryParse(value, out Guid id) && members.Any(m => m.PersonId == id && !(m.LeftOn < day)) ? [Participant.OfPerson(id)] : [],
                "body" => Guid.TryParse(value, out Guid id) && _bodies.ContainsKey(id) ? [Participant.OfBody(id)] : [],
                "relation" => relations.TryGetValue(value, out IReadOnlyList<Guid>? people) ? people.Select(Participant.OfPerson) : [],
                _ => [],
            });
        }
        return [.. found.Distinct()];
    }

    private IEnumerable<Participant> OfRole(string role, DateOnly day)
    {
        Body? body = bodies.FirstOrDefault(b => b.Role == role);
        if (body is not null) return [Participant.OfBody(body.Id)];
        return members.Where(m => m.Holds(role, day)).OrderBy(m => m.Person.SearchName, StringComparer.Ordinal).ThenBy(m => m.PersonId)
            .Select(m => Participant.OfPerson(m.PersonId));
    }

    /// <summary>Each for himself: the members of a body instead of the body.</summary>
    public IReadOnlyList<Participant> OneByOne(IEnumerable<Participant> participants) =>
        [.. participants.SelectMany(p => p.IsBody && _bodies.TryGetValue(p.Id, out Body? body) ? body.Members.Select(m => m.PersonId).Append(body.LeadId).Select(Participant.OfPerson) : [p]).Distinct()];

    /// <summary>The people whom a mail about work of the participant reaches: the person, or who may close the body's work.</summary>
    public IEnumerable<Guid> Reach(Participant participant)
    {
        if (!participant.IsBody) return [participant.Id];
        if (!_bodies.TryGetValue(participant.Id, out Body? body)) return [];
        return body.AnyoneCloses ? body.Members.Select(m => m.PersonId).Append(body.LeadId).Distinct() : [body.LeadId];
    }

    /// <summary>May this person decide for the participant?</summary>
    public bool MayAct(Guid person, Participant holder) =>
        holder.IsBody ? _bodies.TryGetValue(holder.Id, out Body? body) && body.MayClose(person) : holder.Id == person;
}
