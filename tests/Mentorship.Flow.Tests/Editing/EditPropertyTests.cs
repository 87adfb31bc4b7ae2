using static Mentorship.Flow.Tests.Seeds;

namespace Mentorship.Flow.Tests.Editing;

/// <summary>Whatever is edited in whatever order: it can be taken back to the byte, read again, and nothing else is touched.</summary>
public sealed class EditPropertyTests
{
    [Fact]
    public void Apply_ThenInverse_GivesTheSameBytes_AndAgain() => ForAllSeeds(250, seed =>
    {
        Random random = new(seed);
        ProcessDefinition definition = AnyEdit.Definition(random);
        Stack<(string Before, Edit Inverse)> history = new();
        for (int i = 0; i < 12; i++)
        {
            string before = DefinitionWriter.Write(definition);
            Edit edit = AnyEdit.Next(random, definition);
            Edited edited = edit.Apply(definition);
            Assert.Equal(edited.Definition is null, edited.Refusal is not null);
            Assert.Equal(before, DefinitionWriter.Write(definition));
            if (edited.Definition is null) continue;
            string after = DefinitionWriter.Write(edited.Definition);
            Assert.True(EditJson.Read(EditJson.Write(edited.Inverse!)) is not null, EditJson.Write(edited.Inverse!));
            Edit inverse = EditJson.Read(EditJson.Write(edited.Inverse!))!;
            Edited back = inverse.Apply(edited.Definition);
            Assert.Equal(before, DefinitionWriter.Write(back.Definition!));
            Assert.Equal(after, DefinitionWriter.Write(back.Inverse!.Apply(back.Definition!).Definition!));
            Assert.True(EditJson.Read(EditJson.Write(edit)) is not null, EditJson.Write(edit));
            Assert.Equal(after, DefinitionWriter.Write(EditJson.Read(EditJson.Write(edit))!.Apply(definition).Definition!));
            history.Push((before, inverse));
            definition = edited.Definition;
        }
        while (history.TryPop(out (string Before, Edit Inverse) last))
        {
            definition = last.Inverse.Apply(definition).Definition!;
            Assert.Equal(last.Before, DefinitionWriter.Write(definition));
        }
    });

    [Fact]
    public void Edited_IsReadAgain_WithUniqueIdsAndArrowsThatLeadSomewhere() => ForAllSeeds(250, seed =>
    {
        Random random = new(seed);
        ProcessDefinition definition = AnyEdit.Definition(random);
        for (int i = 0; i < 15; i++) definition = AnyEdit.Next(random, definition).Apply(definition).Definition ?? definition;
        ProcessDefinition read = Some.Read(DefinitionWriter.Write(definition));
        Assert.Equal(DefinitionWriter.Write(definition), DefinitionWriter.Write(read));
        Assert.DoesNotContain(GraphChecker.Check(read), p => p.Code is "DuplicateId" or "NoId" or "ConnectionToNowhere");
    });

    [Fact]
    public void Edited_KeepsEveryOtherStepAsItWas() => ForAllSeeds(250, seed =>
    {
        Random random = new(seed);
        ProcessDefinition before = AnyEdit.Definition(random);
        Edit edit = AnyEdit.Next(random, before);
        if (edit.Apply(before).Definition is not { } after || edit is LayOutSteps or ShiftSteps) return;
        string[] named = edit switch
        {
            RemoveSteps e => [.. e.Ids], RenameStep e => [e.Id], SetInput e => [e.Id], FoldStage e => [e.Id], PlaceSteps e => [.. e.Places.Keys], _ => [],
        };
        foreach (Activity step in before.Activities().Where(a => !named.Contains(a.Id) && a.Children.Count == 0 && !a.Json.TryGetProperty("activities", out _)))
            if (edit is not RemoveSteps) Assert.Equal(Raw(step), Raw(after.Find(step.Id)!));
            else if (after.Find(step.Id) is { } kept) Assert.Equal(Raw(step), Raw(kept));
    });

    [Fact]
    public void Laid_Out_NoBoxLiesOnAnother_NoArrowRunsOverOne_AndAlwaysTheSame() => ForAllSeeds(200, seed =>
    {
        Random random = new(seed);
        int count = random.Next(1, 14);
        ProcessDefinition definition = Some.Process(root =>
        {
            root.Add("Elsa.Start", "n0", "Начало");
            for (int i = 1; i < count; i++) root.Add("Mentorship.Task", $"n{i}", string.Join(' ', Enumerable.Repeat("слово", random.Next(1, 30))));
            for (int i = 0; i < count * 2; i++) root.Connect($"n{random.Next(count)}", $"n{random.Next(count)}", $"o{i}");
        });
        ProcessDefinition once = new LayOutSteps().Apply(definition).Definition!;
        Drawing.AssertTidy(once.Root);
        Assert.Equal(DefinitionWriter.Write(once), DefinitionWriter.Write(new LayOutSteps().Apply(once).Definition!));
    });

    private static string Raw(Activity step) => System.Text.Json.JsonSerializer.Serialize(step.Json);
}
