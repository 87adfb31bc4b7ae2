using System.Text.RegularExpressions;
using Mentorship.Flow;
using Mentorship.Web.Pages.Designer.Diagram;
using Mentorship.Web.Parts;

namespace Mentorship.Web.Tests.Pages.Designer.Diagram;

public sealed partial class DiagramDraftingTests
{
    private static readonly DiagramSurroundings Plain = new(who => who, []);

    public static TheoryData<string> Library => [.. Directory.GetFiles(Workflows, "*.json").Select(path => Path.GetFileName(path))];

    private static string Workflows => Path.Combine(Repository, "workflows");

    private static string Repository
    {
        get
        {
            DirectoryInfo? at = new(AppContext.BaseDirectory);
            while (at is not null && !File.Exists(Path.Combine(at.FullName, "Mentorship.sln"))) at = at.Parent;
            return at!.FullName;
        }
    }

    internal static ProcessDefinition Process(string file) => DefinitionReader.Read(File.ReadAllText(Path.Combine(Workflows, file))).Definition!;

    [Theory]
    [MemberData(nameof(Library))]
    public void Draw_AProcessOfTheLibrary_HasEveryStepOnceAndNoBoxOnAnother(string file)
    {
        ProcessDefinition definition = Process(file);

        DiagramModel model = DiagramDrafting.Draw(definition, Plain);

        Assert.Equal(definition.Activities().Where(a => a.Port == "activities").Select(a => a.Id).Order(), model.Nodes.Select(n => n.Id).Order());
        HashSet<string> seen = [];
        foreach (DiagramNode node in model.Nodes)
        {
            Assert.True(node.Parent is null || seen.Contains(node.Parent), $"{node.Id} comes before its stage");
            seen.Add(node.Id);
        }
        foreach (IGrouping<string?, DiagramNode> level in model.Nodes.Where(n => !n.Holds).GroupBy(n => n.Parent))
            foreach ((DiagramNode a, DiagramNode b) in level.SelectMany(a => level.Where(b => string.CompareOrdinal(a.Id, b.Id) < 0).Select(b => (a, b))))
                Assert.False(a.X < b.X + b.W && b.X < a.X + a.W && a.Y < b.Y + b.H && b.Y < a.Y + a.H, $"{a.Id} lies on {b.Id}");
        Assert.All(model.Arrows, arrow => Assert.True(seen.Contains(arrow.Source) && seen.Contains(arrow.Target)));
        Assert.Equal(model.Arrows.Count, model.Arrows.Select(a => a.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Library))]
    public void Draw_AProcessOfTheLibrary_SpeaksRussian(string file)
    {
        DiagramModel model = DiagramDrafting.Draw(Process(file), new DiagramSurroundings(_ => "куратор", []));

        Assert.All(model.Nodes.SelectMany(n => n.Outcomes).Select(o => o.Label).Concat(model.Arrows.Select(a => a.Label)), text => Assert.DoesNotMatch("[A-Za-z]", text));
        Assert.All(model.Nodes, node => Assert.NotEmpty(node.Label));
    }

    [Fact]
    public void Draw_WhatWasNeverLaidOut_IsSettledByOneEditAndThenStands()
    {
        ProcessDefinition definition = Process("order-pairs.json");
        DiagramModel shown = DiagramDrafting.Draw(definition, Plain);

        ProcessDefinition settled = EditJson.Read(EditJson.Write(shown.Settle!))!.Apply(definition).Definition!;
        DiagramModel stands = DiagramDrafting.Draw(settled, Plain);

        Assert.Null(stands.Settle);
        Assert.Equal(shown.Nodes.Select(n => (n.Id, n.X, n.Y, n.W, n.H)), stands.Nodes.Select(n => (n.Id, n.X, n.Y, n.W, n.H)));
        Assert.Equal(shown.Arrows.SelectMany(a => a.Vertices), stands.Arrows.SelectMany(a => a.Vertices));
    }

    [Fact]
    public void Draw_WhatAPersonHasPlaced_StaysWhereItIs()
    {
        ProcessDefinition settled = DiagramDrafting.Draw(Process("order-pairs.json"), Plain).Settle!.Apply(Process("order-pairs.json")).Definition!;
        DiagramNode sign = DiagramDrafting.Draw(settled, Plain).Nodes.Single(n => n.Id == "sign");

        // On top of another one: what a person does is not laid out anew.
        DiagramModel model = DiagramDrafting.Draw(new PlaceSteps(new Dictionary<string, Position> { ["concur"] = new(sign.X + 5, sign.Y + 5) }).Apply(settled).Definition!, Plain);

        Assert.Null(model.Settle);
        Assert.Equal((sign.X + 5, sign.Y + 5), model.Nodes.Where(n => n.Id == "concur").Select(n => (n.X, n.Y)).Single());
    }

