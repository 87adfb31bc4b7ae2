using Mentorship.Domain.Cases;

namespace Mentorship.UseCases.Tests.Cases;

/// <summary>A step that nobody holds, where it says that it may be gone past.</summary>
public sealed class NobodyTests
{
    [Theory]
    [InlineData("Mentorship.Approval", "approver", "Approved")]
    [InlineData("Mentorship.Signature", "signer", "Signed")]
    [InlineData("Mentorship.Task", "assignee", "Done")]
    public async Task Step_ThatNobodyHolds_IsPassedByItsGoodOutcome(string type, string who, string outcome)
    {
        await using World world = await World.CreateAsync();
        Workshop shop = new(world);
        string step = Steps.Activity("step", type, $"{Steps.Input(who, "Literal", "role:accountant")}{Steps.Input("whenNobody", "Literal", "skip")}");
        await shop.PublishAsync("process", Steps.Flowchart("flow", [step, Steps.Ask("after")], [("step", outcome, "after")]));
        Case started = await shop.CaseAsync(await shop.StartAsync("process"));
        Assert.Equal("after", Assert.Single(started.WorkItems).NodeId);
        Assert.False(started.NeedsAttention);
    }
}
