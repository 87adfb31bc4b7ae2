using System.Globalization;
using Mentorship.Domain.Documents;

namespace Mentorship.Domain.Surveys;

/// <summary>The results of a survey as a table to print.</summary>
public static class SurveySheet
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    private static readonly IReadOnlyList<TextColumn> Columns =
        [new("№", 1, true), new("Вопрос", 8), new("Ответ", 8), new("Сколько", 2, true), new("Доля, %", 2, true)];

    public static RegisterTable Of(SurveyResults results, string institution, DateOnly day) =>
        new(results.Title, new TextTable(Columns, [.. Rows(results)]))
        {
            Institution = institution,
            Footer = $"Ответили {results.Answered} из {results.Asked}. Доля – от ответивших на вопрос. Состояние на {day:dd.MM.yyyy}.",
        };

    private static IEnumerable<TextRow> Rows(SurveyResults results)
    {
        if (results.IsTooFew) yield return TextRow.Section($"Ответов меньше {SurveyResults.SmallestGroup}: итоги анонимной анкеты пока не показываются.");
        for (int i = 0; i < results.Questions.Count; i++)
        {
            QuestionResult question = results.Questions[i];
            string?[] place = [(i + 1).ToString(CultureInfo.InvariantCulture), question.Question.Text];
            foreach (string?[] answer in Answers(question))
            {
                yield return new TextRow([.. place, .. answer]);
                place = [null, null];
            }
        }
    }

    private static IEnumerable<string?[]> Answers(QuestionResult question)
    {
        if (question.Answered == 0) yield return ["ответов нет", "0", ""];
        else foreach (OptionCount option in question.Counts)
            yield return [option.Option, option.Count.ToString(CultureInfo.InvariantCulture), question.Percent(option).ToString(CultureInfo.InvariantCulture)];
        if (question.Mean is { } mean) yield return ["среднее", mean.ToString("0.##", Russian), ""];
        foreach (string text in question.Texts) yield return [text, "", ""];
    }
}
