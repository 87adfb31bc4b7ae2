using Mentorship.Workload;

namespace Mentorship.UseCases.Tests.Killing;

/// <summary>A school at work is killed at random instants and started again: what was acknowledged is there once, nothing is doubled, nothing is left lying.</summary>
public sealed class KillTests
{
    private const int Kills = 15;

    [Fact]
    public async Task School_WhenKilledAtRandomInstants_LosesAndDoublesNothing()
    {
        await using KilledSchool school = new();

        KillFigures figures = await school.RunAsync(Kills);

        Assert.Empty(figures.Faults);
        Assert.True(figures.AuditWhole);
        Assert.True(figures is { Accepted: > Kills, Mails: > Kills, TakenBack: > 0, Children: > 0 }, $"{figures}");
    }
}
