using System.Globalization;
using System.Text.RegularExpressions;
using Mentorship.Domain.People;
using Mentorship.Domain.Wording;
using Mentorship.Flow;
using Wording = Mentorship.Domain.Processes.Wording.StepWords;

namespace Mentorship.Web.Pages.Designer;

/// <summary>What kinds of steps and their outcomes are called.</summary>
public static partial class StepWords
{
    private const int BriefLength = 80;

    /// <summary>The kind of a step, as it begins a line.</summary>
    public static string Kind(FlowNode node) => node.Kind == NodeKind.Unknown ? DesignerTexts.KindUnknown : Kind(node.Type);

    public static string Kind(string type) => Capital(Wording.Kind(type));

    /// <summary>An outcome, as it begins a line; what somebody has named, as a case of a choice, stays as it was written.</summary>
    /// <param name="node">The step it is an outcome of; null where that is not known.</param>
    public static string Outcome(FlowNode? node, string outcome) => Wording.Outcome(outcome, node?.Type) is var words && words == outcome ? outcome : Capital(words);

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];

    /// <summary>A title that fits a list; the whole is kept in the definition.</summary>
    public static string Brief(string title) => Cut(title, BriefLength);

    /// <summary>A title where there is room for some lines of it.</summary>
    public static string Long(string title) => Cut(title, 3 * BriefLength);

    /// <summary>A sentence about steps whose titles may be very long; outcomes and roles are called as everywhere.</summary>
    public static string BriefMessage(string message) => Cut(RoleIn().Replace(OutcomeIn().Replace(message, found => string.Join(", ", found.Value.Split(", ").Select(name => Outcome(null, name)))), found => Roles.NameOf(found.Value)), 6 * BriefLength);

    [GeneratedRegex("(?<=исход[а-я]* «|списка: )[A-Za-z]+(, [A-Za-z]+)*(?=[».])")]
    private static partial Regex OutcomeIn();

    [GeneratedRegex("(?<=» поручен роли «)[A-Za-z-]+(?=», но)")]
    private static partial Regex RoleIn();

    private static string Cut(string text, int length)
    {
        string line = string.Join(' ', text[..Math.Min(text.Length, 4 * length)].Split());
        return Titles.Brief(line, length);
    }
}
