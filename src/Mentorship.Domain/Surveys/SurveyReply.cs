using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mentorship.Domain.Files;
using Mentorship.Flow;

namespace Mentorship.Domain.Surveys;

/// <summary>What came from a page, held against the form: either the answers as they are kept, or what is still to be answered.</summary>
public static class SurveyReply
{
    private const int LongestText = 2000;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="given">What was chosen or written, by the id of the question.</param>
    public static (string? Content, Refusal? Refusal) Take(SurveyForm form, IReadOnlyDictionary<string, IReadOnlyList<string>> given)
    {
        JsonObject kept = [];
        foreach (SurveyQuestion question in form.Questions)
        {
            string[] answers = [.. (given.GetValueOrDefault(question.Id) ?? []).Select(a => a.Trim()).Where(a => a.Length > 0).Distinct(StringComparer.Ordinal)];
            if (answers.Length == 0)
            {
                if (question.Required) return (null, new Refusal("AnswerMissing", $"Ответьте на вопрос «{Short(question.Text)}»: без него анкета не принимается."));
                continue;
            }
            if (Read(question, answers) is not { } value) return (null, new Refusal("AnswerUnknown", $"Ответ на вопрос «{Short(question.Text)}» не подходит. Выберите из предложенного; свой текст – до {LongestText} знаков."));
            kept[question.Id] = value;
        }
        return kept.Count == 0 ? (null, new Refusal("AnswerEmpty", "Анкета пуста. Ответьте хотя бы на один вопрос.")) : (kept.ToJsonString(Plain), null);
    }

    /// <summary>The seal of a form: of what was on the screen. Where its results go is not a part of it.</summary>
    public static string Sha256(FlowNode node) => Hash.OfText(node.Json("form") is { } form ? Shown(form) : "");

    private static string Shown(JsonElement form)
    {
        if (!form.TryGetProperty("questions", out JsonElement questions) || !questions.EnumerateArray().Any(q => q.TryGetProperty("field", out _))) return JsonSerializer.Serialize(form, Plain);
        JsonObject shown = JsonObject.Create(form)!;
        foreach (JsonNode? question in shown["questions"]!.AsArray()) question!.AsObject().Remove("field");
        return shown.ToJsonString(Plain);
    }

    private static JsonNode? Read(SurveyQuestion question, string[] answers) => question.Kind switch
    {
        QuestionKind.Multiple => answers.All(question.Options.Contains) ? new JsonArray([.. question.Options.Where(answers.Contains).Select(a => JsonValue.Create(a))]) : null,
        _ when answers.Length > 1 => null,
        QuestionKind.Single => question.Options.Contains(answers[0]) ? JsonValue.Create(answers[0]) : null,
        QuestionKind.Scale => int.TryParse(answers[0], NumberStyles.None, CultureInfo.InvariantCulture, out int mark) && mark >= question.From && mark <= question.To ? JsonValue.Create(mark) : null,
        _ => answers[0].Length <= LongestText ? JsonValue.Create(answers[0]) : null,
    };

    private static string Short(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
