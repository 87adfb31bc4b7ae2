using System.Globalization;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;

namespace Mentorship.Flow.Tests;

/// <summary>
/// Properties over random seeds. A failure names its seed; <c>MENTORSHIP_SEED=n</c> runs that one alone,
/// <c>MENTORSHIP_CASES=10</c> ten times as many.
/// </summary>
internal static class Seeds
{
    /// <summary>A single seed is being looked at: what holds of many need not hold.</summary>
    public static bool OneSeed => Number("MENTORSHIP_SEED") is not null;

    public static void ForAllSeeds(int cases, Action<int> holds, [CallerMemberName] string property = "")
    {
        if (Number("MENTORSHIP_SEED") is { } one)
        {
            Holds(one, holds, property);
            return;
        }
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases * (Number("MENTORSHIP_CASES") ?? 1)).WithQuietOnSuccess(true),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => Holds(seed, holds, property)));
    }

    private static void Holds(int seed, Action<int> holds, string property)
    {
        try
        {
            holds(seed);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException(
                $"Seed {seed}: {e.Message}\nTo see it again: MENTORSHIP_SEED={seed} dotnet test tests/Mentorship.Flow.Tests --filter {property}", e);
        }
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
