using System.Text.Json.Nodes;

namespace Mentorship.Flow.Tests.Editing;

/// <summary>Random definitions with properties that nobody knows, and random edits of them, some of them nonsense.</summary>
internal static class AnyEdit
{
    private static readonly string[] Types =
        ["Mentorship.Approval", "Mentorship.Task", "Mentorship.Signature", "Mentorship.Document", "Elsa.FlowFork", "Elsa.FlowJoin", "Elsa.FlowDecision", "Mentorship.Stage", "Acme.Robot"];

    private static readonly string[] Outcomes = ["Done", "Approved", "Returned", "Signed", "True", "False"];
    private static readonly string[] Titles = ["Приказ", "Согласовать «план»", "<script>alert(1)</script>", "Ё", "a\"b\\c\n", "", new string('я', 300)];

    public static ProcessDefinition Definition(Random random)
    {
        ProcessDefinition drawn = Some.Process(root =>
        {
            int count = random.Next(1, 9);
            root.Add("Elsa.Start", "n0", "Начало");
            for (int i = 1; i < count; i++)
                if (random.Next(3) == 0) root.AddStage($"n{i}", $"Этап {i}", body =>
                {
                    for (int k = 0; k < random.Next(4); k++) body.Add("Mentorship.Task", $"n{i}-i{k}", $"Пункт {k}").Text("deadline", "до 1 октября").Json("columns", new JsonObject { ["Форма"] = "очно" });
                    if (random.Next(2) == 0) body.StartAll($"n{i}-start");
                });
                else root.Add(Types[random.Next(Types.Length - 2)], $"n{i}", $"Шаг {i}").Text("approver", "role:director");
            for (int i = 0; i < count * 2; i++) root.Connect($"n{random.Next(count)}", $"n{random.Next(count)}", Outcomes[random.Next(Outcomes.Length)]);
        });
        JsonObject json = JsonNode.Parse(DefinitionWriter.Write(drawn))!.AsObject();
        Sprinkle(json, random);
        return Some.Read(json.ToJsonString());
    }

    /// <summary>Properties of others, numbers written in their own way, odd characters.</summary>
    private static void Sprinkle(JsonObject json, Random random)
    {
        foreach (JsonNode? inner in json.Select(p => p.Value).ToList())
            if (inner is JsonObject o) Sprinkle(o, random);
            else if (inner is JsonArray list)
                foreach (JsonObject item in list.OfType<JsonObject>()) Sprinkle(item, random);
        if (random.Next(6) == 0) json[$"x{random.Next(100)}"] = JsonNode.Parse("""{"n":1.50e+2,"t":"\u0410\u2028 \ud83d\ude00 </script>","z":[null,true,{"":0}]}""");
    }

    public static Edit Next(Random random, ProcessDefinition definition)
    {
        string[] ids = [.. definition.Activities().Select(a => a.Id), "nobody"];
        string Id() => ids[random.Next(ids.Length)];
        string Outcome() => Outcomes[random.Next(Outcomes.Length)];
        string Title() => Titles[random.Next(Titles.Length)];
        ActivityConnection[] arrows = [.. definition.Activities().SelectMany(a => a.Connections), new("nobody", "Done", "nowhere")];
        ActivityConnection arrow = arrows[random.Next(arrows.Length)];
        return random.Next(19) switch
        {
            0 or 1 => new AddStep(Id(), Types[random.Next(Types.Length)], Title()) { Index = random.Next(3) == 0 ? random.Next(5) : null, From = random.Next(2) == 0 ? new ArrowStart(Id(), Outcome()) : null },
            2 => new AddStep(definition.Root.Id, "Mentorship.Task", "Между") { From = new ArrowStart(arrow.Source, arrow.Outcome), To = arrow.Target, Inputs = new Dictionary<string, InputValue> { ["assignee"] = new("role:curator") } },
            3 or 4 => new RemoveSteps([Id(), Id()], random.Next(2) == 0),
            5 => new RenameStep(Id(), Title()),
            6 => new SetInput(Id(), "deadline", random.Next(3) == 0 ? null : "до 15 сентября"),
            7 => new SetInput(Id(), random.Next(2) == 0 ? "columns" : "activities", new InputValue("""{"Форма":"онлайн"}""", "Object")),
            8 => new ConnectSteps(Id(), Outcome(), Id()),
            9 => new CutArrow(arrow.Source, arrow.Outcome, arrow.Target),
            10 => new RerouteArrow(arrow.Source, arrow.Outcome, arrow.Target, Id(), Outcome(), Id()),
            11 => new BendArrow(arrow.Source, arrow.Outcome, arrow.Target, [new Position(1.5, -3)]),
            12 => new PlaceSteps(new Dictionary<string, Position> { [Id()] = new(random.Next(1000), 0.25) }),
            13 => new FoldStage(Id(), random.Next(2) == 0),
            14 => new LayOutSteps(random.Next(2) == 0 ? null : Id()),
            15 => new OrderSteps(Id(), [Id(), Id()]),
            16 => new ShiftSteps([Id(), Id()], Id(), random.Next(2) == 0 ? 0 : null),
            17 => new PasteSteps(Id(), random.Next(5) == 0 ? "{\"steps\":7}" : StepClip.Copy(definition, [Id(), Id(), Id()])),
            _ => new EditGroup([new RenameProcess(Title()), new SetVariable("sum", "Double", "3"), new SetProperty("note", System.Text.Json.JsonSerializer.SerializeToElement(Title()))]),
        };
    }
}
