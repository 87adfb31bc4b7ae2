using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Pairing;
using Mentorship.Domain.People;
using Mentorship.Domain.Programmes;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Orders;
using Mentorship.UseCases.Pairing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Looking;

/// <summary>The page «Закрепление пар»: the pairs of the running programme, and what each misses for its order.</summary>
public sealed class PairsView
{
    private readonly Work _work;
    private readonly CaseDesk _cases;

    internal PairsView(Work work, CaseDesk cases) => (_work, _cases) = (work, cases);

    public Task<Outcome<PairTable>> RunAsync(Actor actor, CancellationToken cancel) => _work.ReadAsync<Outcome<PairTable>>(actor.InstitutionId, async db =>
    {
        if (!OrderRules.MayWrite(actor)) return Actor.NotAllowed;
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
        StaffDirectory staff = await _cases.StaffAsync(db, cancel);
        DateOnly today = institution.DayOf(_work.Now);
        Programme? programme = await AddPair.CurrentAsync(db, cancel);
        List<Pair> pairs = programme is null ? [] : await db.Pairs.Where(p => p.ProgrammeId == programme.Id).OrderBy(p => p.Id).ToListAsync(cancel);
        Guid[] orders = [.. pairs.Select(p => p.OrderId).OfType<Guid>().Distinct()];
        var numbers = await db.Documents.Where(d => orders.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.RegistrationNumber, cancel);
        OrderPeople people = new(institution, staff, today);
        return new PairTable(programme?.Title, programme is null ? null : (programme.SchoolYear.From, programme.SchoolYear.To), today,
            [.. pairs.Select(p => new PairLine(p.Id, p.Version, Who(staff, p.MentorId), Who(staff, p.MenteeId), p.Form, p.From, p.To, p.Status, p.OrderId, p.OrderId is { } order ? numbers.GetValueOrDefault(order) : null,
                p.Status is PairStatus.Proposed or PairStatus.InOrder ? PairMissing.Of(people, p, today) : []) { Input = new PairFacts(p), IsConfirmed = p.ConfirmedAt is not null })],
            [.. staff.Members.Where(m => m.LeftOn is null || m.LeftOn >= today).OrderBy(m => m.Person.SearchName, StringComparer.Ordinal).Select(m => new PersonChoice(m.PersonId, m.Person.ShortName, m.Post, m.Kind))])
        {
            Asked = await AskedAsync(db, actor, staff, programme?.Id, cancel),
        };
    }, cancel);

    /// <summary>The open task in which this person confirms the pairs of the programme.</summary>
    private async Task<PairsAsked?> AskedAsync(MentorshipDb db, Actor actor, StaffDirectory staff, Guid? programme, CancellationToken cancel)
    {
        List<WorkItem> open = await db.WorkItems.Where(w => w.Kind == WorkKind.Pairs && w.Status == WorkStatus.Open).OrderBy(w => w.OpenedAt).ToListAsync(cancel);
        foreach (WorkItem item in open.Where(w => staff.MayAct(actor.PersonId, w.Holder)))
            if (await _cases.OpenAsync(db, item.CaseId, cancel) is { } opened && (opened.Case.ProgrammeId ?? programme) == programme)
                return new PairsAsked(item.Id, item.Title, await ConfirmPairs.GoalAsync(db, new TaskOnDesk(opened, item), _work.Now, cancel));
        return null;
    }

    private static PersonChoice Who(StaffDirectory staff, Guid id) => staff.Member(id) is { } m ? new PersonChoice(id, m.Person.ShortName, m.Post, m.Kind) : new PersonChoice(id, "—", "", MemberKind.External);
}

/// <param name="Term">The school year of the programme, as a pair's usual term.</param>
public sealed record PairTable(string? Programme, (DateOnly From, DateOnly To)? Term, DateOnly Today, IReadOnlyList<PairLine> Pairs, IReadOnlyList<PersonChoice> People)
{
    /// <summary>The viewer is asked to confirm the pairs.</summary>
    public PairsAsked? Asked { get; init; }
}

/// <summary>A task that is done when enough pairs are confirmed.</summary>
public sealed record PairsAsked(Guid WorkItemId, string Title, PairGoal Goal);

/// <param name="Missing">What keeps it out of an order, one sentence each.</param>
public sealed record PairLine(Guid Id, int Version, PersonChoice Mentor, PersonChoice Mentee, string Form, DateOnly From, DateOnly To, PairStatus Status, Guid? OrderId, string? OrderNumber, IReadOnlyList<string> Missing)
{
    public required PairFacts Input { get; init; }
    public bool IsConfirmed { get; init; }
}

/// <summary>Consents and agreement as they were entered.</summary>
public sealed record PairFacts(DateOnly? MentorConsentOn, bool MentorScan, DateOnly? MenteeConsentOn, bool MenteeScan, string? AgreementNumber, DateOnly? AgreementOn, string? UnpaidReason)
{
    internal PairFacts(Pair pair) : this(pair.MentorConsentOn, pair.MentorConsentFileId is not null, pair.MenteeConsentOn, pair.MenteeConsentFileId is not null, pair.AgreementNumber, pair.AgreementOn, pair.UnpaidReason) { }
}

/// <summary>A person to choose from a list.</summary>
public sealed record PersonChoice(Guid Id, string Name, string Post, MemberKind Kind);
