using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Looking;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Deciding;

/// <summary>A word about a task, kept in the journal of its case: nobody can change it afterwards.</summary>
public sealed class CommentOnWork
{
    private const int Longest = 1500;
    private readonly Work _work;
    private readonly CaseDesk _cases;

    internal CommentOnWork(Work work, CaseDesk cases) => (_work, _cases) = (work, cases);

    public async Task<Outcome<Done>> RunAsync(Actor actor, Guid workItem, string? text, CancellationToken cancel)
    {
        if (text?.Trim() is not { Length: > 0 and <= Longest } comment) return WrongLength;
        Guid? caseId = await _work.ReadAsync(actor.InstitutionId, db => db.WorkItems.Where(w => w.Id == workItem).Select(w => (Guid?)w.CaseId).SingleOrDefaultAsync(cancel), cancel);
        if (caseId is null) return DecisionRules.NotOpen;
        return await _work.OnCaseAsync<Done>(actor.InstitutionId, caseId.Value, async (db, at) =>
        {
            WorkItem item = await db.WorkItems.SingleAsync(w => w.Id == workItem, cancel);
            if (!TaskView.MaySee(actor, item, await _cases.StaffAsync(db, cancel))) return DecisionRules.NotYours;
            Case subject = await db.Cases.SingleAsync(c => c.Id == item.CaseId, cancel);
            db.Audit.Add(subject.Audit.Append(actor.InstitutionId, subject.Id, "Commented", actor.PersonId, $"{item.StepId} {comment}", at));
            return default(Done);
        }, cancel);
    }

    private static Refusal WrongLength { get; } = new("CommentLength", "Напишите комментарий, не длиннее 1500 знаков.");
}
