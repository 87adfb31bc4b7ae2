using System.Text.Json;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.People;
using Mentorship.Domain.Wording;
using Mentorship.Flow;

namespace Mentorship.Domain.Processes.Wording;

/// <summary>A difference of two definitions as a sentence.</summary>
public static class ChangeWords
{
    private const int LongestValue = 120;

    /// <summary>Stands for a value that has parts.</summary>
    private const string Whole = "{}";

    public static string Of(DefinitionChange change, StaffDirectory staff) => change.Kind switch
    {
        ChangeKind.StepAdded => $"Добавлено: {StepWords.Kind(change.Name ?? "")} {Quote(change.Title)}{WithSteps(change)}.",
        ChangeKind.StepRemoved => $"Удалено: {StepWords.Kind(change.Name ?? "")} {Quote(change.Title)}{WithSteps(change)}.",
        ChangeKind.StepMoved => $"{Quote(change.Title)}: перенесено из {Quote(change.Old)} в {Quote(change.New)}.",
        ChangeKind.StepRenamed => $"{Quote(change.Old)} теперь называется {Quote(change.New)}.",
        ChangeKind.TypeChanged => $"{Quote(change.Title)}: было\u00A0– {StepWords.Kind(change.Old ?? "")}, стало\u00A0– {StepWords.Kind(change.New ?? "")}.",
        ChangeKind.InputChanged => $"{Quote(change.Title)}, {StepWords.Input(change.Name!)}: {FromTo(change, staff)}.",
        ChangeKind.ArrowAdded => $"Новая стрелка: {Quote(change.Title)} → {Quote(change.TargetTitle)} ({StepWords.Outcome(change.Arrow!.Outcome)}).",
        ChangeKind.ArrowRemoved => $"Убрана стрелка: {Quote(change.Title)} → {Quote(change.TargetTitle)} ({StepWords.Outcome(change.Arrow!.Outcome)}).",
        ChangeKind.OrderChanged => $"{Quote(change.Title)}: шаги стоят в другом порядке.",
        ChangeKind.NameChanged => $"Процесс теперь называется {Quote(change.New)}.",
        ChangeKind.DescriptionChanged => "Изменено описание процесса.",
        ChangeKind.VariableChanged => $"Поле «{change.Name}»: {FromTo(change, staff)}.",
        ChangeKind.DrawingChanged => $"{Quote(change.Title)}: другое место на схеме.",
        _ => change.Name == "roadmap" ? "Изменена шапка дорожной карты." : $"Изменено общее свойство «{change.Name}».",
    };

    private static string FromTo(DefinitionChange change, StaffDirectory staff) => (Value(change, change.Old, staff), Value(change, change.New, staff)) switch
    {
        (Whole, null) => "теперь не указано",
        (null, Whole) => "теперь задано",
        (Whole, _) or (_, Whole) => "изменено",
        (null, { } now) => $"теперь {Titles.Quoted(now)}",
        ({ } was, null) => $"было {Titles.Quoted(was)}, теперь не указано",
        ({ } was, { } now) => $"было {Titles.Quoted(was)}, стало {Titles.Quoted(now)}",
        _ => "изменено",
    };

    private static string? Value(DefinitionChange change, string? value, StaffDirectory staff)
    {
        if (string.IsNullOrEmpty(value)) return null;
        string said = change.Kind != ChangeKind.InputChanged ? value : change.Name switch
        {
            { } name when StepWords.NamesPeople(name) => StepWords.Who(value, staff),
            "window" when Json(value) is { } json && DeadlineJson.Read(json, "") is { } deadline => DeadlineWords.Of(deadline),
            "timeSpan" or "interval" => WaitWords.Span(value),
            "dateTime" => WaitWords.Moment(value),
            _ => value,
        };
        return Json(said) is null ? Brief(said) : Whole;
    }

    /// <summary>A questionnaire, a list, a rule: what is written for the machine is not read out.</summary>
    private static JsonElement? Json(string value)
    {
        if (value.TrimStart() is not ['{' or '[', ..]) return null;
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(value);
        }
        catch (JsonException)
        {
            return null; // words in brackets
        }
    }

    private static string WithSteps(DefinitionChange change) => change.Steps > 1 ? $", внутри {Plural.Count(change.Steps - 1, "шаг", "шага", "шагов")}" : "";

    private static string Quote(string? title) => Titles.Quoted(Brief(title));

    private static string Brief(string? text) => Titles.Brief(text ?? "", LongestValue);
}
