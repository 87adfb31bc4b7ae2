using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Importing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Administering;

/// <summary>The page of the usual reminders: what holds now, and what typed settings would mean.</summary>
public sealed class UsualAskingView
{
    /// <summary>The work of the example has so many days.</summary>
    private const int DaysOfExample = 14;

    private readonly Work _work;
    private readonly CaseDesk _cases;

    internal UsualAskingView(Work work, CaseDesk cases) => (_work, _cases) = (work, cases);

    /// <param name="typed">Settings to be tried; null: what holds now.</param>
    public async Task<Outcome<UsualAskingPage>> RunAsync(Actor actor, UsualAskingInput? typed, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        return await _work.ReadAsync<Outcome<UsualAskingPage>>(actor.InstitutionId, async db =>
        {
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            StaffDirectory staff = await _cases.StaffAsync(db, cancel);
            WorkingDays days = (await _cases.CalendarAsync(db, cancel)).Days;
            DateOnly today = institution.DayOf(_work.Now);
            UsualAsking now = UsualAsking.Of(institution);
            Outcome<UsualAsking>? tried = typed?.Read(staff);
            return new UsualAskingPage(AskingAgainWords.Of(now, staff), now.Seal, UsualAskingInput.Of(now), actor.Is(Roles.Administrator), StaffChoices.Of(staff, today))
            {
                Example = AskingAgainWords.Example(now, today, today.AddDays(DaysOfExample), days), TriedProblem = tried?.Refusal,
                Tried = tried?.Value is { } meant ? $"{AskingAgainWords.Of(meant, staff)} {AskingAgainWords.Example(meant, today, today.AddDays(DaysOfExample), days)}".Trim() : null,
                IsForNobody = (tried?.Value ?? now).Escalation is { } rules && staff.Resolve(rules.To, new Dictionary<string, IReadOnlyList<Guid>>(), today).Count == 0,
            };
        }, cancel);
    }
}

/// <param name="Now">What holds now, in words.</param>
/// <param name="Seal">Of what holds now.</param>
/// <param name="Fields">The same for the fields of a form.</param>
public sealed record UsualAskingPage(string Now, string Seal, UsualAskingInput Fields, bool MayChange, IReadOnlyList<AssigneeChoice> Choices)
{
    /// <summary>What holds now, on the days of an example; empty where nothing is sent.</summary>
    public required string Example { get; init; }

    /// <summary>What typed settings would mean.</summary>
    public string? Tried { get; init; }
    public Refusal? TriedProblem { get; init; }

    /// <summary>At present nobody has the role that is to be told.</summary>
    public bool IsForNobody { get; init; }
}
