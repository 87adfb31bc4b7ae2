namespace Mentorship.Domain.People;

/// <summary>Codes of the roles every institution has; an institution adds its own as <c>institution:&lt;text&gt;</c>.</summary>
public static class Roles
{
    public const string Administrator = "administrator", Director = "director", Deputy = "deputy", Curator = "curator",
        WorkingGroup = "working-group", MethodicalAssociation = "methodical-association", Mentor = "mentor", Mentee = "mentee",
        Secretary = "secretary", SiteEditor = "site-editor", Accountant = "accountant";

    /// <summary>All codes with their Russian names, in the order in which lists show them.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
    [
        (Director, "руководитель"), (Deputy, "заместитель руководителя"), (Curator, "куратор"), (Administrator, "администратор"),
        (Secretary, "секретарь"), (WorkingGroup, "рабочая группа"), (MethodicalAssociation, "методическое объединение"),
        (Mentor, "наставник"), (Mentee, "наставляемый"), (SiteEditor, "ответственный за сайт"), (Accountant, "бухгалтер"),
    ];

    public const string OwnPrefix = "institution:";

    /// <summary>The Russian name of a code; an institution's own role is its text.</summary>
    public static string NameOf(string code)
    {
        if (code.StartsWith(OwnPrefix, StringComparison.Ordinal)) return code[OwnPrefix.Length..];
        foreach ((string known, string name) in All) if (known == code) return name;
        return code;
    }
}
