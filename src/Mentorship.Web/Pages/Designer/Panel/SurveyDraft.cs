using System.Text.Json;
using System.Text.Json.Nodes;
using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Panel;

/// <summary>A question being written: what it may still lack the checker says.</summary>
public sealed record SurveyQuestionDraft(string Id, string Kind, string Text, bool Required, IReadOnlyList<string> Options)
{
    /// <summary>The ends of a scale, with what they mean.</summary>
    public int From { get; init; } = 1;
    public int To { get; init; } = 5;
    public string Low { get; init; } = "";
    public string High { get; init; } = "";

    /// <summary>The field of the process that gets what it came to; empty where none does.</summary>
    public string Field { get; init; } = "";

    /// <summary>Of which kind that field is; null where there is nothing to come to.</summary>
    public FieldKind? FieldKind => Kind switch { "scale" => Panel.FieldKind.Number, "single" or "multiple" => Panel.FieldKind.Text, _ => null };

    /// <summary>Answered in another way; what is to be chosen from stays for the case that one goes back, a field of another kind does not.</summary>
    public SurveyQuestionDraft As(string kind) => this with { Kind = kind, Field = (this with { Kind = kind }).FieldKind == FieldKind ? Field : "", Options = kind is "single" or "multiple" && Options.Count == 0 ? [DesignerTexts.Yes, DesignerTexts.No] : Options };
}

/// <summary>The form of a survey while it is written: its JSON with everything that this page does not know, and each change as a new one.</summary>
public sealed class SurveyDraft
{
    private SurveyDraft(JsonObject json) => Json = json;

    public JsonObject Json { get; }

    public bool IsAnonymous => Json["anonymous"] is JsonValue flag && flag.TryGetValue(out bool on) && on;

    public IReadOnlyList<SurveyQuestionDraft> Questions => [.. List().Select(q => Read((JsonObject)q!))];

    public static SurveyDraft Of(JsonElement? form)
    {
        JsonObject json = form is { ValueKind: JsonValueKind.Object } given ? (JsonObject)JsonNode.Parse(given.GetRawText())! : [];
        JsonArray questions = [.. (json["questions"] as JsonArray ?? []).OfType<JsonObject>().Select(q => q.DeepClone())];
        json["questions"] = questions;
        NameEach(questions);
        return new SurveyDraft(json);
    }

    /// <summary>A form from elsewhere may lack ids or have one twice; what is changed here is found by its id.</summary>
    private static void NameEach(JsonArray questions)
    {
        HashSet<string> taken = [];
        foreach (JsonObject question in questions.OfType<JsonObject>())
        {
            string id = TextOf(question, "id");
            for (int number = 1; id.Length == 0 || !taken.Add(id); number++) id = $"q{number}";
            question["id"] = id;
        }
    }

