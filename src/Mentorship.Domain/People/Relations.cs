namespace Mentorship.Domain.People;

/// <summary>Relations in which people stand to a case, for steps that name nobody by role or name (<c>relation:author</c>).</summary>
public static class Relations
{
    /// <summary>All codes with their Russian names, in the order in which lists show them.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
        [("author", "автор документа"), ("participants", "участники, названные в документе"), ("responsible", "ответственные по дорожной карте")];

    /// <summary>Null for a relation that no case knows.</summary>
    public static string? NameOf(string code) => All.Where(r => r.Code == code).Select(r => r.Name).FirstOrDefault();
}
