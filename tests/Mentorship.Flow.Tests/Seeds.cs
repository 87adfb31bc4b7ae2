using FsCheck;
using FsCheck.Fluent;

namespace Mentorship.Flow.Tests;

/// <summary>Properties over random seeds; a failure prints the seed that gives it again.</summary>
internal static class Seeds
{
    public static void ForAllSeeds(int cases, Action<int> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases).WithQuietOnSuccess(true),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
            {
                try
                {
                    holds(seed);
                }
                catch (Exception e)
                {
                    throw new InvalidOperationException($"Seed {seed}: {e.Message}", e);
                }
            }));
}
