using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Comparing;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.Tests.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Administering;

public sealed class CaseDocumentsTests
{
    [Fact]
    public async Task Case_ShowsItsVersions_TheirDecisionsAndRounds()
    {
        await using World world = await World.CreateAsync();
        (Guid order, Guid id, _) = await RoundsAsync(world);
        CaseView view = (await world.Get<LookAtCase>().RunAsync(world.Curator, id, default)).Value!;
        CaseDocument document = Assert.Single(view.Documents);
        Assert.Equal(order, document.Id);
        Assert.Equal([(2, "исправлено", "изменено 1\u00A0место"), (1, null, null)], document.Versions.Select(v => (v.Number, v.Note, v.Changed)));
        Assert.Empty(document.Versions[0].Decisions);
        VersionDecision decision = Assert.Single(document.Versions[1].Decisions);
        Assert.Equal(("не тот срок", 1, false), (decision.Comment, decision.Round, decision.IsTakenBack));
        Assert.All(document.Versions, version => Assert.Equal(64, version.Sha256.Length));
    }

    [Fact]
    public async Task Versions_AreCompared_WithTheOneBeforeUnlessAnotherIsAsked()
    {
        await using World world = await World.CreateAsync();
        (Guid order, _, Guid[] versions) = await RoundsAsync(world);
        ComparedVersionsView view = world.Get<ComparedVersionsView>();
        ComparedVersions second = (await view.RunAsync(world.Curator, order, versions[1], since: 7, default))!;
        Assert.Equal((2, 1), (second.Number, second.Changed!.Since));
        Assert.Equal("п.\u00A01: “15” → “20”", ChangeWords.Short(second.Changed.Changes));
        Assert.Null((await view.RunAsync(world.Curator, order, versions[0], null, default))!.Changed);
        Assert.Null(await view.RunAsync(world.Curator, order, Guid.CreateVersion7(), null, default));
    }

    [Fact]
    public async Task Versions_OfAnotherInstitution_AreNotThere()
    {
        await using World world = await World.CreateAsync();
        (Guid order, Guid id, Guid[] versions) = await RoundsAsync(world);
        Actor stranger = new(await world.AnotherInstitutionAsync(), Guid.CreateVersion7(), new HashSet<string> { Roles.Administrator, Roles.Curator });
        Assert.Null(await world.Get<ComparedVersionsView>().RunAsync(stranger, order, versions[1], null, default));
        Assert.Equal("NoCase", (await world.Get<LookAtCase>().RunAsync(stranger, id, default)).Refusal?.Code);
    }

    private static async Task<(Guid Order, Guid Case, Guid[] Versions)> RoundsAsync(World world)
    {
        Guid order = await world.Errand.ReturnedAsync(DocumentKind.RoadmapApproval, world.CuratorId, Errand.Text("Ознакомить ответственных до 15 сентября."));
        await world.Errand.ResubmitAsync(order, Errand.Text("Ознакомить ответственных до 20 сентября."), "исправлено");
        await using MentorshipDb db = world.Open();
        return (order, (await db.Documents.SingleAsync(d => d.Id == order)).CaseId!.Value, await db.DocumentVersions.Where(v => v.DocumentId == order).OrderBy(v => v.Number).Select(v => v.Id).ToArrayAsync());
    }
}
