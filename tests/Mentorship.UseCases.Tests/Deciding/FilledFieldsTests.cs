using Mentorship.Domain.Cases;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Deciding;

/// <summary>What the doer of a task fills in goes into the case with the decision.</summary>
public sealed class FilledFieldsTests
{
    private static readonly EvidenceGiven NoProof = new() { Unproved = true };

    [Fact]
    public async Task Answer_WithWhatIsAsked_LeadsTheCaseWhereTheValuesSay()
    {
        await using World world = await World.CreateAsync();
        (Guid doer, Guid work) = await AskAsync(world);

        Outcome<DecisionReceipt> done = await DecideAsync(world, doer, work, ("sum", "12 000,50"), ("form", "очно"));

        Assert.True(done.Succeeded, done.Refusal?.Text);
        await using MentorshipDb db = world.Open();
        Case subject = await db.Cases.Include(c => c.WorkItems).SingleAsync();
        FlowState state = FlowStateJson.Read(subject.State);
        Assert.Equal((12000.5, "очно"), (state.Variables["sum"], state.Variables["form"]));
        Assert.Equal("Согласовать у директора", subject.WorkItems.Single(w => w.Status == WorkStatus.Open).Title);
    }

    [Theory]
    [InlineData("", "очно", "Сколько нужно?")]
    [InlineData("много", "очно", "Сколько нужно?")]
    [InlineData("5", "по телефону", "Как проведём?")]
    public async Task Answer_ThatLacksWhatIsAsked_ChangesNothingAndNamesTheQuestion(string sum, string form, string named)
    {
        await using World world = await World.CreateAsync();
        (Guid doer, Guid work) = await AskAsync(world);
        string before = await world.Errand.EverythingAsync();

        Outcome<DecisionReceipt> refused = await DecideAsync(world, doer, work, ("sum", sum), ("form", form));

        Assert.Equal("FieldsMissing", refused.Refusal?.Code);
        Assert.Contains(named, refused.Refusal!.Text, StringComparison.Ordinal);
        Assert.Equal(before, await world.Errand.EverythingAsync());
    }

    [Fact]
    public async Task Decision_ThatIsTakenBack_TakesItsValuesWithIt()
    {
        await using World world = await World.CreateAsync();
        (Guid doer, Guid work) = await AskAsync(world);
        Assert.True((await DecideAsync(world, doer, work, ("sum", "20000"), ("form", "очно"))).Succeeded);

        Outcome<Done> back = await world.Get<TakeBackDecision>().RunAsync(world.Act(doer, Roles.Mentor), work, null, default);

        Assert.True(back.Succeeded, back.Refusal?.Text);
        await using MentorshipDb db = world.Open();
        Case subject = await db.Cases.Include(c => c.WorkItems).SingleAsync();
        Assert.Equal((0d, null), (FlowStateJson.Read(subject.State).Variables["sum"], FlowStateJson.Read(subject.State).Variables["form"]));
        Assert.Equal(work, subject.WorkItems.Single(w => w.Status == WorkStatus.Open).Id);
    }

    private static async Task<(Guid Doer, Guid Work)> AskAsync(World world)
    {
        Guid doer = await world.Errand.PersonAsync("Токарь");
        await world.Errand.FilledTaskAsync(doer, world.DirectorId);
        return (doer, (await world.Errand.WorkOfAsync(doer)).Id);
    }

    private static Task<Outcome<DecisionReceipt>> DecideAsync(World world, Guid doer, Guid work, params (string Name, string Typed)[] filled) =>
        world.Get<DecideWorkItem>().RunAsync(world.Act(doer, Roles.Mentor), work, new Answer("Done") { Evidence = NoProof, Filled = filled.ToDictionary(f => f.Name, f => (IReadOnlyList<string>)[f.Typed]) }, default);
}
