using Mentorship.Flow;
using Mentorship.Web.Pages.Designer;
using Mentorship.Web.Pages.Designer.Views.Table;

namespace Mentorship.Web.Tests.Pages.Designer.Views.Table;

public sealed class RowEditsTests
{
    [Fact]
    public void Sheet_OfARoadmap_HasTheColumnsOfItsDocument_AndOfARouteWhoWhenAndWhatNext()
    {
        TableSheet roadmap = TableSheet.Of(DesignerSessionTests.Open("002_school").Graph);
        Assert.Equal(["№ п/п", "Содержание деятельности", "Сроки", "Ответственные", "Ожидаемый результат"], roadmap.Columns.Select(c => c.Header));
        Assert.All(roadmap.Groups, g => Assert.Equal(NodeKind.Stage, g.Owner!.Kind));

        TableSheet route = TableSheet.Of(DesignerSessionTests.Open("order-pairs").Graph);
        Assert.Equal([CellShape.Ordinal, CellShape.Title, CellShape.Who, CellShape.Deadline, CellShape.Next], route.Columns.Select(c => c.Shape));
        Assert.Equal("concur", route.Rows.First().Id);
    }

    [Theory]
    [InlineData("000_kindergarten")]
    [InlineData("001_school_sample")]
    [InlineData("002_school")]
    [InlineData("003_extra_education")]
    [InlineData("004_college")]
    [InlineData("order-pairs")]
    [InlineData("order-roadmap")]
    [InlineData("order-plans")]
    [InlineData("order-incentive")]
    public void Add_AfterAnyRow_StandsThereAndIsReachedByTheProcess(string template)
    {
        DesignerSession session = DesignerSessionTests.Open(template);
        int errors = Errors(session);
        foreach (string id in TableSheet.Of(session.Graph).Rows.Select(r => r.Id).ToList())
        {
            TableSheet sheet = TableSheet.Of(session.Graph);
            FlowNode after = session.Graph.Node(id);
            Edited edited = session.Apply(RowEdits.Add(session.Graph, sheet.GroupOf(id)!, after, "Mentorship.Task", "Новое"));

            Assert.Null(edited.Refusal);
            string made = edited.Made.Single();
            session.Apply(new SetInput(made, "assignee", "role:curator"));
            session.Apply(new SetInput(made, "deadline", "3 рабочих дня"));
            Assert.DoesNotContain(session.Problems, p => p.NodeId == made && p.Code is "Unreachable" or "LooseOutcome");
            Assert.Equal(errors, Errors(session));
            Assert.Equal(sheet.GroupOf(id)!.Container, TableSheet.Of(session.Graph).GroupOf(made)!.Container);
            for (int i = 0; i < 3; i++) session.Undo();
        }
    }

    [Fact]
    public void Add_BesideItemsThatBeginTogether_BeginsWithThem_AndInARouteComesBetween()
    {
        DesignerSession roadmap = DesignerSessionTests.Open("002_school");
        SheetGroup stage = TableSheet.Of(roadmap.Graph).Groups.First(g => g.Rows.Count > 1);
        string made = roadmap.Apply(RowEdits.Add(roadmap.Graph, stage, stage.Rows[0], "Mentorship.Task", "Новое")).Made.Single();
        Assert.Equal(NodeKind.Start, roadmap.Graph.Node(roadmap.Graph.Connections.Single(c => c.Target == made).Source).Kind);
        Assert.Equal([stage.Rows[0].Id, made, stage.Rows[1].Id], TableSheet.Of(roadmap.Graph).GroupOf(made)!.Rows.Take(3).Select(r => r.Id));

        DesignerSession route = DesignerSessionTests.Open("order-pairs");
        TableSheet sheet = TableSheet.Of(route.Graph);
        string between = route.Apply(RowEdits.Add(route.Graph, sheet.Groups[0], route.Graph.Node("concur"), "Mentorship.Task", "Проверить пары")).Made.Single();
        Assert.Contains(route.Graph.Connections, c => (c.Source, c.Outcome, c.Target) == ("concur", "Approved", between));
        Assert.Contains(route.Graph.Connections, c => (c.Source, c.Outcome, c.Target) == (between, "Done", "sign"));
        Assert.DoesNotContain(route.Graph.Connections, c => (c.Source, c.Outcome, c.Target) == ("concur", "Approved", "sign"));
    }

    [Theory]
    [InlineData("000_kindergarten")]
    [InlineData("002_school")]
    [InlineData("order-pairs")]
    [InlineData("order-roadmap")]
    public void Move_OfAnyRow_EitherChangesPlacesOrSaysNo_AndUndoesToTheByte(string template)
    {
        DesignerSession session = DesignerSessionTests.Open(template);
        string before = DefinitionWriter.Write(session.Definition);
        int errors = Errors(session);
        int moved = 0;
        foreach (FlowNode row in TableSheet.Of(session.Graph).Rows.ToList())
            foreach (int by in (int[])[-1, 1])
            {
                TableSheet sheet = TableSheet.Of(session.Graph);
                if (RowEdits.Move(session.Graph, sheet, session.Graph.Node(row.Id), by) is not { } move) continue;
                List<string> rows = [.. sheet.Rows.Select(r => r.Id)];
                Assert.Null(session.Apply(move).Refusal);
                List<string> now = [.. TableSheet.Of(session.Graph).Rows.Select(r => r.Id)];
                int at = rows.IndexOf(row.Id), to = now.IndexOf(row.Id);
                bool sameStage = sheet.GroupOf(row.Id)!.Container == TableSheet.Of(session.Graph).GroupOf(row.Id)!.Container;
                // Over the edge of a stage it keeps its place in the whole; inside it goes past its neighbour, and what both return to may come in between.
                if (sameStage) Assert.Equal(by, Math.Sign(to - now.IndexOf(rows[at + by])));
                else Assert.Equal(at, to);
                Assert.Equal(errors, Errors(session));
                session.Undo();
                Assert.Equal(before, DefinitionWriter.Write(session.Definition));
                moved++;
            }
        Assert.True(moved > 0);
    }

    [Fact]
    public void Move_OverTheEdgeOfAStage_GoesToTheNextOne()
    {
        DesignerSession session = DesignerSessionTests.Open("002_school");
        TableSheet sheet = TableSheet.Of(session.Graph);
        FlowNode last = sheet.Groups[0].Rows[^1];

        session.Apply(RowEdits.Move(session.Graph, sheet, last, 1)!);

        TableSheet now = TableSheet.Of(session.Graph);
        Assert.Equal(last.Id, now.Groups[1].Rows[0].Id);
        Assert.Null(RowEdits.Move(session.Graph, now, now.Groups[^1].Rows[^1], 1));
    }

    [Fact]
    public void Move_InAChain_LeadsTheArrowsAnew()
    {
        DesignerSession session = DesignerSessionTests.Open("order-pairs");

        session.Apply(RowEdits.Move(session.Graph, TableSheet.Of(session.Graph), session.Graph.Node("register"), 1)!);

        Assert.Contains(session.Graph.Connections, c => (c.Source, c.Outcome, c.Target) == ("sign", "Signed", "acquaint"));
        Assert.Contains(session.Graph.Connections, c => (c.Source, c.Target) == ("acquaint", "register"));
        Assert.Contains(session.Graph.Connections, c => (c.Source, c.Target) == ("register", "end"));
    }

    private static int Errors(DesignerSession session) => session.Problems.Count(p => p.Severity == Severity.Error);
}
