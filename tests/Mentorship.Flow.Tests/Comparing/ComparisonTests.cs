using Mentorship.Flow.Tests.Editing;
using static Mentorship.Flow.Tests.Seeds;

namespace Mentorship.Flow.Tests.Comparing;

public sealed class ComparisonTests
{
    private static readonly ProcessDefinition Origin = Some.Process(root =>
    {
        root.AddStage("s1", "Подготовка", body =>
        {
            body.Add("Mentorship.Task", "a", "Издать приказ").Text("deadline", "до 1 сентября");
            body.Add("Mentorship.Task", "b", "Собрать согласия");
            body.StartAll("s1-start");
        });
        root.AddStage("s2", "Работа", body =>
        {
            body.Add("Mentorship.Task", "c", "Провести встречи");
            body.StartAll("s2-start");
        });
        root.StartAll("start");
    });

    private static ProcessDefinition With(params Edit[] edits) => With(Origin, edits);

    private static ProcessDefinition With(ProcessDefinition definition, params Edit[] edits)
    {
        foreach (Edit edit in edits)
        {
            Edited edited = edit.Apply(definition);
            Assert.Null(edited.Refusal);
            definition = edited.Definition!;
        }
        return definition;
    }

    private static string[] Told(ProcessDefinition before, ProcessDefinition after) =>
        [.. Comparison.Of(before, after).Select(c => $"{c.Kind} {c.NodeId} {c.Name} {c.Old}→{c.New}")];

    [Fact]
    public void Of_NamesEachChangeWithItsStep()
    {
        ProcessDefinition after = With(new SetInput("a", "deadline", "до 15 сентября"), new RenameStep("b", "Взять согласия"), new ShiftSteps(["c"], "s1"),
            new AddStep("s2", "Mentorship.Task", "Отчёт") { Id = "d", From = new ArrowStart("s2-start", "Done") }, new RenameProcess("Другой процесс"), new SetVariable("sum", "Double", "3"));
        Assert.Equal(
        [
            "NameChanged   Некоторый процесс→Другой процесс", "VariableChanged  sum →Double: 3", "StepAdded d Mentorship.Task →", "InputChanged a deadline до 1 сентября→до 15 сентября",
            "StepRenamed b  Собрать согласия→Взять согласия", "StepMoved c s1-body Работа→Подготовка", "ArrowAdded s1-start Done →", "ArrowAdded s2-start Done →", "ArrowRemoved s2-start Done →",
        ], Told(Origin, after));
    }

    [Fact]
    public void Of_LeavesDrawingsAndSpacingOut()
    {
        Assert.Empty(Told(Origin, With(new LayOutSteps(), new FoldStage("s1", true))));
        Assert.Empty(Told(Origin, Some.Read(DefinitionWriter.Write(Origin))));
        Assert.Equal(4, Comparison.Of(With(new RemoveSteps(["s1"])), Origin).First(c => c.Kind == ChangeKind.StepAdded).Steps);
    }

    [Fact]
    public void TakenOver_OneChange_IsThere_AndNoOther()
    {
        ProcessDefinition newer = With(new SetInput("a", "deadline", "до 15 сентября"), new AddStep("s1", "Mentorship.Approval", "Проверить") { Id = "x", From = new ArrowStart("s1-start", "Done"), To = "b" });
        DefinitionChange added = Comparison.Of(Origin, newer).First(c => c.Kind == ChangeKind.StepAdded);
        ProcessDefinition taken = TakingOver.Of(Origin, newer, added)!.Apply(Origin).Definition!;
        Assert.Equal(["InputChanged a deadline до 1 сентября→до 15 сентября"], Told(taken, newer));
        DefinitionChange input = Comparison.Of(taken, newer).Single();
        Assert.Empty(Told(TakingOver.Of(taken, newer, input)!.Apply(taken).Definition!, newer));
    }

    [Fact]
    public void TakenOver_AllChanges_GiveTheOtherDefinition() => ForAllSeeds(150, seed =>
    {
        Random random = new(seed);
        ProcessDefinition before = AnyEdit.Definition(random), after = before;
        for (int i = 0; i < 6; i++) after = AnyEdit.Next(random, after).Apply(after).Definition ?? after;
        ProcessDefinition marked = new RenameProcess(Description: "помечено").Apply(before).Definition!;
        ProcessDefinition merged = Merging.Merge(before, after, marked).Definition;
        Assert.Equal(after.Description == "помечено" ? [] : ["DescriptionChanged"], Comparison.Of(after, merged, drawings: true).Select(c => c.Kind.ToString()).Where(k => k != "DrawingChanged"));
    });

