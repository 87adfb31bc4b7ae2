using Mentorship.Flow;
using Mentorship.Web.Pages.Designer.Diagram;

namespace Mentorship.Web.Tests.Pages.Designer.Diagram;

public sealed class DiagramPatchTests
{
    [Fact]
    public void Tell_AfterOneEdit_TellsWhatIsNewOnly()
    {
        Draft draft = new(DiagramDraftingTests.Process("order-pairs.json"));
        draft.Do(draft.Model.Settle!);
        DiagramTold told = new();
        told.Tell(draft.Model);

        DiagramPatch renamed = told.Tell(draft.Do(new RenameStep("sign", "Подпись")).Model);
        DiagramPatch removed = told.Tell(draft.Do(new RemoveSteps(["register"])).Model);

        Assert.Equal(["sign"], renamed.Nodes.Select(n => n.Id));
        Assert.Equal((0, 0, 0), (renamed.Arrows.Count, renamed.GoneNodes.Count, renamed.GoneArrows.Count));
        Assert.Null(renamed.Order);
        Assert.Equal((1, 2), (renamed.From, renamed.Revision));
        Assert.Equal(["register"], removed.GoneNodes);
        Assert.Equal(["register|Done|acquaint", "sign|Signed|register"], removed.GoneArrows.Order());
        Assert.Equal(["sign|Signed|acquaint"], removed.Arrows.Select(a => a.Id));
        Assert.DoesNotContain("register", removed.Order!);
    }

    [Fact]
    public void Tell_WhenNothingChanged_TellsNothing()
    {
        Draft draft = new(DiagramDraftingTests.Process("order-pairs.json"));
        DiagramTold told = new();
        told.Tell(draft.Model);

        DiagramPatch patch = told.Tell(draft.Do(new RenameStep("nobody", "Подпись")).Model);

        Assert.Equal((0, 0, 0, 0), (patch.Nodes.Count, patch.Arrows.Count, patch.GoneNodes.Count, patch.GoneArrows.Count));
    }
}
