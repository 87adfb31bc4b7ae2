namespace Mentorship.Domain.People;

/// <summary>Relations in which people stand to a case, for steps that name nobody by role or name (<c>relation:author</c>).</summary>
public static class Relations
{
    /// <summary>All codes with their Russian names, in the order in which lists show them.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
        [("author", "автор документа"), ("participants", "участники, названные в документе"), ("responsible", "ответственные по дорожной карте")];

    /// <summary>Those that only a step inside a loop knows, of the item that the loop is at.</summary>
    public static IReadOnlyList<(string Code, string Name)> OfLoop { get; } =
        [("item", "тот, чья очередь"), ("mentor", "наставник этой пары"), ("mentee", "наставляемый этой пары")];

    /// <summary>Null for a relation that no case knows.</summary>
    public static string? NameOf(string code) => All.Concat(OfLoop).Where(r => r.Code == code).Select(r => r.Name).FirstOrDefault();
}
