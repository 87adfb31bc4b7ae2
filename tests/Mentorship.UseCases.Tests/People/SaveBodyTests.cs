using Mentorship.Domain.People;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.People;

namespace Mentorship.UseCases.Tests.People;

public sealed class SaveBodyTests
{
    [Fact]
    public async Task Save_OfANewBody_HasItsLeadAmongItsMembers()
    {
        await using World world = await World.CreateAsync();

        Guid id = (await Save(world, null, null, new BodyCard(" Рабочая группа ", Roles.WorkingGroup, world.CuratorId, [world.DirectorId], false))).Value;

        BodyLine body = Assert.Single((await List(world)).Bodies);
        Assert.Equal((id, "Рабочая группа", "рабочая группа", "Мотылёва Е. К."), (body.Id, body.Card.Name, body.RoleName, body.Lead.Replace('\u00a0', ' ')));
        Assert.Equal(2, body.Card.Members.Count);
    }

    [Fact]
    public async Task Save_OfAChange_TakesPeopleInAndOut()
    {
        await using World world = await World.CreateAsync();
        Guid id = (await Save(world, null, null, new BodyCard("Педсовет", "", world.CuratorId, [], false))).Value;
        BodyLine seen = Assert.Single((await List(world)).Bodies);
        Assert.Equal("institution:педсовет", seen.Card.Role);

        Assert.Null((await Save(world, id, seen.Stamp, seen.Card with { LeadId = world.DirectorId, Members = [], AnyoneCloses = true })).Refusal);

        Assert.Equal([world.DirectorId], Assert.Single((await List(world)).Bodies).Card.Members);
        Assert.Equal("ChangedMeanwhile", (await Save(world, id, seen.Stamp, seen.Card)).Refusal?.Code);
    }

    [Fact]
    public async Task Save_WithBadInput_IsRefused()
    {
        await using World world = await World.CreateAsync();
        await Save(world, null, null, new BodyCard("Рабочая группа", Roles.WorkingGroup, world.CuratorId, [], false));

        Assert.Equal("BodyTwice", (await Save(world, null, null, new BodyCard("Вторая", Roles.WorkingGroup, world.CuratorId, [], false))).Refusal?.Code);
        Assert.Equal("BodyName", (await Save(world, null, null, new BodyCard(" ", "", world.CuratorId, [], false))).Refusal?.Code);
        Assert.Equal("LeadMissing", (await Save(world, null, null, new BodyCard("МО", "", Guid.Empty, [], false))).Refusal?.Code);
        Assert.Equal("MemberWrong", (await Save(world, null, null, new BodyCard("МО", "", world.CuratorId, [Guid.CreateVersion7()], false))).Refusal?.Code);
        Assert.Equal("NotFound", (await Save(world, Guid.CreateVersion7(), "", new BodyCard("МО", "", world.CuratorId, [], false))).Refusal?.Code);
    }

    [Fact]
    public async Task Remove_OfABodyWithoutWork_TakesItAway()
    {
        await using World world = await World.CreateAsync();
        Guid id = (await Save(world, null, null, new BodyCard("Педсовет", "", world.CuratorId, [world.DirectorId], false))).Value;

        Assert.Null((await world.Get<RemoveBody>().RunAsync(world.Curator, id, CancellationToken.None)).Refusal);

        Assert.Empty((await List(world)).Bodies);
    }

    private static Task<Outcome<Guid>> Save(World world, Guid? id, string? seen, BodyCard card) => world.Get<SaveBody>().RunAsync(world.Curator, id, seen, card, CancellationToken.None);

    private static Task<BodyList> List(World world) => world.Get<BodiesView>().RunAsync(world.Curator, CancellationToken.None);
}
