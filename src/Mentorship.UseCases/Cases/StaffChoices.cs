using Mentorship.Domain.People;
using Mentorship.UseCases.Importing;

namespace Mentorship.UseCases.Cases;

/// <summary>Everybody whom work can be given to, in the order of a list.</summary>
internal static class StaffChoices
{
    public static IReadOnlyList<AssigneeChoice> Of(StaffDirectory staff, DateOnly day) =>
    [
        .. Roles.All.Select(r => new AssigneeChoice("role:" + r.Code, r.Name, ChoiceGroup.Roles)),
        .. staff.Members.SelectMany(m => m.Roles).Select(r => r.Role).Where(r => r.StartsWith(Roles.OwnPrefix, StringComparison.Ordinal) && !r.Contains(',', StringComparison.Ordinal)).Distinct()
            .Select(r => new AssigneeChoice("role:" + r, Roles.NameOf(r), ChoiceGroup.Roles)),
        .. staff.Bodies.OrderBy(b => b.Name, StringComparer.Ordinal).Select(b => new AssigneeChoice($"body:{b.Id:N}", b.Name, ChoiceGroup.Bodies)),
        .. staff.Members.Where(m => m.Kind != MemberKind.Pupil && !(m.LeftOn < day)).OrderBy(m => m.Person.SearchName, StringComparer.Ordinal)
            .Select(m => new AssigneeChoice($"person:{m.PersonId:N}", m.Post.Length == 0 ? m.Person.ShortName : $"{m.Person.ShortName}, {m.Post}", ChoiceGroup.People)),
    ];
}
