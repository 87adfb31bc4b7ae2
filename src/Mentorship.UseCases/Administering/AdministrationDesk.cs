using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Administering;

/// <summary>What every act of an administrator on a case shares: any case of the institution, one transaction, a record with who, what and why.</summary>
internal sealed class AdministrationDesk(Work work, CaseDesk cases)
{
    private const int LongestReason = 500;

    /// <param name="kind">The kind of the record.</param>
    /// <param name="what">The step it is about; empty for the whole case.</param>
    public async Task<Outcome<Done>> ApplyAsync(Actor actor, Guid caseId, string kind, string what, string? reason, Func<DateTimeOffset, FlowEvent> happened, CancellationToken cancel) =>
        actor.Require(Roles.Administrator) is { } no ? no : await RecordAsync(actor, caseId, kind, what, reason, happened, cancel);

    /// <summary>The same where a reason must be given.</summary>
    public async Task<Outcome<Done>> ApplyWithReasonAsync(Actor actor, Guid caseId, string kind, string what, string? reason, Func<DateTimeOffset, FlowEvent> happened, CancellationToken cancel)
    {
        Outcome<string> why = Reason(reason);
        return why.Refusal is { } missing ? missing : await ApplyAsync(actor, caseId, kind, what, why.Value, happened, cancel);
    }

    /// <summary>The same for who runs the programme.</summary>
    public async Task<Outcome<Done>> ApplyAsRunnerAsync(Actor actor, Guid caseId, string kind, string what, Func<DateTimeOffset, FlowEvent> happened, CancellationToken cancel) =>
        !actor.RunsProgramme ? Actor.NotAllowed : await RecordAsync(actor, caseId, kind, what, null, happened, cancel);

    /// <summary>The reason as it is kept, or what is wrong with it.</summary>
    public static Outcome<string> Reason(string? text) => text?.Trim() switch
    {
        null or "" => ReasonMissing,
        { Length: > LongestReason } => ReasonLong,
        var reason => reason,
    };

    private async Task<Outcome<Done>> RecordAsync(Actor actor, Guid caseId, string kind, string what, string? reason, Func<DateTimeOffset, FlowEvent> happened, CancellationToken cancel)
    {
        if (reason?.Length > LongestReason) return ReasonLong;
        if (!await work.ReadAsync(actor.InstitutionId, db => db.Cases.AnyAsync(c => c.Id == caseId, cancel), cancel)) return NoCase;
        return await work.OnCaseAsync<Done>(actor.InstitutionId, caseId, async (db, at) =>
        {
            OpenedCase opened = (await cases.OpenAsync(db, caseId, cancel))!;
            FlowEvent act = happened(at);
            CaseChanges changes = opened.Case.Administer(opened.Graph, opened.Around, act, kind, what, actor.PersonId, reason, at);
            if (changes.Refusal is { } no) return no;
            await cases.PutAwayAsync(db, opened, changes, at, cancel);
            if (act is CaseResumed) await DaysFound.OnResumingAsync(cases, db, opened, actor.PersonId, at, cancel);
            return default(Done);
        }, cancel);
    }

    public static Refusal NoCase { get; } = new("NoCase", "Такого дела нет. Откройте его со страницы «Сегодня», из дорожной карты или со страницы документа.");
    private static Refusal ReasonMissing { get; } = new("ReasonMissing", "Напишите причину: она останется в истории дела.");
    private static Refusal ReasonLong { get; } = new("ReasonLong", "Причина длиннее 500 знаков. Сократите её.");
}
