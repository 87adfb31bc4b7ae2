using Mentorship.Domain.Cases;
using Mentorship.Domain.People;
using Mentorship.UseCases.Authoring;
using Mentorship.UseCases.Importing;

namespace Mentorship.Web.Pages.Designer;

/// <summary>The institution in which a process is shaped: whom work can be given to, in which year deadlines are read.</summary>
/// <param name="Choices">Roles, bodies and people.</param>
/// <param name="OpenDaysBefore">How many days before a single date its work opens.</param>
/// <param name="Today">The institution's day when the designer was opened.</param>
public sealed record DesignerPlace(IReadOnlyList<AssigneeChoice> Choices, PlanContext Plan, DateOnly Today, TimeZoneInfo Zone, int OpenDaysBefore)
{
    /// <summary>The processes that a step may start.</summary>
    public IReadOnlyList<ProcessChoice> Processes { get; init; } = [];

    /// <summary>The registration books of the institution: the code on disk and the name.</summary>
    public IReadOnlyList<(string Code, string Name)> Books { get; init; } = [];

    /// <summary>The institution's templates of documents.</summary>
    public IReadOnlyList<TemplateOfKind> Templates { get; init; } = [];

    /// <summary>Whether a person or a body is of this institution.</summary>
    public bool IsHere(string who) => Choices.Any(c => c.Value == who);

    /// <summary>«куратор, Иванова А. П., завуч»; what this institution does not know is said to be unknown.</summary>
    public string WordsOf(string? assignee) => string.Join(", ", AssigneeWords.Parts(assignee ?? "").Select(WordOf));

    /// <summary>One part as its choice names it.</summary>
    public string WordOf(string part)
    {
        string value = Normal(part);
        if (value.StartsWith("relation:", StringComparison.Ordinal)) return Relations.NameOf(value["relation:".Length..]) ?? DesignerTexts.UnknownWho;
        if (value.Contains('@', StringComparison.Ordinal)) return value;
        return Choices.FirstOrDefault(c => c.Value == value)?.Label ?? DesignerTexts.UnknownWho;
    }

    /// <summary>A part of an assignee as the choices write it.</summary>
    public static string Normal(string part)
    {
        int colon = part.IndexOf(':', StringComparison.Ordinal);
        return Guid.TryParse(part[(colon + 1)..], out Guid id) ? $"{part[..colon]}:{id:N}" : part;
    }
}
