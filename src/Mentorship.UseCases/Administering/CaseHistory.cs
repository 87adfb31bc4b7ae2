using Mentorship.Domain.Auditing;
using Mentorship.Domain.Cases;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Deciding;

namespace Mentorship.UseCases.Administering;

/// <summary>Everything that happened to a case, in words: rounds, decisions, hand-overs, administration.</summary>
/// <param name="steps">The step of each task of the case.</param>
internal sealed class CaseHistory(OpenedCase opened, IReadOnlyList<AuditEvent> events, IReadOnlyList<Decision> decisions, IReadOnlyDictionary<Guid, string> steps)
{
    /// <summary>The newest last.</summary>
    public IReadOnlyList<CaseLine> Lines() =>
        [.. events.Select(e => (e.At, Line: Line(e))).Where(l => l.Line is not null).Select(l => (l.At, Line: l.Line!))
            .Concat(decisions.Select(d => (d.At, Line: Line(d)))).OrderBy(l => l.At)
            .Select(l => l.Line with { At = LookAtCase.Local(opened.Around.Institution, l.At) })];

    /// <summary>An outcome as a person calls it; of a condition yes or no.</summary>
    public static string OutcomeWords(string outcome) => outcome switch { "True" => "да", "False" => "нет", _ => WorkFate.OutcomeName(outcome) };

    private CaseLine Line(Decision decision) =>
        new(decision.At, Name(decision.PersonId), $"{StepName(steps.GetValueOrDefault(decision.WorkItemId) ?? "")}: {OutcomeWords(decision.Outcome)}{(decision.TakenBackAt is null ? "" : " (решение отменено)")}", decision.Comment);

    /// <summary>Null for what another line tells already.</summary>
    private CaseLine? Line(AuditEvent entry)
    {
        int space = entry.Data.IndexOf(' ', StringComparison.Ordinal);
        (string step, string rest) = space < 0 ? (entry.Data, "") : (entry.Data[..space], entry.Data[(space + 1)..]);
        (string What, string? Text)? words = entry.Kind switch
        {
            "CaseStarted" => ("Дело начато", null),
            "CaseSuspended" => ("Дело приостановлено", entry.Data),
            "CaseResumed" => ("Дело возобновлено", entry.Data),
            "CaseCancelled" => ("Дело отменено", entry.Data),
            "OrderWithdrawn" => ("Документ отозван с маршрута", entry.Data),
            "Moved" => ("Дело перешло на новую редакцию процесса", null),
            "NeedsAttention" => ($"{StepName(step)}: нужно внимание", rest),
            "Noted" => (StepName(step), rest),
            "NotAttached" => ($"{StepName(step)}: письмо без вложения", rest),
            "Renamed" => ("Дело названо иначе", rest),
            "StepRetried" => ($"{StepName(step)}: шаг повторён", rest),
            "StepSkipped" => ($"{StepName(step)}: шаг пропущен", rest),
            "StepTriggered" => ($"{StepName(step)}: событие наступило", rest),
            "TokenMoved" => MoveWords(step, rest),
            "HandedOver" => ($"{StepName(step)}: передано, теперь ведёт {Name(Participant.Parse(rest.Split(' ')[^1]).Id)}", null),
            "DecisionTakenBack" => ($"{StepName(step)}: решение отменено", rest.IndexOf(' ', StringComparison.Ordinal) is > 0 and var after ? rest[(after + 1)..] : null),
            "Commented" => ($"{StepName(step)}: комментарий", rest),
            "Reminded" => ($"{StepName(step)}: напоминание отправлено", null),
            "EvidenceAttached" => ($"{StepName(step)}: приложено подтверждение", rest),
            "SignatureRequested" => ("Поставлена подпись, минута на отмену", null),
            "SignatureTakenBack" or "SignatureLapsed" => ("Подпись отменена", null),
            "PrintedForSignature" => ("Распечатано с номером", null),
            "PrintVoided" => ("Печать отменена, номер испорчен", null),
            "SignedOnPaper" => ("Приложен скан подписанного", null),
            "StepLeft" when !IsByPeople(step) => ($"{StepName(step)}: {OutcomeWords(rest)}", null),
            _ => null,
        };
        return words is { } line ? new CaseLine(entry.At, entry.ActorId is { } who ? Name(who) : "", line.What, line.Text is { Length: > 0 } text ? text : null) : null;
    }

    /// <summary>«→ node reason».</summary>
    private (string, string?) MoveWords(string step, string rest)
    {
        string[] parts = rest.Split(' ', 3);
        return ($"{StepName(step)}: дело переведено на шаг «{(parts.Length > 1 ? opened.Graph.Find(parts[1])?.Name ?? parts[1] : "")}»", parts.Length > 2 ? parts[2] : null);
    }

    /// <summary>Its decisions have lines of their own.</summary>
    private bool IsByPeople(string step) => opened.Graph.Find(NodeOf(step))?.Kind is NodeKind.Task or NodeKind.Approval or NodeKind.Signature or NodeKind.Acquaintance or NodeKind.Document;

    /// <summary>«Согласование, круг 2».</summary>
    private string StepName(string step)
    {
        string name = opened.Graph.Find(NodeOf(step))?.Name ?? NodeOf(step);
        return step.EndsWith("#1", StringComparison.Ordinal) || !step.Contains('#', StringComparison.Ordinal) ? name : $"{name}, круг {step[(step.LastIndexOf('#') + 1)..]}";
    }

    private static string NodeOf(string step) => step.LastIndexOf('#') is > 0 and var at ? step[..at] : step;

    private string Name(Guid person) => TaskSheets.NameOf(opened.Around.Staff, person);
}
