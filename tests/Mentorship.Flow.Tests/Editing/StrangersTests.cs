using System.Text.Json.Nodes;

namespace Mentorship.Flow.Tests.Editing;

/// <summary>Nobody of another institution is named by steps that come from it.</summary>
public sealed class StrangersTests
{
    private const string Here = "person:0199a000000070008000000000000001", There = "person:0199a000-0000-7000-8000-000000000002", Body = "body:0199a000000070008000000000000003";

    [Fact]
    public void APaste_LeavesOutWhoIsNotHere_WhereverTheyAreNamed()
    {
        ProcessDefinition source = Some.Process(root =>
        {
            root.Add("Mentorship.Task", "one", "Собрать заявки").Text("assignee", $"role:curator, {There}, {Here}").Text("responsible", "Петрова И. И.").Text("deadline", "до 15 сентября");
            root.AddStage("stage", "Этап", body => body.Add("Mentorship.Approval", "two", "Согласовать").Text("approver", There).Json("escalation", new JsonObject { ["to"] = $"{Body}, role:director", ["after"] = 3 }));
            root.Add("Elsa.ForEach", "loop", "Каждому").Text("items", $"people:{There}, role:mentor");
            root.Add("Mentorship.Task", "own", "Свой").Text("assignee", Here).Text("responsible", "Мы");
        });
        PasteSteps paste = new("flow", StepClip.Copy(source, ["one", "stage", "loop", "own"]));

        (Edit known, IReadOnlyList<string> named) = Strangers.LeaveOut(paste, who => who == Here);

        ProcessDefinition pasted = known.Apply(Some.Process(root => root.Add("Elsa.Start", "start", "Начало"))).Definition!;
        Assert.Equal(("role:curator, " + Here, "до 15 сентября", null), (pasted.Find("one")!.Text("assignee"), pasted.Find("one")!.Text("deadline"), pasted.Find("one")!.Text("responsible")));
        Assert.Null(pasted.Find("two")!.Text("approver"));
        Assert.Equal("role:director", Escalation.Of(FlowGraph.From(pasted).Node("two"))!.To);
        Assert.Equal("people:role:mentor", pasted.Find("loop")!.Text("items"));
        Assert.Equal((Here, "Мы"), (pasted.Find("own")!.Text("assignee"), pasted.Find("own")!.Text("responsible")));
        Assert.Equal(["Каждому", "Собрать заявки", "Согласовать"], named.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("00000002", DefinitionWriter.Write(pasted), StringComparison.Ordinal);
        Assert.Contains(GraphChecker.Check(pasted), p => p is { Code: "NobodyNamed", NodeId: "two" });
    }

    [Fact]
    public void APasteAmongOthers_IsCleanedToo_AndAnyOtherEditIsLeftAlone()
    {
        ProcessDefinition source = Some.Process(root => root.Add("Mentorship.Task", "one", "Заявки").Text("assignee", There));
        RenameStep rename = new("one", There);

        (Edit known, IReadOnlyList<string> named) = Strangers.LeaveOut(new EditGroup([rename, new PasteSteps("flow", StepClip.Copy(source, ["one"]))]), _ => false);

        Assert.Equal(rename, ((EditGroup)known).Edits[0]);
        Assert.DoesNotContain("person:", ((PasteSteps)((EditGroup)known).Edits[1]).Clip, StringComparison.Ordinal);
        Assert.Equal(["Заявки"], named);
        Assert.Same(rename, Strangers.LeaveOut(rename, _ => false).Edit);
    }

    [Fact]
    public void ADefinition_LosesStrangersInStepsAndFields_AndStaysAsItIsWithoutThem()
    {
        DefinitionBuilder builder = new("0123456789abcdef", "some", "Процесс");
        builder.Variable("head", "String", There);
        builder.Root.Add("Mentorship.Task", "one", "Заявки").Text("assignee", There);
        ProcessDefinition definition = builder.Build();

        (ProcessDefinition known, IReadOnlyList<string> named) = Strangers.LeaveOut(definition, _ => false);

        Assert.Equal(["Заявки"], named);
        Assert.Null(known.Variables.Single().Default);
        Assert.Same(definition, Strangers.LeaveOut(definition, _ => true).Definition);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("{\"steps\":7,\"note\":\"person:0199a000000070008000000000000002\"}")]
    public void GarbageOnTheClipboard_IsRefusedAsBefore(string clip) =>
        Assert.Equal("NotAClip", Strangers.LeaveOut(new PasteSteps("flow", clip), _ => false).Edit.Apply(Some.Process(root => root.Add("Elsa.Start", "start", "Начало"))).Refusal!.Code);
}
