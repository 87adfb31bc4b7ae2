using System.Text.Json.Nodes;

namespace Mentorship.Flow.Tests.Tokens;

/// <summary>Random graphs, well- and ill-shaped: loops anywhere, dead ends, merges of half a parting, joins of the first, containers in containers.</summary>
internal sealed class AnyChart(Random random, bool loops)
{
    private static readonly string[] Types =
    [
        "Mentorship.Approval", "Mentorship.Approval", "Mentorship.Approval", "Mentorship.Task", "Mentorship.Signature", "Mentorship.Document",
        "Elsa.FlowFork", "Elsa.FlowFork", "Elsa.FlowJoin", "Elsa.FlowJoin", "Elsa.FlowDecision", "Elsa.Delay", "Elsa.Event", "Elsa.End", "Elsa.Fault",
        "Mentorship.Mail", "Acme.Robot", "Elsa.Finish"
    ];

    private int _named;

    public static ProcessDefinition Draw(Random random, int most = 12, bool loops = true)
    {
        JsonObject root = new AnyChart(random, loops).Chart(2, most);
        return Some.Read(new JsonObject { ["id"] = "any", ["name"] = "Любой", ["root"] = root }.ToJsonString());
    }

    private JsonObject Chart(int depth, int most)
    {
        JsonObject chart = Step("Elsa.Flowchart");
        List<JsonObject> steps = [];
        int count = random.Next(1, most);
        if (random.Next(10) > 0) steps.Add(Step("Elsa.Start"));
        for (int i = 0; i < count; i++) steps.Add(Inner(depth));
        JsonArray arrows = [];
        for (int i = 1; i < steps.Count; i++)
            if (random.Next(12) > 0) arrows.Add(Arrow(steps[random.Next(Math.Max(0, i - 4), i)], steps[i]));
        for (int i = random.Next(count + 1); i > 0; i--)
        {
            int one = random.Next(steps.Count), other = random.Next(steps.Count);
            bool forward = !loops || random.Next(3) > 0;
            if (loops || one != other) arrows.Add(Arrow(steps[forward ? Math.Min(one, other) : one], steps[forward ? Math.Max(one, other) : other]));
        }
        chart["activities"] = new JsonArray([.. steps]);
        chart["connections"] = arrows;
        return chart;
    }

    private JsonObject Inner(int depth)
    {
        switch (depth == 0 ? 9 : random.Next(12))
        {
            case 0:
                JsonObject stage = Step("Mentorship.Stage");
                if (random.Next(8) > 0) stage["body"] = Chart(depth - 1, 6);
                return stage;
            case 1 when random.Next(2) == 0:
                JsonObject sequence = Step("Elsa.Sequence");
                sequence["activities"] = new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Inner(depth - 1))]);
                return sequence;
            case 2 when random.Next(3) == 0:
                return Chart(depth - 1, 6);
            default:
                return Step(Types[random.Next(Types.Length - (random.Next(3) == 0 ? 0 : 1))]);
        }
    }

    private JsonObject Step(string type)
    {
        string id = $"{type[(type.LastIndexOf('.') + 1)..].ToLowerInvariant()}{++_named}";
        JsonObject step = new() { ["id"] = id, ["type"] = type };
        if (type == "Elsa.FlowJoin") step["mode"] = random.Next(3) switch { 0 => "WaitAny", 1 => "WaitAllActive", _ => "WaitAll" };
        if (type == "Elsa.FlowDecision") step["condition"] = random.Next(2) == 0;
        if (type == "Elsa.FlowFork" && random.Next(2) == 0) step["branches"] = new JsonArray("а", "б", "в");
        if (type == "Elsa.Delay") step["timeSpan"] = "01:00:00";
        if (type == "Mentorship.Document" && random.Next(2) == 0) step["drafter"] = "role:secretary";
        return step;
    }

    private JsonObject Arrow(JsonObject from, JsonObject to) => new()
    {
        ["source"] = new JsonObject { ["activity"] = (string)from["id"]!, ["port"] = Outcome(from) },
        ["target"] = new JsonObject { ["activity"] = (string)to["id"]!, ["port"] = "In" }
    };

    private string Outcome(JsonObject from)
    {
        string[] outcomes = (string)from["type"]! switch
        {
            "Mentorship.Approval" => ["Approved", "Approved", "Returned", "Rejected"],
            "Mentorship.Signature" => ["Signed", "Signed", "Returned"],
            "Mentorship.Task" => ["Done", "Done", "NotDone"],
            "Elsa.FlowDecision" => ["True", "False"],
            "Elsa.FlowFork" => ["а", "б", "в"],
            "Acme.Robot" => ["Approved", "Rejected", "Done"],
            _ => ["Done"]
        };
        return outcomes[random.Next(outcomes.Length)];
    }
}
