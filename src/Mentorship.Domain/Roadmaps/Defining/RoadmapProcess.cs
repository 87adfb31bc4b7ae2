using System.Text.Json;
using System.Text.Json.Nodes;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Files;
using Mentorship.Flow;

namespace Mentorship.Domain.Roadmaps.Defining;

/// <summary>The roadmap as a process definition and back: the definition is the truth, the table is a view of it, and nothing is lost on the way.</summary>
public static class RoadmapProcess
{
    /// <summary>The columns in which the roadmap of a definition is written; the usual ones where it names none.</summary>
    public static IReadOnlyList<RoadmapColumn> ColumnsOf(ProcessDefinition definition) => RoadmapCells.ColumnsOf(RoadmapHeader.Read(definition.Custom(RoadmapHeader.Property)));

    /// <summary>The key of the process of a year.</summary>
    public static string KeyOf(Calendars.SchoolYear year) => $"roadmap-{year.FirstYear}";

    /// <param name="key">Stable over versions: <c>roadmap-2026</c>.</param>
    /// <param name="work">Who does an item and what its deadline was understood to mean, by positions of stage and item.</param>
    public static ProcessDefinition ToDefinition(Roadmap roadmap, string key, DateTimeOffset at, Func<int, int, ItemWork> work)
    {
        DefinitionBuilder builder = new(VersionId(key, 1), key, roadmap.Title is { Length: > 0 } title ? title : "Дорожная карта") { CreatedAt = at };
        builder.Custom(RoadmapHeader.Property, RoadmapHeader.Write(roadmap));
        for (int s = 0; s < roadmap.Stages.Count; s++)
        {
            (RoadmapStage stage, int place) = (roadmap.Stages[s], s);
            ActivityBuilder step = builder.Root.AddStage($"s{place + 1}", NameOf(stage), body =>
            {
                for (int i = 0; i < stage.Items.Count; i++) AddItem(body, $"s{place + 1}-i{i + 1}", stage.Items[i], work(place, i));
                body.StartAll($"s{place + 1}-start");
            });
            step.Text("number", stage.Number).Text("title", stage.Title).Text("goal", stage.Goal).Text("task", stage.Task).Text("result", stage.Result)
                .Text("keyResult", stage.KeyResult).Text("deadline", stage.DeadlineText).Text("responsible", stage.ResponsibleText).Text("evidence", stage.Evidence)
                .Json("columns", Columns(stage.Columns));
        }
        builder.Root.StartAll("start");
        return builder.Build();
    }

    /// <summary>The table that a definition holds, each row with its step.</summary>
    public static DefinedRoadmap FromDefinition(ProcessDefinition definition)
    {
        List<DefinedStage> stages = [.. definition.Root.Children.Where(a => a.Type == "Mentorship.Stage").Select(ReadStage)];
        Roadmap header = RoadmapHeader.Read(definition.Custom(RoadmapHeader.Property));
        return new DefinedRoadmap(header with { Stages = [.. stages.Select(s => s.Stage)] }, stages);
    }

    /// <summary>The id of a version: sixteen digits that the key and the number give.</summary>
    public static string VersionId(string key, int number) => Hash.OfText($"{key}/{number}")[..16];

    private static string NameOf(RoadmapStage stage) =>
        !string.IsNullOrEmpty(stage.Title) ? stage.Title : !string.IsNullOrEmpty(stage.Number) ? $"Этап {stage.Number}" : "Мероприятия";

    private static void AddItem(FlowchartBuilder body, string id, RoadmapItem item, ItemWork work) => body.Add("Mentorship.Task", id, item.Activity)
        .Text("number", item.Number).Text("assignee", work.Assignee).Text("mode", work.Mode).Text("deadline", item.DeadlineText)
        .Json("window", work.Window is { } window ? DeadlineJson.Write(window) : null)
        .Text("responsible", item.ResponsibleText).Text("result", item.Result).Text("indicator", item.Indicator)
        .Text("keyResult", item.KeyResult).Text("evidence", item.Evidence).Json("columns", Columns(item.Columns));

    internal static JsonObject? Columns(IReadOnlyDictionary<string, string> columns) =>
        columns.Count == 0 ? null : new JsonObject(columns.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Key, c.Value)));

    private static DefinedStage ReadStage(Activity stage)
    {
        List<DefinedItem> items = [.. stage.Children.Where(c => c.Port == "body").SelectMany(body => body.Children).Where(a => a.Type == "Mentorship.Task").Select(ReadItem)];
        RoadmapStage read = new()
        {
            Number = stage.Text("number"), Title = stage.Text("title"), Goal = stage.Text("goal"), Task = stage.Text("task"), Result = stage.Text("result"), KeyResult = stage.Text("keyResult"),
            DeadlineText = stage.Text("deadline"), ResponsibleText = stage.Text("responsible"), Evidence = stage.Text("evidence"), Columns = Cells(stage), Items = [.. items.Select(i => i.Item)],
        };
        return new DefinedStage(stage.Id, stage.Title, read, items);
    }

    private static DefinedItem ReadItem(Activity task)
    {
        RoadmapItem item = new()
        {
            Number = task.Text("number"), Activity = task.Name, DeadlineText = task.Text("deadline"), ResponsibleText = task.Text("responsible"), Result = task.Text("result"),
            Indicator = task.Text("indicator"), KeyResult = task.Text("keyResult"), Evidence = task.Text("evidence"), Columns = Cells(task),
        };
        return new DefinedItem(task.Id, item, new ItemWork(task.Text("assignee") ?? "", task.Text("mode"), DeadlineJson.Read(task.JsonInput("window"), item.DeadlineText ?? "")));
    }

    private static Dictionary<string, string> Cells(Activity activity)
    {
        Dictionary<string, string> cells = [];
        if (activity.JsonInput("columns") is { ValueKind: JsonValueKind.Object } columns)
            foreach (JsonProperty cell in columns.EnumerateObject()) cells[cell.Name] = cell.Value.GetString() ?? "";
        return cells;
    }
}

/// <summary>Who does an item and when, beside its texts.</summary>
/// <param name="Assignee"><c>role:…</c>, <c>person:…</c>, <c>body:…</c>, several by comma; empty: nobody yet.</param>
/// <param name="Mode"><c>all</c> where each of several must do it, <c>any</c> where one is enough; null leaves it to the step.</param>
/// <param name="Window">What the deadline was confirmed to mean; null: the text is read when the work is prepared.</param>
public sealed record ItemWork(string Assignee, string? Mode = null, Deadline? Window = null)
{
    public static ItemWork Nobody { get; } = new("");
}

/// <summary>A roadmap read out of its definition.</summary>
public sealed record DefinedRoadmap(Roadmap Roadmap, IReadOnlyList<DefinedStage> Stages)
{
    public DefinedItem? Item(string nodeId) => Stages.SelectMany(s => s.Items).FirstOrDefault(i => i.NodeId == nodeId);
}

/// <param name="Name">What people call the stage, also where the table has no title for it.</param>
public sealed record DefinedStage(string NodeId, string Name, RoadmapStage Stage, IReadOnlyList<DefinedItem> Items);

public sealed record DefinedItem(string NodeId, RoadmapItem Item, ItemWork Work);
