using Mentorship.Domain.Auditing;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>The journal of a document's events in words a secretary reads.</summary>
internal static class DocumentJournal
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["CaseStarted"] = "Отправлен по маршруту", ["SignatureRequested"] = "Поставлена подпись, минута на отмену", ["SignatureTakenBack"] = "Подпись отменена",
        ["PrintedForSignature"] = "Распечатан с номером", ["PrintVoided"] = "Печать отменена, номер испорчен", ["SignedOnPaper"] = "Приложен скан подписанного",
        ["OrderWithdrawn"] = "Отозван с маршрута", ["CaseCancelled"] = "Маршрут отменён администратором", ["CaseSuspended"] = "Маршрут приостановлен", ["CaseResumed"] = "Маршрут возобновлён",
        ["StepRetried"] = "Шаг повторён администратором", ["StepSkipped"] = "Шаг пропущен администратором", ["TokenMoved"] = "Переведён администратором на другой шаг", ["HandedOver"] = "Задание передано другому", ["NeedsAttention"] = "Маршрут ждёт администратора",
    };

    public static async Task<IReadOnlyList<JournalLine>> OfAsync(MentorshipDb db, List<WorkItem> work, Document document, StaffDirectory staff, Institution institution, CancellationToken cancel)
    {
        Guid[] cases = [.. work.Select(w => w.CaseId).Append(document.CaseId ?? Guid.Empty).Distinct()], items = [.. work.Select(w => w.Id)];
        List<AuditEvent> events = await db.Audit.Where(e => cases.Contains(e.StreamId)).ToListAsync(cancel);
        List<Decision> decisions = await db.Decisions.Where(d => items.Contains(d.WorkItemId)).ToListAsync(cancel);
        return [.. events.Where(e => Words.ContainsKey(e.Kind)).Select(e => Line(e.At, Words[e.Kind], e.ActorId))
            .Concat(decisions.Select(d => Line(d.At, Word(work.First(w => w.Id == d.WorkItemId), d), d.PersonId)))
            .Append(Line(document.CreatedAt, "Создан черновик", document.AuthorId)).OrderBy(l => l.At)];

        JournalLine Line(DateTimeOffset at, string what, Guid? who) => new(DocumentView.Local(institution, at), what, who is { } person ? staff.Member(person)?.Person.ShortName : null);
    }

    private static string Word(WorkItem work, Decision decision)
    {
        string what = (work.Kind, decision.Outcome) switch
        {
            (WorkKind.Acquaint, "Done") => "Ознакомлен(а)",
            (WorkKind.Prepare, "Done") => "Исправлен и отправлен снова",
            (_, "Signed") => decision.Door == Door.Paper ? "Подписан на бумаге" : "Подписан",
            (_, var outcome) => char.ToUpperInvariant(WorkFate.OutcomeName(outcome)[0]) + WorkFate.OutcomeName(outcome)[1..],
        };
        if (decision.TakenBackAt is not null) what += " (решение отменено)";
        return string.IsNullOrWhiteSpace(decision.Comment) ? what : $"{what}: {decision.Comment}";
    }
}