    [Fact]
    public void Draw_ALongProcess_FoldsItsStages()
    {
        DiagramModel model = DiagramDrafting.Draw(Long(stages: 10, steps: 8), Plain);

        Assert.All(model.Nodes.Where(n => n.Kind == "Stage"), stage => Assert.True(stage.Folded));
        Assert.Equal(10, model.Nodes.Count(n => n.Kind == "Stage"));
    }

    [Fact]
    public void Draw_TheFlow_ComesInItsOrderWhateverTheFileSays()
    {
        DefinitionBuilder builder = new("0000000000000001", "order", "Порядок");
        foreach (string id in new[] { "last", "second", "loose", "first" }) builder.Root.Add("Mentorship.Task", id, id);
        builder.Root.Add("Elsa.Start", "begin", "Начало");
        builder.Root.Connect("begin", "first").Connect("first", "second").Connect("second", "last").Connect("last", "first");

        DiagramModel model = DiagramDrafting.Draw(builder.Build(), Plain);

        Assert.Equal(["begin", "first", "second", "last", "loose"], model.Nodes.Select(n => n.Id));
        Assert.True(model.Arrows.Single(a => a.Source == "last").Back);
    }

    [Fact]
    public void Draw_WhatTheCheckerFound_MarksTheStepAndTellsIt()
    {
        DiagramModel model = DiagramDrafting.Draw(Process("order-pairs.json"), new DiagramSurroundings(_ => "директор",
            [new Problem("NoSignatory", Severity.Error, "sign", "Назначьте, кто подписывает."), new Problem("NobodyNamed", Severity.Warning, "concur", "Укажите, кто согласует.")]));

        Assert.Equal(("error", "warning", ""), (Of("sign").Mark, Of("concur").Mark, Of("end").Mark));
        Assert.Contains("Назначьте, кто подписывает.", Of("sign").Label, StringComparison.Ordinal);
        DiagramNode Of(string id) => model.Nodes.Single(n => n.Id == id);
    }

