using System.Globalization;
using Mentorship.Domain.Institutions;
using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>What became of a task, in words: for the second click, the old link, the second tab.</summary>
public static class WorkFate
{
    public static Refusal Refusal(WorkItem item, string decidedBy, Institution institution) => new("AlreadyDecided", Of(item, decidedBy, institution));

    /// <summary>«Уже решено: согласовано, Иванова, 9 октября в 14:05.»</summary>
    public static string Of(WorkItem item, string decidedBy, Institution institution)
    {
        string when = When(item, institution);
        if (item.Status == WorkStatus.Withdrawn) return $"Задание отозвано {when}: {Why(item.WithdrawReason)}. Делать ничего не нужно.";
        string who = decidedBy.Length > 0 ? $"{decidedBy}, " : "";
        return $"Уже решено: {OutcomeName(item)}, {who}{when}. Второй раз решать не нужно.";
    }

    /// <summary>For the one who decided: «Согласовано 09.10.2026 в 14:05.»</summary>
    public static string Own(WorkItem item, Institution institution)
    {
        string outcome = OutcomeName(item);
        return outcome.Length == 0 ? "" : $"{char.ToUpperInvariant(outcome[0])}{outcome[1..]} {When(item, institution)}.";
    }

    private static string When(WorkItem item, Institution institution) =>
        item.EndedAt is { } at ? TimeZoneInfo.ConvertTime(at, institution.Zone).ToString("dd.MM.yyyy 'в' HH:mm", CultureInfo.InvariantCulture) : "";

    /// <summary>The outcome as this kind of task calls it.</summary>
    public static string OutcomeName(WorkItem item) =>
        item.IsUnproved ? "выполнено без подтверждения"
        : item.Kind == WorkKind.Acquaint && item.Outcome == "Done" ? "ознакомление подтверждено"
        : (item.Kind, item.Outcome) switch
        {
            (WorkKind.Survey, "Done") => "анкета заполнена",
            (WorkKind.Consent, "Done") => "согласие дано",
            (WorkKind.Consent, "Refused") => "в согласии отказано",
            (WorkKind.Pairs, "Done") => "пары подтверждены",
            _ => OutcomeName(item.Outcome),
        };

    public static string OutcomeName(string? outcome) => outcome switch
    {
        "Done" => "выполнено", "NotDone" => "не выполнено", "Approved" => "согласовано", "Returned" => "возвращено", "Rejected" => "отклонено", "Signed" => "подписано", "Refused" => "отказ",
        _ => outcome ?? "",
    };

    public static string Why(WithdrawReason? reason) => reason switch
    {
        WithdrawReason.AnotherDecided => "решил другой участник",
        WithdrawReason.BranchNotNeeded => "решено другой ветвью",
        WithdrawReason.CaseFinished => "процесс завершён",
        WithdrawReason.CaseCancelled => "процесс отменён",
        WithdrawReason.StepChanged => "изменились срок или исполнитель",
        WithdrawReason.EnoughAnswered => "ответов уже достаточно",
        WithdrawReason.DeadlinePassed => "срок ответа прошёл",
        WithdrawReason.EnoughAreDone => "нужное число уже набралось",
        WithdrawReason.SkippedByAdministrator => "администратор пропустил этот шаг",
        WithdrawReason.MovedByAdministrator => "администратор перевёл дело на другой шаг",
        WithdrawReason.DecisionTakenBack => "решение, после которого оно появилось, отменено",
        _ => "больше не требуется",
    };
}
