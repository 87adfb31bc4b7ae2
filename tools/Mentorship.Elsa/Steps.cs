using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace Mentorship.Elsa;

/// <summary>A row of the roadmap: work of a person, with what proves it.</summary>
[Activity("Mentorship", "Task", 1, "Поручение человеку или группе", "Наставничество", DisplayName = "Задача")]
[FlowNode("Done", "NotDone")]
public sealed class TaskStep : AskedStep
{
    [Input(DisplayName = "Номер")] public Input<string?>? Number { get; set; }
    [Input(DisplayName = "Кто выполняет")] public Input<string?>? Assignee { get; set; }
    [Input(DisplayName = "Скольких ждать")] public Input<string?>? Mode { get; set; }
    [Input(DisplayName = "Бывает «не выполнено»")] public Input<bool>? NotDone { get; set; }
    [Input(DisplayName = "Что значит срок")] public Input<object?>? Window { get; set; }
    [Input(DisplayName = "От какого события")] public Input<object?>? After { get; set; }
    [Input(DisplayName = "Ответственные, как в таблице")] public Input<string?>? Responsible { get; set; }
    [Input(DisplayName = "Результат")] public Input<string?>? Result { get; set; }
    [Input(DisplayName = "Ключевой результат")] public Input<string?>? KeyResult { get; set; }
    [Input(DisplayName = "Показатель")] public Input<string?>? Indicator { get; set; }
    [Input(DisplayName = "Подтверждение")] public Input<string?>? Evidence { get; set; }
    [Input(DisplayName = "Свои столбцы")] public Input<object?>? Columns { get; set; }
    [Input(DisplayName = "Что заполнить")] public Input<object?>? Fields { get; set; }
}

/// <summary>People concur with a document.</summary>
[Activity("Mentorship", "Approval", 1, "Согласование одним, всеми, кворумом или по очереди", "Наставничество", DisplayName = "Согласование")]
[FlowNode("Approved", "Returned", "Rejected")]
public sealed class ApprovalStep : AskedStep
{
    [Input(DisplayName = "Кто согласует")] public Input<string?>? Approver { get; set; }
    [Input(DisplayName = "Порядок")] public Input<string?>? Mode { get; set; }
    [Input(DisplayName = "О чём")] public Input<string?>? Document { get; set; }
}

/// <summary>The head signs; the document gets its number from a book.</summary>
[Activity("Mentorship", "Signature", 1, "Подпись и номер по журналу", "Наставничество", DisplayName = "Подпись")]
[FlowNode("Signed", "Returned")]
public sealed class SignatureStep : AskedStep
{
    [Input(DisplayName = "Кто подписывает")] public Input<string?>? Signer { get; set; }
    [Input(DisplayName = "О чём")] public Input<string?>? Document { get; set; }
    [Input(DisplayName = "Журнал")] public Input<string?>? Book { get; set; }
}

/// <summary>People read a document and say so.</summary>
[Activity("Mentorship", "Acquaintance", 1, "Ознакомление под подпись", "Наставничество", DisplayName = "Ознакомление")]
[FlowNode("Done")]
public sealed class AcquaintanceStep : AskedStep
{
    [Input(DisplayName = "Кого ознакомить")] public Input<string?>? People { get; set; }
    [Input(DisplayName = "С чем")] public Input<string?>? Document { get; set; }
}

/// <summary>A document or a register is written.</summary>
[Activity("Mentorship", "Document", 1, "Составить документ или реестр", "Наставничество", DisplayName = "Документ")]
[FlowNode("Done")]
public sealed class DocumentStep : AskedStep
{
    [Input(DisplayName = "Вид")] public Input<string?>? Kind { get; set; }
    [Input(DisplayName = "Шаблон")] public Input<string?>? Template { get; set; }
    [Input(DisplayName = "Формат")] public Input<string?>? Format { get; set; }
    [Input(DisplayName = "Кто готовит")] public Input<string?>? Drafter { get; set; }
    [Input(DisplayName = "Скольких ждать")] public Input<string?>? Mode { get; set; }
}

/// <summary>A mail to people of the institution.</summary>
[Activity("Mentorship", "Mail", 1, "Письмо сотрудникам", "Наставничество", DisplayName = "Письмо")]
[FlowNode("Done")]
public sealed class MailStep : AskedStep
{
    [Input(DisplayName = "Кому")] public Input<string?>? To { get; set; }
    [Input(DisplayName = "Тема")] public Input<string?>? Subject { get; set; }
    [Input(DisplayName = "Текст")] public Input<string?>? Body { get; set; }
    [Input(DisplayName = "Вложения")] public Input<string?>? Attach { get; set; }
}

/// <summary>A step that is done when enough people have answered.</summary>
[FlowNode("Done", "NotEnough")]
public abstract class GatheringStep : AskedStep
{
    [Input(DisplayName = "Кого спросить")] public Input<string?>? People { get; set; }
    [Input(DisplayName = "Сколько нужно")] public Input<string?>? Enough { get; set; }
    [Input(DisplayName = "Что значит срок")] public Input<object?>? Window { get; set; }
    [Input(DisplayName = "От какого события")] public Input<object?>? After { get; set; }
    [Input(DisplayName = "Бывает «не набралось»")] public Input<bool>? NotEnough { get; set; }
}

/// <summary>People fill in a form.</summary>
[Activity("Mentorship", "Survey", 1, "Анкета с вопросами", "Наставничество", DisplayName = "Анкета")]
[FlowNode("Done", "NotEnough")]
public sealed class SurveyStep : GatheringStep
{
    [Input(DisplayName = "Анкета")] public Input<object?>? Form { get; set; }
}

/// <summary>People give or refuse consent.</summary>
[Activity("Mentorship", "Consents", 1, "Согласия участников или родителей", "Наставничество", DisplayName = "Согласия")]
[FlowNode("Done", "NotEnough")]
public sealed class ConsentsStep : GatheringStep
{
    [Input(DisplayName = "Цель и текст")] public Input<object?>? Form { get; set; }
}

/// <summary>Somebody confirms who mentors whom.</summary>
[Activity("Mentorship", "Pairs", 1, "Подтверждение пар", "Наставничество", DisplayName = "Пары")]
[FlowNode("Done", "NotEnough")]
public sealed class PairsStep : GatheringStep;
