namespace Mentorship.Flow.Tests.Playing;

public sealed class PlayerTests
{
    private static Play Run(ProcessDefinition definition, params string[] script) => Player.Run(definition, script, Some.Morning);

    [Fact]
    public void Play_OfTheExample_SaysWhatIsOpenAfterEachDecision()
    {
        Play play = Run(Some.Definition("example"), "finance=Rejected", "legal=Approved", "rework=Done", "finance=Approved");
        Assert.Equal(["legal rework", "rework", "finance", "ceo"], play.Decisions.Select(d => string.Join(' ', d.Open)));
        Assert.Equal(("Waiting", null), (play.Status, play.Error));
        Assert.Equal(["finance", "legal", "rework", "finance"], play.Steps);
    }

    [Fact]
    public void Play_OfADecisionThatDoesNotFit_StopsAndSaysWhatIsOpen()
    {
        Play play = Run(Some.Definition("example"), "legal=Approved", "ceo=Approved", "finance=Approved");
        Assert.Single(play.Decisions);
        Assert.Contains("finance", play.Error);
        Assert.Contains("UnknownAnswer", Run(Some.Definition("example"), "legal=UnknownAnswer").Error);
        Assert.NotNull(Run(Some.Definition("example"), "legal").Error);
    }

    [Fact]
    public void Play_OfAFault_NeedsAttention()
    {
        Play play = Run(Some.Definition("t-fault"), "a=Approved", "b=Approved");
        Assert.Equal("NeedsAttention", play.Status);
        Assert.Empty(play.Open);
    }

    [Fact]
    public void Play_OfATimer_IsAnsweredFired()
    {
        ProcessDefinition waiting = Some.OneStep("Elsa.Delay", s => s.Text("timeSpan", "01:00:00"));
        Assert.Equal(["step"], Run(waiting).Open);
        Assert.Equal("Finished", Run(waiting, "step=Fired").Status);
        Assert.NotNull(Run(waiting, "step=Done").Error);
        Assert.Equal("Finished", Run(Some.OneStep("Elsa.Event"), "step=Fired").Status);
    }

    [Theory]
    [InlineData("Mentorship.Document")]
    [InlineData("Mentorship.Mail")]
    public void Play_OfWhatTheHostDoes_GoesOnByItself(string type) => Assert.Equal("Finished", Run(Some.OneStep(type)).Status);
}
