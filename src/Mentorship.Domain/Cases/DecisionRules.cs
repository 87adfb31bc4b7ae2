using Mentorship.Domain.People;
using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>May this person decide this, now? The sentences are what the person reads.</summary>
public static class DecisionRules
{
    public static Refusal NotOpen { get; } = new("NotOpen", "Это задание уже закрыто. Обновите страницу: на ней видно, кто и когда его закрыл.");
    public static Refusal NotYours { get; } = new("NotYours", "Это задание поручено другому человеку. Если оно должно быть у вас, попросите куратора передать его.");
    public static Refusal OtherVersion { get; } = new("OtherVersion", "Пока страница была открыта, документ изменился. Откройте его заново и решите по новой редакции.");
    public static Refusal ReasonNeeded { get; } = new("ReasonNeeded", "Напишите, что нужно исправить: без причины вернуть документ нельзя.");

    public static Refusal Suspended { get; } = new("CaseSuspended", "Дело приостановлено администратором. Решать пока ничего не нужно: когда его возобновят, задание снова откроется само.");

    /// <summary>Outcomes that need a reason.</summary>
    public static bool NeedsReason(string outcome) => outcome is "Returned" or "Rejected" or "NotDone";

    public static Refusal? Check(WorkItem? item, DecisionRequest request, StaffDirectory staff)
    {
        if (item is null || !item.IsOpen) return NotOpen;
        if (!staff.MayAct(request.PersonId, item.Holder)) return NotYours;
        if (item.DocumentVersionId is { } shown && request.DocumentVersionId is { } seen && shown != seen) return OtherVersion;
        if (NeedsReason(request.Outcome) && string.IsNullOrWhiteSpace(request.Comment)) return ReasonNeeded;
        return null;
    }

    /// <summary>The engine's «no» in words.</summary>
    public static Refusal Of(FlowRefusal no) => no.Code switch
    {
        "StepNotOpen" or "AlreadyDecided" => NotOpen,
        "NotAParticipant" => NotYours,
        "CaseSuspended" => Suspended,
        "TooLateToTakeBack" or "DecisionFollowed" => new Refusal(no.Code, no.Message),
        _ => new Refusal(no.Code, $"Процесс не может принять это решение ({no.Message}). Покажите это администратору."),
    };
}
