using Mentorship.Domain.People;

namespace Mentorship.Domain.Processes.Wording;

/// <summary>What settings, kinds and outcomes of steps are called.</summary>
public static class StepWords
{
    private static readonly Dictionary<string, string> Inputs = new(StringComparer.Ordinal)
    {
        ["number"] = "номер", ["title"] = "название", ["goal"] = "цель", ["task"] = "задача", ["result"] = "результат", ["keyResult"] = "ключевой результат", ["indicator"] = "показатель",
        ["evidence"] = "подтверждение", ["columns"] = "другие столбцы", ["assignee"] = "исполнитель", ["approver"] = "кто согласует", ["signer"] = "кто подписывает", ["people"] = "участники",
        ["drafter"] = "кто готовит", ["responsible"] = "ответственный", ["mode"] = "порядок опроса", ["deadline"] = "срок", ["window"] = "значение срока", ["document"] = "документ", ["book"] = "журнал регистрации",
        ["kind"] = "вид документа", ["template"] = "шаблон", ["format"] = "формат", ["to"] = "получатель", ["subject"] = "тема письма", ["body"] = "текст письма", ["attach"] = "вложение", ["condition"] = "условие",
        ["reminders"] = "напоминания", ["escalation"] = "кому сообщить о просрочке", ["whenNobody"] = "если исполнителя нет", ["notDone"] = "можно ответить «не выполнено»", ["enough"] = "сколько ответов достаточно",
        ["form"] = "анкета", ["timeSpan"] = "сколько ждать", ["dateTime"] = "до какого времени ждать", ["eventName"] = "событие", ["branches"] = "ветви", ["help"] = "пояснение исполнителю", ["message"] = "сообщение",
        ["items"] = "кого или что перебрать", ["cases"] = "случаи", ["value"] = "значение", ["variable"] = "поле", ["workflowDefinitionId"] = "какой процесс", ["input"] = "что передать", ["outputs"] = "что взять обратно",
        ["correlationId"] = "метка дела", ["waitForCompletion"] = "ждать конца", ["interval"] = "сколько ждать", ["cronExpression"] = "расписание", ["outcomes"] = "исходы", ["text"] = "запись", ["fields"] = "что заполняет исполнитель",
    };

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["Mentorship.Stage"] = "этап", ["Mentorship.Task"] = "поручение", ["Mentorship.Approval"] = "согласование", ["Mentorship.Signature"] = "подпись", ["Mentorship.Acquaintance"] = "ознакомление",
        ["Mentorship.Document"] = "документ", ["Mentorship.Mail"] = "письмо", ["Elsa.SendEmail"] = "письмо", ["Mentorship.Survey"] = "анкета", ["Mentorship.Consents"] = "согласия", ["Mentorship.Pairs"] = "пары",
        ["Elsa.Start"] = "начало", ["Elsa.End"] = "конец ветви", ["Elsa.Complete"] = "конец ветви", ["Elsa.Break"] = "выход из повторения", ["Elsa.Finish"] = "конец процесса", ["Elsa.Fault"] = "остановка",
        ["Elsa.FlowDecision"] = "развилка", ["Elsa.If"] = "развилка", ["Elsa.FlowSwitch"] = "выбор по случаям", ["Elsa.Switch"] = "выбор по случаям",
        ["Elsa.FlowFork"] = "параллельные ветви", ["Elsa.Parallel"] = "параллельные ветви", ["Elsa.FlowJoin"] = "слияние ветвей",
        ["Elsa.Delay"] = "пауза", ["Elsa.StartAt"] = "ожидание даты", ["Elsa.Timer"] = "пауза", ["Elsa.Cron"] = "ожидание по расписанию", ["Elsa.Event"] = "ожидание события", ["Elsa.PublishEvent"] = "сообщение о событии",
        ["Elsa.While"] = "повторение", ["Elsa.ForEach"] = "для каждого по очереди", ["Elsa.ParallelForEach"] = "для каждого", ["Elsa.ExecuteWorkflow"] = "другой процесс", ["Elsa.DispatchWorkflow"] = "другой процесс",
        ["Elsa.SetVariable"] = "запись в поле", ["Elsa.SetName"] = "название дела", ["Elsa.Correlate"] = "метка дела", ["Elsa.WriteLine"] = "запись в историю",
        ["Elsa.Flowchart"] = "группа шагов", ["Elsa.Sequence"] = "шаги по порядку",
    };

    /// <summary>A setting by its name in the definition; an unknown one stays as it is.</summary>
    public static string Input(string name) => Inputs.GetValueOrDefault(name, name);

    /// <summary>A kind by its type on disk.</summary>
    public static string Kind(string type) => Kinds.GetValueOrDefault(type, $"шаг «{type}»");

    /// <summary>An outcome; what «Done» means depends on the kind of step, where that is known. An unknown one stays as it is.</summary>
    /// <param name="type">The type of the step on disk.</param>
    public static string Outcome(string outcome, string? type = null) => outcome switch
    {
        "Done" => type switch
        {
            "Mentorship.Acquaintance" => "ознакомлены",
            "Mentorship.Survey" or "Mentorship.Consents" or "Mentorship.Pairs" => "набралось",
            "Elsa.Delay" or "Elsa.StartAt" or "Elsa.Timer" or "Elsa.Cron" or "Elsa.Event" => "наступило",
            _ => "выполнено",
        },
        "NotDone" => "не выполнено", "NotEnough" => "не набралось", "Approved" => "согласовано", "Returned" => "возвращено", "Rejected" => "отклонено", "Signed" => "подписано",
        "True" => "да", "False" => "нет", "Default" => "иначе", "Cancelled" => "отменён", _ => outcome,
    };

    /// <summary>Whom an assignee text means, relations included: «куратор, автор документа».</summary>
    public static string Who(string people, StaffDirectory staff) => string.Join(", ", AssigneeWords.Parts(people).Select(part => part switch
    {
        "relation:author" => "автор документа",
        "relation:participants" => "названные в документе",
        "relation:responsible" => "ответственные за пункты",
        _ when part.StartsWith("relation:", StringComparison.Ordinal) => Relations.NameOf(part["relation:".Length..]) ?? part["relation:".Length..],
        _ when part.StartsWith("role:", StringComparison.Ordinal) => Roles.NameOf(part["role:".Length..]),
        _ => AssigneeWords.Of(part, staff),
    }));

    /// <summary>Whether the setting names people.</summary>
    public static bool NamesPeople(string input) => input is "assignee" or "approver" or "signer" or "people" or "drafter" or "to" or "escalation";
}
