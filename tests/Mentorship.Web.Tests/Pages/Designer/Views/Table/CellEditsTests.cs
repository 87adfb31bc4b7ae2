using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Deadlines;
using Mentorship.Flow;
using Mentorship.Web.Pages.Designer;
using Mentorship.Web.Pages.Designer.Views.Table;

namespace Mentorship.Web.Tests.Pages.Designer.Views.Table;

public sealed class CellEditsTests
{
    private static readonly PlanContext Year = PlanContext.Of(new SchoolYear(2026), InstitutionCalendar.ByRule);

    [Fact]
    public void Deadline_BringsItsMeaningAlong_AndTakesItAwayWhenItHasNone()
    {
        DesignerSession session = DesignerSessionTests.Open("002_school");
        FlowNode row = TableSheet.Of(session.Graph).Rows.First();

        Put(session, row, "с 1 по 15 октября 2026 г.");
        FlowNode now = session.Graph.Node(row.Id);
        Deadline window = DeadlineJson.Read(now.Json("window"), now.Text("deadline")!)!;
        Assert.Equal((DeadlineKind.Range, new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 15)), (window.Kind, window.From, window.To));

        Put(session, now, "когда-нибудь потом");
        Assert.Null(session.Graph.Node(row.Id).Json("window"));
        Assert.Equal("когда-нибудь потом", session.Graph.Node(row.Id).Text("deadline"));
    }

    [Fact]
    public void OwnColumn_KeepsTheOtherColumns_AndWhatIsNoTextIsShownAndNotLost()
    {
        DesignerSession session = DesignerSessionTests.Open("order-pairs");
        session.Apply(new SetInput("concur", "columns", new InputValue("""{"Охват":"5 педагогов","Число":7}""", "Object")));
        TableColumn place = new("Место", CellShape.Own, "columns");

        Assert.Null(session.Apply(CellEdits.Put(session.Graph.Node("concur"), place, "актовый зал")).Refusal);

        Dictionary<string, string> cells = TableSheet.Own(session.Graph.Node("concur"));
        Assert.Equal(("5 педагогов", "7", "актовый зал"), (cells["Охват"], cells["Число"], cells["Место"]));
        session.Apply(CellEdits.Put(session.Graph.Node("concur"), place, ""));
        Assert.False(TableSheet.Own(session.Graph.Node("concur")).ContainsKey("Место"));
    }

    [Fact]
    public void Title_IsOneLine_AndAnEmptyOneIsRefused()
    {
        DesignerSession session = DesignerSessionTests.Open("002_school");
        FlowNode stage = session.Graph.Nodes.First(n => n.Kind == NodeKind.Stage);

        session.Apply(CellEdits.Rename(stage, " Новый \n этап "));

        Assert.Equal(("Новый этап", "Новый этап"), (session.Graph.Node(stage.Id).Name, session.Graph.Node(stage.Id).Text("title")));
        Assert.Equal("NoTitle", session.Apply(CellEdits.Rename(session.Graph.Node(stage.Id), "\n ")).Refusal!.Code);
        Assert.Equal("Новый этап", session.Graph.Node(stage.Id).Name);
    }

    [Fact]
    public void Cell_WhoseValueIsWorkedOut_IsNotATextToWriteOver()
    {
        DesignerSession session = DesignerSessionTests.Open("order-pairs");
        session.Apply(new SetInput("concur", "deadline", new InputValue("variables.when", "JavaScript")));

        Assert.Null(TableSheet.Text(session.Graph.Node("concur"), new TableColumn("Срок", CellShape.Deadline, "deadline")));
    }

    private static void Put(DesignerSession session, FlowNode row, string text) =>
        Assert.Null(session.Apply(CellEdits.Put(row, new TableColumn("Срок", CellShape.Deadline, "deadline"), text, StepDeadline.Read(row.Kind, text, row.Name, Year, new DateOnly(2026, 9, 1)).Window)).Refusal);
}
