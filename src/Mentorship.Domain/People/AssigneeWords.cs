namespace Mentorship.Domain.People;

/// <summary>Who is meant by <c>role:curator, person:…</c>, in words; and whether it means anybody at all.</summary>
public static class AssigneeWords
{
    /// <summary>«куратор, Иванова А. П.»; empty for nobody.</summary>
    public static string Of(string assignee, StaffDirectory staff) => string.Join(", ", Parts(assignee).Select(part => Word(part, staff) ?? "неизвестный исполнитель"));

    /// <summary>Each part names a role that exists, a person or a body of this institution, or a relation to the case.</summary>
    public static bool IsKnown(string assignee, StaffDirectory staff) => Parts(assignee).All(part => Word(part, staff) is not null);

    public static IReadOnlyList<string> Parts(string assignee) => assignee.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? Word(string part, StaffDirectory staff)
    {
        int colon = part.IndexOf(':', StringComparison.Ordinal);
        string value = part[(colon + 1)..];
        return colon < 0 ? null : part[..colon] switch
        {
            "role" when Roles.All.Any(r => r.Code == value) || staff.Members.Any(m => m.Roles.Exists(r => r.Role == value)) => Roles.NameOf(value),
            "person" => Guid.TryParse(value, out Guid person) ? staff.Member(person)?.Person.ShortName : null,
            "body" => Guid.TryParse(value, out Guid body) ? staff.Body(body)?.Name : null,
            "relation" => Relations.NameOf(value),
            _ => null,
        };
    }
}
