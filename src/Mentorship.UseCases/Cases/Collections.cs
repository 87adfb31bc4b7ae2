using Mentorship.Domain.Pairing;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Cases;

/// <summary>What a loop can go through here: the pairs of the programme, its mentors and mentees, people by role.</summary>
internal static class Collections
{
    private const string OfPeople = "people:";

    public static async Task<FlowEvent> AnswerAsync(MentorshipDb db, OpenedCase opened, PrepareItems asked, DateTimeOffset at, CancellationToken cancel)
    {
        StaffDirectory staff = opened.Around.Staff;
        DateOnly day = opened.Around.Institution.DayOf(at);
        if (asked.Collection.StartsWith(OfPeople, StringComparison.Ordinal))
            return Items(staff.OneByOne(staff.Resolve(asked.Collection[OfPeople.Length..], opened.Around.RelationsOf(asked.Values), day)).Select(p => p.Id), null);
        List<Pair> pairs = await db.Pairs.AsNoTracking().Where(p => p.Status != PairStatus.Ended && (opened.Case.ProgrammeId == null || p.ProgrammeId == opened.Case.ProgrammeId)).OrderBy(p => p.Id).ToListAsync(cancel);
        return asked.Collection switch
        {
            "pairs" => new ItemsPrepared(at, asked.Step, [.. pairs.Select(p => OfPair(p, staff))]),
            "mentors" => Items(pairs.Select(p => p.MentorId).Concat(Holding(Roles.Mentor)), "mentor"),
            "mentees" => Items(pairs.Select(p => p.MenteeId).Concat(Holding(Roles.Mentee)), "mentee"),
            _ => new StepFailed(at, asked.Step, $"Перебрать «{asked.Collection}» нельзя. Выберите: pairs, mentors, mentees или people:role:…"),
        };

        IEnumerable<Guid> Holding(string role) => staff.Resolve("role:" + role, opened.Around.Relations, day).Where(p => !p.IsBody).Select(p => p.Id);

        ItemsPrepared Items(IEnumerable<Guid> people, string? name) => new(at, asked.Step, [.. people.Distinct().Select(id => new LoopItem(Key(id), NameOf(id, staff),
            name is null ? null : new Dictionary<string, object?> { [name] = Key(id) }))]);
    }

    private static LoopItem OfPair(Pair pair, StaffDirectory staff) => new($"pair:{pair.Id:N}", $"{NameOf(pair.MentorId, staff)} — {NameOf(pair.MenteeId, staff)}",
        new Dictionary<string, object?> { ["mentor"] = Key(pair.MentorId), ["mentee"] = Key(pair.MenteeId), ["form"] = pair.Form });

    private static string Key(Guid person) => Participant.OfPerson(person).Key;

    private static string NameOf(Guid person, StaffDirectory staff) => staff.Member(person)?.Person.ShortName ?? "";
}
