using Mentorship.Domain.People;
using Mentorship.Domain.Wording;
using Mentorship.Flow;

namespace Mentorship.Domain.Processes.Wording;

/// <summary>A difference of two definitions as a sentence.</summary>
public static class ChangeWords
{
    private const int LongestValue = 120;

    public static string Of(DefinitionChange change, StaffDirectory staff) => change.Kind switch
    {
        ChangeKind.StepAdded => $"Добавлено: {StepWords.Kind(change.Name ?? "")} «{Brief(change.Title)}»{WithSteps(change)}.",
        ChangeKind.StepRemoved => $"Удалено: {StepWords.Kind(change.Name ?? "")} «{Brief(change.Title)}»{WithSteps(change)}.",
        ChangeKind.StepMoved => $"«{Brief(change.Title)}»: перенесено из «{Brief(change.Old)}» в «{Brief(change.New)}».",
        ChangeKind.StepRenamed => $"«{Brief(change.Old)}» теперь называется «{Brief(change.New)}».",
        ChangeKind.TypeChanged => $"«{Brief(change.Title)}»: было — {StepWords.Kind(change.Old ?? "")}, стало — {StepWords.Kind(change.New ?? "")}.",
        ChangeKind.InputChanged => $"«{Brief(change.Title)}», {StepWords.Input(change.Name!)}: {FromTo(change, staff)}.",
        ChangeKind.ArrowAdded => $"Новая стрелка: «{Brief(change.Title)}» → «{Brief(change.TargetTitle)}» ({StepWords.Outcome(change.Arrow!.Outcome)}).",
        ChangeKind.ArrowRemoved => $"Убрана стрелка: «{Brief(change.Title)}» → «{Brief(change.TargetTitle)}» ({StepWords.Outcome(change.Arrow!.Outcome)}).",
        ChangeKind.OrderChanged => $"«{Brief(change.Title)}»: шаги стоят в другом порядке.",
        ChangeKind.NameChanged => $"Процесс теперь называется «{Brief(change.New)}».",
        ChangeKind.DescriptionChanged => "Изменено описание процесса.",
        ChangeKind.VariableChanged => $"Поле «{change.Name}»: {FromTo(change, staff)}.",
        ChangeKind.DrawingChanged => $"«{Brief(change.Title)}»: другое место на схеме.",
        _ => change.Name == "roadmap" ? "Изменена шапка дорожной карты." : $"Изменено общее свойство «{change.Name}».",
    };

    private static string FromTo(DefinitionChange change, StaffDirectory staff) => (Value(change, change.Old, staff), Value(change, change.New, staff)) switch
    {
        (null, { } now) => $"теперь «{now}»",
        ({ } was, null) => $"было «{was}», теперь не указано",
        ({ } was, { } now) => $"было «{was}», стало «{now}»",
        _ => "изменено",
    };

    private static string? Value(DefinitionChange change, string? value, StaffDirectory staff) =>
        string.IsNullOrEmpty(value) ? null : Brief(change.Kind == ChangeKind.InputChanged && StepWords.NamesPeople(change.Name!) ? StepWords.Who(value, staff) : value);

    private static string WithSteps(DefinitionChange change) => change.Steps > 1 ? $", внутри {Plural.Count(change.Steps - 1, "шаг", "шага", "шагов")}" : "";

    private static string Brief(string? text) => text is null ? "" : text.Length <= LongestValue ? text : string.Concat(text.AsSpan(0, LongestValue - 1).TrimEnd(), "…");
}
