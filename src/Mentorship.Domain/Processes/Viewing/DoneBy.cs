using Mentorship.Domain.People;
using Mentorship.Domain.Processes.Wording;
using Mentorship.Flow;

namespace Mentorship.Domain.Processes.Viewing;

/// <summary>Who does what by when, as the beginning of a sentence.</summary>
internal static class DoneBy
{
    /// <summary>The input that names the people of a step, by the order in which steps name them.</summary>
    public static string? People(FlowNode step) =>
        step.Text("assignee") ?? step.Text("approver") ?? step.Text("signer") ?? step.Text("people") ?? step.Text("drafter");

    public static string? Sentence(FlowNode step, StaffDirectory staff)
    {
        string title = SentenceView.Quote(step.Name), people = People(step) ?? "";
        string who = people.Length > 0 ? StepWords.Who(people, staff) : "исполнитель не назначен";
        bool several = AssigneeWords.Parts(people).Count > 1 || people.Contains("relation:participants", StringComparison.Ordinal) || people.Contains("relation:responsible", StringComparison.Ordinal);
        string By(string one, string many) => $"{who} {(several ? many : one)} {title}{Term(step)}";
        return step.Kind switch
        {
            NodeKind.Task => $"{who}: {title}{Term(step)}",
            NodeKind.Approval => $"{By("согласует", "согласуют")}{Mode(step, several)}",
            NodeKind.Signature => By("подписывает", "подписывают"),
            NodeKind.Acquaintance => By("знакомится с документом:", "знакомятся с документом:"),
            NodeKind.Document when people.Length > 0 => By("готовит", "готовят"),
            NodeKind.Document => $"система пишет {title}",
            NodeKind.Mail => $"система отправляет письмо {title}: {StepWords.Who(step.Text("to") ?? "", staff)}",
            NodeKind.Survey => By("заполняет анкету", "заполняют анкету"),
            NodeKind.Consents => By("даёт согласие:", "дают согласие:"),
            NodeKind.Pairs => By("подтверждает пары:", "подтверждают пары:"),
            NodeKind.Wait => $"процесс ждёт: {title}{Until(step)}",
            NodeKind.Stage => $"этап {title}",
            NodeKind.Finish => "процесс завершается",
            NodeKind.RunProcess => $"запускается другой процесс: {title}",
            NodeKind.Unknown => $"неизвестный шаг {title} здесь не выполняется",
            _ => $"{StepWords.Kind(step.Type)} {title}",
        };
    }

    private static string Term(FlowNode step) => step.Text("deadline") is { Length: > 0 } deadline ? $", {deadline}" : "";

    private static string Until(FlowNode step) => (step.Text("timeSpan") ?? step.Text("dateTime") ?? step.Text("eventName")) is { Length: > 0 } until ? $", {until}" : "";

    private static string Mode(FlowNode step, bool several) => step.Text("mode") switch
    {
        "sequence" when several => " по очереди",
        "any" or "one" when several => ", достаточно одного",
        { } quorum when quorum.StartsWith("quorum:", StringComparison.Ordinal) => $", достаточно {quorum[7..]}",
        _ => "",
    };
}