    [Fact]
    public void Draw_ARunningProgramme_ShowsStandingsAndIsReadOnly()
    {
        DiagramModel model = DiagramDrafting.Draw(Process("order-pairs.json"), new DiagramSurroundings(_ => "", [], new Dictionary<string, DiagramStanding> { ["sign"] = new(Tone.Late, "просрочено на 2 дня") }));

        DiagramNode sign = model.Nodes.Single(n => n.Id == "sign");
        Assert.True(model.ReadOnly);
        Assert.Equal(("late", "просрочено на 2 дня"), (sign.Tone, sign.Status));
        Assert.EndsWith("просрочено на 2 дня", sign.Label, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"root":{"id":"r","type":"Foreign.Thing"}}""", new[] { "r" })]
    [InlineData("""{"root":{"id":"r","type":"Elsa.Sequence","activities":[{"id":"a","type":"Mentorship.Task"},{"id":"b","type":"Mentorship.Task"}]}}""", new[] { "a", "b" })]
    [InlineData("""{"root":{"id":"r","type":"Elsa.Flowchart","activities":[{"id":"a","type":"X"},{"id":"a","type":"X"},{"id":"","type":"X"}],"connections":[{"source":"a","target":"nowhere"}]}}""", new[] { "a" })]
    [InlineData("""{"root":{"id":"r","type":"Elsa.Flowchart"}}""", new string[0])]
    public void Draw_OddDefinitions_ShowsWhatThereIs(string json, string[] steps)
    {
        DiagramModel model = DiagramDrafting.Draw(DefinitionReader.Read(json).Definition!, Plain);

        Assert.Equal(steps, model.Nodes.Select(n => n.Id));
        Assert.All(model.Arrows, arrow => Assert.True(arrow.Fixed));
    }

    [Fact]
    public void Draw_ATitleOfTenThousandSigns_KeepsTheNameAndShortensWhatIsSaid()
    {
        ProcessDefinition definition = new RenameStep("sign", string.Concat(Enumerable.Repeat("слово ", 1600))).Apply(Process("order-pairs.json")).Definition!;

        DiagramNode node = DiagramDrafting.Draw(definition, Plain).Nodes.Single(n => n.Id == "sign");

        Assert.Equal(9600, node.Title.Length);
        Assert.InRange(node.Label.Length, 300, 500);
    }

    [Fact]
    public void Palette_EveryKind_HasANameALineAndTheOutcomesOfTheEngine()
    {
        Assert.Equal(DiagramWords.Palette.Count, DiagramWords.Palette.Select(k => k.Name).Distinct().Count());
        Assert.All(DiagramWords.Palette, kind => Assert.NotEmpty(kind.About));
        Assert.DoesNotContain(DiagramWords.Palette, kind => kind.Kind == "Unknown");
        Assert.Equal(["Approved", "Returned", "Rejected"], DiagramWords.Palette.Single(k => k.Kind == "Approval").Outcomes.Select(o => o.Name));
        Assert.Equal(["согласовано", "возвращено", "отклонено"], DiagramWords.Palette.Single(k => k.Kind == "Approval").Outcomes.Select(o => o.Label));
    }

    /// <summary>A gesture goes on by the outcome by which the edit will: the board gets it with every kind and every step.</summary>
    [Fact]
    public void GoodOutcome_OfKindsAndSteps_IsTheOneOfTheEngine()
    {
        foreach (DiagramKind kind in DiagramWords.Palette)
        {
            Edited edited = new AddStep("flow", kind.Type, "Новый") { Id = "new", From = new ArrowStart("start", "Done"), To = "after" }.Apply(Start());
            Assert.Contains(edited.Definition!.Find("flow")!.Connections, a => a.Source == "new" && a.Outcome == kind.Good);
            Assert.Equal(kind.Good, DiagramDrafting.Draw(edited.Definition!, Plain).Nodes.Single(n => n.Id == "new").Good);
        }
        Assert.Equal("Approved", DiagramWords.Palette.Single(k => k.Kind == "Approval").Good);

        static ProcessDefinition Start()
        {
            DefinitionBuilder builder = new("0000000000000003", "one", "Один шаг");
            builder.Root.Add("Elsa.Start", "start", "Начало");
            builder.Root.Add("Mentorship.Task", "after", "Дальше");
            return builder.Build();
        }
    }

    /// <summary>Names of outcomes belong to the engine; the modules know but the port of an arrow that names none.</summary>
    [Fact]
    public void Modules_NameNoOutcome()
    {
        string modules = string.Concat(Directory.GetFiles(Path.Combine(Repository, "src", "Mentorship.Web", "wwwroot", "diagram"), "*.js").Select(File.ReadAllText));
        string[] names = [.. DiagramWords.Palette.SelectMany(k => k.Outcomes).Select(o => o.Name).Distinct().Where(name => name != "Done")];

        Assert.Contains("Approved", names);
        Assert.All(names, name => Assert.DoesNotContain($"\"{name}\"", modules, StringComparison.Ordinal));
    }

    /// <summary>A text that a module asks for and that nobody wrote would be seen by a user first.</summary>
    [Fact]
    public void Texts_ThatModulesAskFor_AreThere()
    {
        string web = Path.Combine(Repository, "src", "Mentorship.Web");
        string[] asked = [.. Directory.GetFiles(Path.Combine(web, "wwwroot", "diagram"), "*.js").Append(Path.Combine(web, "Pages", "Designer", "Diagram", "Diagram.razor.js"))
            .SelectMany(path => Asked().Matches(File.ReadAllText(path))).SelectMany(match => match.Groups.Values.Skip(1)).Where(group => group.Success).Select(group => group.Value).Distinct()];

        Assert.True(asked.Length > 40);
        Assert.All(asked, key => Assert.True(DiagramTexts.ResourceManager.GetString(key) is { Length: > 0 }, $"no text {key}"));
    }

    [Fact]
    public void Modules_AllThatThereAre_AreFetchedAhead() =>
        Assert.Equal(Directory.GetFiles(Path.Combine(Repository, "src", "Mentorship.Web", "wwwroot", "diagram")).Select(Path.GetFileNameWithoutExtension).Order(), Web.Pages.Designer.Diagram.Diagram.Modules.Order());

    /// <summary>A process of so many stages one after another.</summary>
    internal static ProcessDefinition Long(int stages, int steps)
    {
        DefinitionBuilder builder = new("0000000000000002", "long", "Длинный процесс");
        builder.Root.Add("Elsa.Start", "start", "Начало");
        for (int s = 1; s <= stages; s++)
        {
            int stage = s;
            builder.Root.AddStage($"s{s}", $"Этап {s}", body =>
            {
                for (int i = 1; i <= steps; i++) body.Add("Mentorship.Task", $"s{stage}-i{i}", $"Пункт {stage}.{i}");
                for (int i = 1; i < steps; i++) body.Connect($"s{stage}-i{i}", $"s{stage}-i{i + 1}");
                body.StartAll($"s{stage}-start");
            });
            builder.Root.Connect(s == 1 ? "start" : $"s{s - 1}", $"s{s}");
        }
        return builder.Build();
    }

    [GeneratedRegex("""\b(?:word|counted)\((?:[^"()]*\? "([A-Z]\w+)" : )?"([A-Z]\w+)"|\["[a-z]+", "([A-Z]\w+)",""")]
    private static partial Regex Asked();
}
