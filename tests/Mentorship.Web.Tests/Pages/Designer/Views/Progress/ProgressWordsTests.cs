using Mentorship.Flow;
using Mentorship.UseCases.Authoring.Progress;
using Mentorship.Web.Pages.Designer.Diagram;
using Mentorship.Web.Pages.Designer.Views.Progress;
using Mentorship.Web.Parts;

namespace Mentorship.Web.Tests.Pages.Designer.Views.Progress;

public sealed class ProgressWordsTests
{
    private static readonly DateOnly Today = new(2026, 10, 5);

    private static StepProgress Step(string id, ProgressKind kind) => new(id, "", "Mentorship.Task", id, "", "", kind, "", 1, null);

    private static IReadOnlyDictionary<string, DiagramStanding> Of(params ProgressKind[] kinds) =>
        ProgressWords.Standings(new CaseProgress(Guid.Empty, 1, new DefinitionBuilder("0123456789abcdef", "p", "П").Build(), [new ProgressGroup("stage", "Этап", "1", [.. kinds.Select((k, i) => Step($"s{i}", k))])]), Today);

    [Theory]
    [InlineData(Tone.Late, "1 из 3, просрочено 1", ProgressKind.Done, ProgressKind.Overdue, ProgressKind.Later)]
    [InlineData(Tone.Ok, "сделано 2 из 2", ProgressKind.Done, ProgressKind.Passed)]
    [InlineData(Tone.Wait, "сделано 0 из 2", ProgressKind.Returned, ProgressKind.Open)]
    [InlineData(Tone.Info, "сделано 1 из 2", ProgressKind.Done, ProgressKind.Scheduled)]
    internal void Standings_OfAStage_CountItsSteps_AndTheWorstIsItsTone(Tone tone, string text, params ProgressKind[] kinds) =>
        Assert.Equal(new DiagramStanding(tone, text), Of(kinds)["stage"]);

    [Fact]
    public void Standings_OfAStageThatHasNotBegun_SayNothing() => Assert.DoesNotContain("stage", Of(ProgressKind.Later, ProgressKind.Scheduled).Keys);
}