    /// <summary>A line each, without empty ones and doubles.</summary>
    public static IReadOnlyList<string> Lines(string? text) => [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    public string Text(string name) => TextOf(Json, name);

    public SurveyDraft With(string name, JsonNode? value) => Changed(copy =>
    {
        if (value is null || value is JsonValue text && text.TryGetValue(out string? words) && string.IsNullOrWhiteSpace(words)) copy.Json.Remove(name);
        else copy.Json[name] = value;
    });

    public SurveyDraft Added() => Changed(copy =>
    {
        HashSet<string> taken = [.. copy.Questions.Select(q => q.Id)];
        int number = 1;
        while (taken.Contains($"q{number}")) number++;
        copy.List().Add((JsonNode)new JsonObject { ["id"] = $"q{number}", ["kind"] = "single", ["text"] = "", ["options"] = new JsonArray(DesignerTexts.Yes, DesignerTexts.No) });
    });

    /// <summary>Fields that may get what a question comes to: of its kind, with no other question's result in them; and the one that it has, whatever that is.</summary>
    public IEnumerable<ProcessField> FieldsFor(SurveyQuestionDraft question, ProcessDefinition definition)
    {
        IReadOnlyList<ProcessField> all = ProcessField.Of(definition);
        if (question.Field.Length > 0 && all.All(f => f.Name != question.Field)) yield return new ProcessField(question.Field, question.Field, FieldKind.Text, null);
        foreach (ProcessField field in all)
            if (field.Name == question.Field || field.Kind == question.FieldKind && Questions.All(q => q.Field != field.Name)) yield return field;
    }

    /// <summary>The result of a question goes into a field that comes into the process by the edit; no edit where a question has no result.</summary>
    public (SurveyDraft Form, Edit? Added) WithNewResult(string id, ProcessDefinition definition)
    {
        int at = Questions.Select(q => q.Id).ToList().IndexOf(id);
        if (at < 0 || Questions[at].FieldKind is not { } kind) return (this, null);
        string name = ProcessField.FreeName(definition);
        return (Exchange(id, now => now with { Field = name }), kind == FieldKind.Number
            ? ProcessField.Put(definition, name, DesignerTexts.ResultMeanName.With(at + 1), kind, "0")
            : ProcessField.Put(definition, name, DesignerTexts.ResultMostName.With(at + 1), kind, null));
    }

    public SurveyDraft Without(string id) => At(id, (copy, at) => copy.List().RemoveAt(at));

    /// <param name="by">How many places later; negative is earlier.</param>
    public SurveyDraft Move(string id, int by) => At(id, (copy, at) =>
    {
        JsonNode moved = copy.List()[at]!;
        copy.List().RemoveAt(at);
        copy.List().Insert(Math.Clamp(at + by, 0, copy.List().Count), moved);
    });

    /// <summary>A question changed out of what stands now, whatever the page has shown last.</summary>
    public SurveyDraft Exchange(string id, Func<SurveyQuestionDraft, SurveyQuestionDraft> change) => At(id, (copy, at) =>
    {
        JsonObject json = (JsonObject)copy.List()[at]!;
        SurveyQuestionDraft question = change(Read(json));
        (json["id"], json["kind"], json["text"], json["required"]) = (question.Id, question.Kind, question.Text, question.Required);
        if (question.Field.Length > 0) json["field"] = question.Field;
        else json.Remove("field");
        if (question.Kind == "scale") PutScale(json, question);
        if (question.Kind is "single" or "multiple") json["options"] = new JsonArray([.. question.Options.Select(o => (JsonNode)o)]);
    });

    private static void PutScale(JsonObject json, SurveyQuestionDraft question)
    {
        (json["from"], json["to"]) = (question.From, question.To);
        foreach ((string name, string words) in new[] { ("low", question.Low.Trim()), ("high", question.High.Trim()) })
            if (words.Length > 0) json[name] = words;
            else json.Remove(name);
    }

    private SurveyDraft At(string id, Action<SurveyDraft, int> change) => Changed(copy =>
    {
        int at = copy.Questions.Select(q => q.Id).ToList().IndexOf(id);
        if (at >= 0) change(copy, at);
    });

    private SurveyDraft Changed(Action<SurveyDraft> change)
    {
        SurveyDraft copy = new((JsonObject)Json.DeepClone());
        change(copy);
        return copy;
    }

    private JsonArray List() => (JsonArray)Json["questions"]!;

    private static SurveyQuestionDraft Read(JsonObject json)
    {
        string kind = TextOf(json, "kind").ToLowerInvariant();
        bool required = json["required"] is JsonValue flag && flag.TryGetValue(out bool said) ? said : kind is "single" or "scale";
        return new SurveyQuestionDraft(TextOf(json, "id"), kind, TextOf(json, "text"), required,
            [.. (json["options"] as JsonArray ?? []).OfType<JsonValue>().Select(o => o.TryGetValue(out string? words) ? words : "").Where(o => o.Length > 0)])
        {
            From = NumberOf(json, "from") ?? 1, To = NumberOf(json, "to") ?? 5, Low = TextOf(json, "low"), High = TextOf(json, "high"), Field = TextOf(json, "field"),
        };
    }

    private static int? NumberOf(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;

    private static string TextOf(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : "";
}
