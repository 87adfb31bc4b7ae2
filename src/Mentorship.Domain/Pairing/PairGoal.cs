using Mentorship.Domain.People;
using Mentorship.Flow;

namespace Mentorship.Domain.Pairing;

/// <summary>How many pairs a step wants confirmed: a number of pairs, or a part of the mentees.</summary>
/// <param name="Confirmed">Confirmed pairs, or mentees in one, as the step counts.</param>
public sealed record PairGoal(int Confirmed, int Needed, bool CountsMentees)
{
    public bool IsReached => Confirmed >= Needed;

    /// <param name="pairs">All pairs of the programme.</param>
    public static PairGoal Of(FlowNode node, IReadOnlyCollection<Pair> pairs, StaffDirectory staff, DateOnly day)
    {
        Share enough = Share.Read(node.Text("enough")) ?? Share.All;
        Pair[] confirmed = [.. pairs.Where(p => p is { ConfirmedAt: not null, Status: not PairStatus.Ended })];
        if (enough.Number is { } number) return new(confirmed.Length, number, false);
        int mentees = staff.Members.Count(m => m.Holds(Roles.Mentee, day));
        return new(confirmed.Select(p => p.MenteeId).Distinct().Count(), Math.Max(1, enough.Of(mentees)), true);
    }
}
