namespace Mentorship.Domain.Documents.Templates;

/// <summary>What the drafter is asked for one name in the template, however often it stands there.</summary>
/// <param name="IsOptional">It stands only in passages that may be left out.</param>
public sealed record TemplateQuestion(string Name, QuestionKind Kind, bool IsOptional)
{
    /// <summary>In the order of reading; what the institution knows itself is not asked.</summary>
    public static IReadOnlyList<TemplateQuestion> Of(TemplateText text) =>
        [.. text.Parts.SelectMany(TemplateSyntax.Gaps).Where(g => !TemplateKnown.Knows(g.Gap.Name)).GroupBy(g => g.Gap.Name, StringComparer.OrdinalIgnoreCase)
            .Select(named => new TemplateQuestion(named.First().Gap.Name, Strictest(named.Select(g => g.Gap.Kind)), named.All(g => g.IsOptional)))];

    private static QuestionKind Strictest(IEnumerable<QuestionKind> kinds) => kinds.Max();
}

/// <summary>How a question is answered; where one name is used in several ways the last of them in this order holds.</summary>
public enum QuestionKind { Text, Lines, Date, Person }
