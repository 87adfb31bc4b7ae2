using Mentorship.Domain.Naming;

namespace Mentorship.Domain.People.Responsibles;

/// <summary>Whom a responsible text probably means in this institution; a person confirms it or chooses another.</summary>
/// <param name="Assignee">As a step names it; empty when nobody can be proposed.</param>
/// <param name="Unknown">People whom the text names and the staff list does not hold.</param>
/// <param name="AnyOf">One of several is enough.</param>
public sealed record AssigneeProposal(string Assignee, IReadOnlyList<PersonName> Unknown, IReadOnlyList<string> Doubts, bool AnyOf)
{
    public static AssigneeProposal Of(string text, StaffDirectory staff, DateOnly day)
    {
        List<string> parts = [], doubts = [];
        List<PersonName> unknown = [];
        foreach (Responsible one in ResponsibleReader.Read(text))
        {
            PersonName? name = PersonName.Read(one.Person);
            List<Member> named = name is null ? [] : [.. staff.Members.Where(m => !(m.LeftOn < day) && IsSame(name, m.Person.Name))];
            if (named.Count == 1) parts.Add($"person:{named[0].PersonId:N}");
            else
            {
                if (named.Count > 1) doubts.Add($"В списке людей несколько человек подходят под «{one.Person}». Выберите, кто имеется в виду.");
                else if (name is not null)
                {
                    unknown.Add(name);
                    doubts.Add($"«{one.Person}» нет в списке людей. Добавьте этого человека или выберите другого.");
                }
                if (Standing(one, staff, day) is { } found) parts.Add(found);
                else if (one.Doubt is { } doubt) doubts.Add(doubt);
                else if (name is null) doubts.Add($"В учреждении никто не записан как «{one.Text}». Выберите роль или человека.");
            }
        }
        return new AssigneeProposal(string.Join(", ", parts.Distinct()), unknown, doubts, ResponsibleReader.IsAnyOf(text));
    }

    /// <summary>The roles alone, for a template that belongs to no institution yet.</summary>
    public static string RolesOf(string text) =>
        string.Join(", ", ResponsibleReader.Read(text).Select(r => r.Role).OfType<string>().Where(IsUsual).Distinct().Select(role => "role:" + role));

    /// <summary>A usual role; else a body of that name, or the people with that post.</summary>
    private static string? Standing(Responsible one, StaffDirectory staff, DateOnly day)
    {
        if (one.Role is null) return null;
        if (IsUsual(one.Role)) return "role:" + one.Role;
        string wanted = Person.Fold(one.Role[Roles.OwnPrefix.Length..]);
        if (staff.Bodies.FirstOrDefault(b => Person.Fold(b.Name) == wanted) is { } body) return $"body:{body.Id:N}";
        List<Member> holders = [.. staff.Members.Where(m => !(m.LeftOn < day) && (Person.Fold(m.Post) == wanted || m.Holds(one.Role, day)))];
        return holders.Count == 0 ? null : string.Join(", ", holders.Select(m => $"person:{m.PersonId:N}"));
    }

    private static bool IsUsual(string role) => Roles.All.Any(known => known.Code == role);

    /// <summary>The same surname, and no given name that contradicts: «Юдина И. А.» is «Юдина Ирина Александровна».</summary>
    private static bool IsSame(PersonName written, PersonName known) =>
        Person.Fold(written.Surname) == Person.Fold(known.Surname) && Begins(known.GivenName, written.GivenName) && Begins(known.Patronymic, written.Patronymic);

    private static bool Begins(string? known, string? written)
    {
        string start = Person.Fold((written ?? "").TrimEnd('.'));
        return start.Length == 0 || string.IsNullOrEmpty(known) || (start.Length == 1 ? Person.Fold(known).StartsWith(start, StringComparison.Ordinal) : Person.Fold(known) == start);
    }
}
