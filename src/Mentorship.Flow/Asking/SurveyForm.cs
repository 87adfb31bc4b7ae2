using System.Text;
using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>How a question is answered: one of its options, several, a number of a scale, or words.</summary>
public enum QuestionKind { Single, Multiple, Scale, Text }

/// <summary>One question of a form.</summary>
/// <param name="Options">What can be chosen; empty for a scale and for words.</param>
/// <param name="From">The ends of a scale, with what they mean in <paramref name="Low"/> and <paramref name="High"/>.</param>
public sealed record SurveyQuestion(string Id, QuestionKind Kind, string Text, bool Required, IReadOnlyList<string> Options, int From, int To, string? Low, string? High)
{
    /// <summary>The variable of the process that gets what the question came to when the step is left: the mean of a scale, the option chosen most often; null where none does.</summary>
    public string? Field { get; init; }
}

/// <summary>The form of a survey, kept in its step (input <c>form</c>).</summary>
/// <param name="Anonymous">Who answered is known, what was answered by whom is not.</param>
public sealed record SurveyForm(string? Title, string? Intro, bool Anonymous, IReadOnlyList<SurveyQuestion> Questions)
{
    /// <summary>What a form may weigh as a page without script; with its frame the page stays under 50 KB.</summary>
    private const int MostBytes = 30_000, PerQuestion = 260, PerChoice = 110;
    private const int MostOptions = 30, LongestText = 1000;

    /// <summary>The variables that get what the survey came to.</summary>
    public IReadOnlyList<string> Fields => [.. Questions.Select(q => q.Field).OfType<string>()];

    /// <summary>The form of a step; null when it has none that can be read.</summary>
    public static SurveyForm? Of(FlowNode node) => Read(node.Json("form")).Form;

    public static (SurveyForm? Form, string? Problem) Read(JsonElement? json)
    {
        if (Setting.Object(json) is not { } form || !form.TryGetProperty("questions", out JsonElement list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            return (null, "в анкете нет ни одного вопроса. Добавьте вопросы.");
        List<SurveyQuestion> questions = [];
        foreach (JsonElement item in list.EnumerateArray())
        {
            (SurveyQuestion? question, string? problem) = Question(item, questions.Count + 1);
            if (question is null) return (null, $"вопрос {questions.Count + 1}: {problem}");
            if (questions.Exists(q => q.Id == question.Id)) return (null, $"у двух вопросов один id «{question.Id}». Дайте каждому свой.");
            if (question.Field is { } field && questions.Exists(q => q.Field == field)) return (null, $"итоги двух вопросов идут в одно поле «{field}». Выберите для вопроса {questions.Count + 1} другое.");
            questions.Add(question);
        }
        SurveyForm read = new(Words(form, "title"), Words(form, "intro"), Setting.Flag(form, "anonymous"), questions);
        return read.Weight() <= MostBytes ? (read, null) : (null, "анкета слишком длинная для одной страницы. Сократите её или разделите на две.");
    }

    private int Weight() => Bytes(Intro) + Questions.Sum(q => PerQuestion + Bytes(q.Text) + Bytes(q.Low) + Bytes(q.High)
        + q.Options.Sum(o => PerChoice + 2 * Bytes(o)) + (q.Kind == QuestionKind.Scale ? PerChoice * (q.To - q.From + 1) : 0));

    private static int Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);

    private static (SurveyQuestion? Question, string? Problem) Question(JsonElement json, int number)
    {
        if (json.ValueKind != JsonValueKind.Object || Words(json, "text") is not { } text) return (null, "нет текста. Впишите его.");
        if (text.Length > LongestText) return (null, $"текст длиннее {LongestText} знаков. Сократите его.");
        string id = Activity.String(json, "id") is { Length: > 0 } own ? own : $"q{number}";
        if (id.Length > 40 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return (null, "id пишется латинскими буквами и цифрами, до 40 знаков.");
        if (!Enum.TryParse(Activity.String(json, "kind"), ignoreCase: true, out QuestionKind kind) || int.TryParse(Activity.String(json, "kind"), out _))
            return (null, "не указано, как на него отвечают. Выберите: один ответ, несколько, шкала или текст.");
        bool required = json.TryGetProperty("required", out JsonElement flag) ? flag.ValueKind == JsonValueKind.True : kind is QuestionKind.Single or QuestionKind.Scale;
        SurveyQuestion question = new(id, kind, text, required, [], 1, 5, Words(json, "low"), Words(json, "high")) { Field = Words(json, "field") };
        return kind switch
        {
            QuestionKind.Scale => Scale(json, question),
            QuestionKind.Text when question.Field is not null => (null, "на него отвечают словами, поэтому итога в поле у него нет. Уберите поле или выберите другой способ ответа."),
            QuestionKind.Text => (question, null),
            _ => Options(json, question),
        };
    }

    private static (SurveyQuestion?, string?) Scale(JsonElement json, SurveyQuestion question) =>
        Setting.Number(json, "from", 0, 1, out int? from) && Setting.Number(json, "to", 2, 10, out int? to)
            ? (question with { From = from ?? 1, To = to ?? 5 }, null) : (null, "шкала начинается с 0 или 1 и кончается не дальше 10.");

    private static (SurveyQuestion?, string?) Options(JsonElement json, SurveyQuestion question)
    {
        if (!json.TryGetProperty("options", out JsonElement list) || list.ValueKind != JsonValueKind.Array) return (null, "нет вариантов ответа. Впишите хотя бы два.");
        string[] options = [.. list.EnumerateArray().Where(o => o.ValueKind == JsonValueKind.String).Select(o => o.GetString()!.Trim()).Where(o => o.Length > 0)];
        if (options.Length != list.GetArrayLength() || options.Distinct(StringComparer.Ordinal).Count() != options.Length) return (null, "варианты ответа должны быть разными и не пустыми.");
        return options.Length is >= 2 and <= MostOptions && options.All(o => o.Length <= LongestText) ? (question with { Options = options }, null) : (null, $"вариантов ответа бывает от 2 до {MostOptions}.");
    }

    private static string? Words(JsonElement json, string property) => Activity.String(json, property)?.Trim() is { Length: > 0 } words ? words : null;
}
