using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Wording;
using Mentorship.Domain;

namespace Mentorship.UseCases.Signing;

/// <summary>The administrator enters the institution's decision on electronic documents: from then on a simple electronic signature counts for who has joined.</summary>
public sealed class EnterElectronicDecision
{
    private readonly Work _work;

    internal EnterElectronicDecision(Work work) => _work = work;

    public async Task<Outcome<Done>> RunAsync(Actor actor, string actNumber, DateOnly actDate, string founderAgreement, CancellationToken cancel)
    {
        if (actor.Require(Roles.Administrator, Roles.Director) is { } no) return no;
        if (string.IsNullOrWhiteSpace(actNumber)) return new Refusal("ActMissing", "Укажите номер приказа или положения, которым учреждение ввело электронные документы.");
        if (string.IsNullOrWhiteSpace(founderAgreement)) return new Refusal("FounderMissing", "Укажите, чем согласовал учредитель: например, «письмо от 20.01.2026 № 44».");
        return await _work.DoAsync<Done>(actor.InstitutionId, async (db, at) =>
        {
            Institution institution = (await db.Institutions.FindAsync([actor.InstitutionId], cancel))!;
            if (actDate > institution.DayOf(at)) return new Refusal("DateAhead", $"Дата {RussianDate.Short(actDate)} ещё не наступила. Внесите решение, когда оно будет принято.");
            institution.ElectronicSigning = new ElectronicSigning(actNumber.Trim(), actDate, founderAgreement.Trim());
            db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "ElectronicDecisionEntered", actor.PersonId, $"{actNumber} {actDate:O} {founderAgreement}", at));
            return default(Done);
        }, cancel);
    }
}
