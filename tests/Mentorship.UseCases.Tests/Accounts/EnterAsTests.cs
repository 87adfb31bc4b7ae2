using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.Looking;

namespace Mentorship.UseCases.Tests.Accounts;

public sealed class EnterAsTests
{
    [Fact]
    public async Task EnterAs_InADemonstration_LetsAPersonWithoutAnAccountIn()
    {
        await using World world = await World.CreateAsync(demonstration: true);

        Entry entry = (await world.Get<EnterAs>().RunAsync(world.DirectorId, CancellationToken.None)).Value!;

        Assert.Equal(world.Director, await world.Get<ResumeSession>().RunAsync(entry, CancellationToken.None), (a, b) => a!.PersonId == b!.PersonId && a.Roles.SetEquals(b.Roles));
        Assert.Equal(["Лебедева Ксения Олеговна", "Мотылёва Екатерина Константиновна"], Assert.Single(await world.Get<EnterAsView>().RunAsync(CancellationToken.None)).People.Select(p => p.Name));
    }

    [Fact]
    public async Task EnterAs_AnywhereElse_IsRefusedAndShowsNobody()
    {
        await using World world = await World.CreateAsync();

        Assert.Equal("OnlyInDemonstration", (await world.Get<EnterAs>().RunAsync(world.DirectorId, CancellationToken.None)).Refusal?.Code);
        Assert.Empty(await world.Get<EnterAsView>().RunAsync(CancellationToken.None));
        Assert.Null(await world.Get<ResumeSession>().RunAsync(new Entry(world.DirectorId, world.InstitutionId, Entry.NoAccount), CancellationToken.None));
    }
}
