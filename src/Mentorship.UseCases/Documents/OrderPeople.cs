using Mentorship.Domain;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;

namespace Mentorship.UseCases.Documents;

/// <summary>The institution and its people as an order of that day writes them: names in the cases that somebody corrected by hand, else by rule.</summary>
internal sealed class OrderPeople(Institution institution, StaffDirectory staff, DateOnly day)
{
    /// <summary>The head of the institution that day, or null.</summary>
    public Member? Head => staff.Members.FirstOrDefault(m => m.Holds(Roles.Director, day));

    /// <summary>The curator that day, or null.</summary>
    public Member? Curator => staff.Members.FirstOrDefault(m => m.Holds(Roles.Curator, day));

    public Outcome<Letterhead> Letterhead() => Head is { } head
        ? new Letterhead
        {
            Founder = institution.Founder, FullName = institution.Name, ShortName = institution.ShortName == institution.Name ? null : institution.ShortName,
            City = institution.City, HeadPost = institution.HeadPost, HeadName = head.Person.Name, PreambleGrounds = institution.PreambleGrounds ?? "",
        }
        : NoHead;

    public OrderPerson? Person(Guid? id) => id is { } person && staff.Member(person) is { } member ? Of(member) : null;

    public PairParticipant? Participant(Guid id) => staff.Member(id) is { } member ? new PairParticipant(Of(member), member.Kind switch
    {
        MemberKind.Pupil => ParticipantKind.Pupil,
        MemberKind.External => ParticipantKind.External,
        _ => ParticipantKind.Employee,
    }) : null;

    public static OrderPerson Of(Member member)
    {
        NameCases cases = new(member.Person.Name);
        foreach ((GrammaticalCase grammaticalCase, string text) in member.Person.NameCases) cases = cases.With(grammaticalCase, text);
        return new OrderPerson(member.Person.Name, member.Post) { NameCases = cases };
    }

    public static Refusal NoHead { get; } = new("NoHead", "В учреждении не указан руководитель: некому подписать приказ. Дайте роль «руководитель» на странице «Люди».");
}
