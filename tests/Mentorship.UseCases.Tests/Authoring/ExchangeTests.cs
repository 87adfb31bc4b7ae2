using Mentorship.Flow;
using Mentorship.UseCases.Authoring;

namespace Mentorship.UseCases.Tests.Authoring;

public sealed class ExchangeTests
{
    [Fact]
    public async Task EveryTemplate_HasAPreview_AndBecomesAProcess()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        IReadOnlyList<TemplateLine> library = world.Get<LookAtLibrary>().Run();
        Assert.True(library.Count >= 9);
        Assert.Contains(library, t => t is { Key: "000_kindergarten", Kind: ProcessKind.Roadmap, For: Domain.Institutions.InstitutionKind.Kindergarten, Stages: > 0, Steps: > 0 });
        Assert.Contains(library, t => t is { Key: "order-pairs", Kind: ProcessKind.DocumentRoute });
        foreach (TemplateLine template in library)
        {
            Assert.NotEmpty(world.Get<LookAtLibrary>().Preview(template.Key)!.Sentences.Groups);
            StartedProcess started = Desk.Value(await world.Get<StartProcess>().FromTemplateAsync(world.Curator, template.Key, null, default));
            ProcessSheet sheet = await desk.LookAsync(started.ProcessId);
            Assert.Equal((0, 1, true), (sheet.CurrentNumber, sheet.Draft!.Revision, sheet.Draft.Mine));
            Assert.Empty(Desk.Value(await world.Get<CompareProcess>().WithTemplateAsync(world.Curator, started.ProcessId, null, default)).Changes);
        }
        Assert.Null(world.Get<LookAtLibrary>().Preview("../appsettings"));
        Assert.Equal("NoTemplate", (await world.Get<StartProcess>().FromTemplateAsync(world.Curator, "нет", null, default)).Refusal?.Code);
    }

    [Fact]
    public async Task Process_FromNothing_IsDrawnPublishedAndRuns()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = Desk.Value(await world.Get<StartProcess>().EmptyAsync(world.Curator, "Экскурсия", default)).ProcessId;
        Assert.Equal(1, await desk.ChangeAsync(process, new AddStep("flow", "Mentorship.Task", "Собрать группу") { Id = "ask", From = new ArrowStart("start", "Done"), Inputs = new Dictionary<string, InputValue> { ["assignee"] = new("role:curator"), ["deadline"] = new("сентябрь 2026") } }));
        await desk.DecideAsync(await desk.StartAsync(process, "В музей"), world.Curator);
        Guid copy = Desk.Value(await world.Get<StartProcess>().CopyAsync(world.Curator, process, "Поход", default)).ProcessId;
        Assert.Equal(("Поход", "Собрать группу"), ((await desk.LookAsync(copy)).Name, (await desk.LookAsync(copy)).Definition.Find("ask")!.Title));
        await world.Get<DiscardDraft>().RunAsync(world.Curator, copy, 1, default);
        Assert.Equal("NoProcess", (await world.Get<LookAtProcess>().RunAsync(world.Curator, copy, default)).Refusal?.Code);
    }

    [Fact]
    public async Task Import_OfAnotherInstitutionsFile_NamesNobodyOfIt()
    {
        await using World world = await World.CreateAsync();
        Deciding.Errand stranger = await world.StrangersErrandAsync();
        Guid other = await stranger.PersonAsync("Чужова");
        DefinitionBuilder theirs = new("fedcba9876543210", "theirs", "Заявка");
        theirs.Root.Add("Elsa.Start", "start", "Начало");
        theirs.Root.Add("Mentorship.Task", "ask", "Собрать").Text("assignee", $"person:{other:N}").Text("responsible", "Чужова А. Н.");
        theirs.Root.Add("Mentorship.Task", "ours", "Проверить").Text("assignee", $"person:{world.CuratorId:N}");
        theirs.Root.Connect("start", "ask").Connect("ask", "ours");

        StartedProcess started = Desk.Value(await world.Get<StartProcess>().ImportAsync(world.Curator, DefinitionWriter.Write(theirs.Build()), null, default));

        ProcessDefinition definition = (await (await Desk.InAsync(world)).LookAsync(started.ProcessId)).Definition;
        Assert.Equal((null, null, $"person:{world.CuratorId:N}"), (definition.Find("ask")!.Text("assignee"), definition.Find("ask")!.Text("responsible"), definition.Find("ours")!.Text("assignee")));
        Assert.Contains(started.Report, p => p.Code == "PeopleLeftOut" && p.Message.Contains("«Собрать»", StringComparison.Ordinal));
        Assert.Contains(started.Report, p => p is { Code: "NobodyNamed", NodeId: "ask" });
    }

    [Fact]
    public async Task Import_KeepsWhatCannotRunHere_AndReportsIt_ExportGivesItBack()
    {
        await using World world = await World.CreateAsync();
        DefinitionBuilder foreign = new("fedcba9876543210", "elsa", "Чужой процесс");
        foreign.Root.Add("Elsa.Start", "start", "Начало");
        foreign.Root.Add("Elsa.HttpEndpoint", "http", "Приём запроса").Text("path", "/hook");
        foreign.Root.Connect("start", "http");
        StartedProcess started = Desk.Value(await world.Get<StartProcess>().ImportAsync(world.Curator, DefinitionWriter.Write(foreign.Build()), null, default));
        Assert.Contains(started.Report, p => p is { Code: "UnknownType", NodeId: "http", Severity: Severity.Error });
        ExportedProcess file = Desk.Value(await world.Get<ExportProcess>().RunAsync(world.Curator, started.ProcessId, null, default));
        Assert.Equal("/hook", DefinitionReader.Read(file.Json).Definition!.Find("http")!.Text("path"));
        foreach ((string json, string code) in new[] { ("привет", "NotJson"), ("[]", "NotADefinition"), ("{}", "NoRoot"), (new string(' ', DefinitionReader.MaxLength), "TooBig") })
            Assert.Equal(code, (await world.Get<StartProcess>().ImportAsync(world.Curator, json, null, default)).Refusal?.Code);
        Actor stranger = new(await world.AnotherInstitutionAsync(), Guid.CreateVersion7(), new HashSet<string> { Domain.People.Roles.Administrator });
        Assert.Equal("NoProcess", (await world.Get<ExportProcess>().RunAsync(stranger, started.ProcessId, null, default)).Refusal?.Code);
        Assert.Equal("NoProcess", (await world.Get<StartProcess>().CopyAsync(stranger, started.ProcessId, null, default)).Refusal?.Code);
    }
}
