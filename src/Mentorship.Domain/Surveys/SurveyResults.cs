using System.Text.Json;
using Mentorship.Flow;

namespace Mentorship.Domain.Surveys;

/// <summary>What the answers to a survey come to. An anonymous one tells nothing while so few have answered that one could guess who.</summary>
/// <param name="Asked">How many were asked; <paramref name="Answered"/> how many filled it in.</param>
/// <param name="Questions">Empty while there are too few answers.</param>
public sealed record SurveyResults(string Title, bool Anonymous, int Asked, int Answered, IReadOnlyList<QuestionResult> Questions)
{
    /// <summary>Smaller groups are not shown where nobody is to be told apart.</summary>
    public const int SmallestGroup = 5;

    public bool IsTooFew => Anonymous && Answered < SmallestGroup;

    /// <param name="contents">Answers to this very form, as they are kept.</param>
    public static SurveyResults Of(SurveyForm form, string title, int asked, IReadOnlyCollection<string> contents)
    {
        SurveyResults results = new(form.Title ?? title, form.Anonymous, asked, contents.Count, []);
        if (results.IsTooFew) return results;
        List<JsonElement> answers = [.. contents.Select(c => JsonSerializer.Deserialize<JsonElement>(c))];
        return results with { Questions = [.. form.Questions.Select(q => Of(q, [.. answers.Select(a => a.TryGetProperty(q.Id, out JsonElement value) ? value : (JsonElement?)null).OfType<JsonElement>()]))] };
    }

    /// <summary>What the survey came to, by the names of the variables that its questions name. Of an anonymous one nothing is told that fewer people have answered than make a group.</summary>
    public IReadOnlyDictionary<string, object?> Values => Questions
        .Where(q => q is { Question.Field: not null, Value: not null } && !(Anonymous && q.Answered < SmallestGroup))
        .ToDictionary(q => q.Question.Field!, q => q.Value, StringComparer.Ordinal);

    private static QuestionResult Of(SurveyQuestion question, IReadOnlyList<JsonElement> answers) => question.Kind switch
    {
        // In the order of the alphabet: the order of answering would tell who was first.
        QuestionKind.Text => new(question, answers.Count, [], null, [.. answers.Select(a => a.GetString()!).Order(StringComparer.CurrentCultureIgnoreCase)]),
        QuestionKind.Scale => new(question, answers.Count,
            [.. Enumerable.Range(question.From, question.To - question.From + 1).Select(mark => new OptionCount(mark.ToString(System.Globalization.CultureInfo.InvariantCulture), answers.Count(a => a.GetInt32() == mark)))],
            answers.Count == 0 ? null : Math.Round(answers.Average(a => (decimal)a.GetInt32()), 2, MidpointRounding.AwayFromZero), []),
        QuestionKind.Multiple => new(question, answers.Count, [.. question.Options.Select(o => new OptionCount(o, answers.Count(a => a.EnumerateArray().Any(chosen => chosen.GetString() == o))))], null, []),
        _ => new(question, answers.Count, [.. question.Options.Select(o => new OptionCount(o, answers.Count(a => a.GetString() == o)))], null, []),
    };
}

/// <summary>One question: how often each option was chosen, the mean of a scale, or the texts.</summary>
public sealed record QuestionResult(SurveyQuestion Question, int Answered, IReadOnlyList<OptionCount> Counts, decimal? Mean, IReadOnlyList<string> Texts)
{
    /// <summary>What it came to: the mean of a scale, the option chosen most often (of several that were, the one that stands first in the form); null where nobody answered, and for words.</summary>
    public object? Value => Question.Kind == QuestionKind.Scale ? (double?)Mean : Counts.Where(c => c.Count > 0).MaxBy(c => c.Count)?.Option;

    /// <summary>Of those who answered the question; missing answers are left out.</summary>
    public int Percent(OptionCount option) => Answered == 0 ? 0 : (int)Math.Round(100m * option.Count / Answered, MidpointRounding.AwayFromZero);
}

public sealed record OptionCount(string Option, int Count);
