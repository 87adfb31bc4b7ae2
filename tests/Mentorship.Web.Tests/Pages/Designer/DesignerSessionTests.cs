using Mentorship.Flow;
using Mentorship.Flow.Tests.Editing;
using Mentorship.Web.Pages.Designer;

namespace Mentorship.Web.Tests.Pages.Designer;

public sealed class DesignerSessionTests
{
    [Theory]
    [InlineData("002_school")]
    [InlineData("order-pairs")]
    public void Undo_AfterADeadlineAndAResponsible_GivesBackTheProcessToTheByte(string template)
    {
        DesignerSession session = Open(template);
        string before = DefinitionWriter.Write(session.Definition);
        string id = session.Graph.Nodes.First(n => n.Kind is NodeKind.Task or NodeKind.Signature).Id;

        session.Apply(new SetInput(id, "deadline", "до 20 октября"));
        session.Apply(new SetInput(id, "assignee", "role:deputy"));
        string after = DefinitionWriter.Write(session.Definition);
        session.Undo();
        session.Undo();

        Assert.Equal(before, DefinitionWriter.Write(session.Definition));
        Assert.False(session.CanUndo);
        session.Redo();
        session.Redo();
        Assert.Equal(after, DefinitionWriter.Write(session.Definition));
        Assert.False(session.CanRedo);
    }

    [Fact]
    public void Undo_AfterAnyEditsOfAllViews_GoesAllTheWayBackAndForth()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            Random random = new(seed);
            DesignerSession session = new(AnyEdit.Definition(random));
            List<string> states = [DefinitionWriter.Write(session.Definition)];
            for (int i = 0; i < 25; i++)
            {
                long changes = session.Changes;
                session.Apply(AnyEdit.Next(random, session.Definition));
                if (session.Changes != changes) states.Add(DefinitionWriter.Write(session.Definition));
            }

            for (int i = states.Count - 2; i >= 0; i--)
            {
                session.Undo();
                Assert.Equal(states[i], DefinitionWriter.Write(session.Definition));
            }
            Assert.False(session.CanUndo);
            foreach (string state in states.Skip(1))
            {
                session.Redo();
                Assert.Equal(state, DefinitionWriter.Write(session.Definition));
            }
            Assert.False(session.CanRedo);
        }
    }

    [Fact]
    public void Apply_WhenNothingChanges_LeavesNoTrace()
    {
        DesignerSession session = Open("order-pairs");
        int heard = 0;
        session.Changed += () => heard++;

        Edited edited = session.Apply(new SetInput("concur", "mode", "all"));

        Assert.Null(edited.Refusal);
        Assert.Equal((0, false, 0L), (heard, session.CanUndo, session.Changes));
    }

    [Fact]
    public void Apply_WhenRefused_SaysWhyAndChangesNothing()
    {
        DesignerSession session = Open("order-pairs");

        Edited edited = session.Apply(new RenameStep("concur", new string('я', 10_001)));

        Assert.Equal("TooLong", edited.Refusal!.Code);
        Assert.False(session.CanUndo);
    }

    [Fact]
    public void Apply_AfterAnUndo_ForgetsWhatWasTakenBack()
    {
        DesignerSession session = Open("order-pairs");
        session.Apply(new RenameStep("concur", "Раз"));
        session.Undo();

        session.Apply(new RenameStep("concur", "Два"));

        Assert.False(session.CanRedo);
        Assert.Equal("Два", session.Graph.Node("concur").Name);
    }

    [Fact]
    public void Selection_FollowsWhatIsMadeRemovedAndBroughtBack()
    {
        DesignerSession session = Open("order-pairs");
        session.Select("concur", "nobody", "concur");
        Assert.Equal(["concur"], session.Selection);

        string made = session.Apply(new AddStep(session.Definition.Root.Id, "Mentorship.Task", "Новое")).Made.Single();
        Assert.Equal([made], session.Selection);
        session.Apply(new RemoveSteps([made]));
        Assert.Empty(session.Selection);
        session.Undo();
        Assert.Equal(made, session.Selected!.Id);
        session.Undo();

        Assert.Equal("concur", session.Selected!.Id);
    }

    [Fact]
    public void Problems_AreThoseOfTheStateThatIsShown()
    {
        DesignerSession session = Open("order-pairs");
        Assert.DoesNotContain(session.Problems, p => p.Code == "RoleNobodyHolds");

        session.Check(new CheckContext { IsRoleHeld = role => role != "deputy" });
        Assert.Contains(session.Problems, p => p is { Code: "RoleNobodyHolds", NodeId: "concur" });
        session.Apply(new SetInput("concur", "approver", "role:curator"));

        Assert.DoesNotContain(session.Problems, p => p.Code == "RoleNobodyHolds");
        session.Undo();
        Assert.Contains(session.Problems, p => p.Code == "RoleNobodyHolds");
    }

    internal static DesignerSession Open(string template) =>
        new(DefinitionReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", template + ".json"))).Definition!);
}