    [Fact]
    public void Merge_OfDifferentSettingsOfOneStep_KeepsBoth()
    {
        Merged merged = Merging.Merge(Origin, With(new SetInput("a", "deadline", "октябрь"), new PlaceSteps(new Dictionary<string, Position> { ["a"] = new(5, 5) })),
            With(new RenameStep("a", "Приказ"), new SetInput("a", "assignee", "role:curator"), new PlaceSteps(new Dictionary<string, Position> { ["a"] = new(9, 9) })));
        Assert.Empty(merged.Conflicts);
        Activity a = merged.Definition.Find("a")!;
        Assert.Equal(("Приказ", "октябрь", "role:curator"), (a.Title, a.Text("deadline"), a.Text("assignee")));
    }

    [Fact]
    public void Merge_OfTheSameSetting_IsAConflict_ThatAPersonDecides()
    {
        (ProcessDefinition mine, ProcessDefinition theirs) = (With(new SetInput("a", "deadline", "октябрь")), With(new SetInput("a", "deadline", "ноябрь")));
        Merged merged = Merging.Merge(Origin, mine, theirs);
        MergeConflict conflict = Assert.Single(merged.Conflicts);
        Assert.Equal(("октябрь", "ноябрь"), (conflict.Mine.New, conflict.Theirs.New));
        Assert.Equal("ноябрь", merged.Definition.Find("a")!.Text("deadline"));
        Assert.Equal("октябрь", Merging.Merge(Origin, mine, theirs, new HashSet<string> { conflict.Subject }).Definition.Find("a")!.Text("deadline"));
        Assert.Empty(Merging.Merge(Origin, mine, With(new SetInput("a", "deadline", "октябрь"))).Conflicts);
    }

    [Fact]
    public void Merge_OfAChangeAndARemoval_IsAConflict_EitherWay()
    {
        (ProcessDefinition changed, ProcessDefinition removed) = (With(new SetInput("a", "deadline", "октябрь")), With(new RemoveSteps(["s1"])));
        MergeConflict conflict = Assert.Single(Merging.Merge(Origin, changed, removed).Conflicts);
        Assert.Equal(ChangeKind.StepRemoved, conflict.Theirs.Kind);
        ProcessDefinition kept = Merging.Merge(Origin, changed, removed, new HashSet<string> { conflict.Subject }).Definition;
        Assert.Equal("октябрь", kept.Find("a")!.Text("deadline"));
        conflict = Assert.Single(Merging.Merge(Origin, removed, changed).Conflicts);
        Assert.NotNull(Merging.Merge(Origin, removed, changed).Definition.Find("a"));
        Assert.Null(Merging.Merge(Origin, removed, changed, new HashSet<string> { conflict.Subject }).Definition.Find("a"));
    }

    [Fact]
    public void Merge_WhenBothAddedAStepOfOneName_KeepsBothSteps()
    {
        Edit Add(string title) => new AddStep("s1", "Mentorship.Task", title) { From = new ArrowStart("s1-start", "Done") };
        Merged merged = Merging.Merge(Origin, With(Add("Моё")), With(Add("Чужое")));
        Assert.Empty(merged.Conflicts);
        Assert.Equal(["Моё", "Чужое"], merged.Definition.Activities().Where(a => a.Id.StartsWith("task-", StringComparison.Ordinal)).Select(a => a.Title).Order());
        Assert.Equal(4, merged.Definition.Find("s1-body")!.Connections.Count);
        Assert.DoesNotContain(GraphChecker.Check(merged.Definition), p => p.Severity == Severity.Error);
    }

    [Fact]
    public void Merge_WithoutConflict_LosesNothingOfEither() => ForAllSeeds(200, seed =>
    {
        Random random = new(seed);
        ProcessDefinition origin = AnyEdit.Definition(random), mine = origin, theirs = origin;
        for (int i = 0; i < 3; i++)
        {
            mine = AnyEdit.Next(random, mine).Apply(mine).Definition ?? mine;
            theirs = AnyEdit.Next(random, theirs).Apply(theirs).Definition ?? theirs;
        }
        Merged merged = Merging.Merge(origin, mine, theirs);
        Assert.DoesNotContain(GraphChecker.Check(Some.Read(DefinitionWriter.Write(merged.Definition))), p => p.Code is "DuplicateId" or "ConnectionToNowhere" or "NoId");
        if (merged.Conflicts.Count > 0) return;
        foreach (DefinitionChange change in Comparison.Of(origin, mine).Concat(Comparison.Of(origin, theirs)))
            switch (change.Kind)
            {
                case ChangeKind.StepAdded: Assert.Contains(merged.Definition.Activities(), a => a.Title == change.Title); break;
                case ChangeKind.StepRemoved: Assert.Null(merged.Definition.Find(change.NodeId!)); break;
                case ChangeKind.StepRenamed: Assert.Equal(change.New, merged.Definition.Find(change.NodeId!)!.Title); break;
                case ChangeKind.InputChanged: Assert.Equal(change.New, merged.Definition.Find(change.NodeId!)!.Text(change.Name!)); break;
                case ChangeKind.NameChanged: Assert.Equal(change.New, merged.Definition.Name); break;
            }
    });
}
