using System.Text.Json.Nodes;

namespace Mentorship.Flow;

/// <summary>Steps and arrows of one flowchart. Steps without a place of their own are laid out from left to right.</summary>
public sealed class FlowchartBuilder
{
    private const double ColumnWidth = 220;
    private const double RowHeight = 90;

    private readonly string _id;
    private readonly string _name;
    private readonly List<ActivityBuilder> _activities = [];
    private readonly List<(string Source, string Outcome, string Target)> _arrows = [];

    internal FlowchartBuilder(string id, string name) => (_id, _name) = (id, name);

    public ActivityBuilder Add(string type, string id, string title)
    {
        ActivityBuilder activity = new(type, id, title);
        _activities.Add(activity);
        return activity;
    }

    /// <summary>A stage whose body is a flowchart of its own (<c>id-body</c>).</summary>
    public ActivityBuilder AddStage(string id, string title, Action<FlowchartBuilder> body)
    {
        ActivityBuilder stage = Add("Mentorship.Stage", id, title);
        stage.Body = new FlowchartBuilder(id + "-body", title);
        body(stage.Body);
        return stage;
    }

    public FlowchartBuilder Connect(string source, string target, string outcome = "Done")
    {
        _arrows.Add((source, outcome, target));
        return this;
    }

    /// <summary>A Start with an arrow to each step that no arrow leads to yet: all of them begin together.</summary>
    public FlowchartBuilder StartAll(string startId)
    {
        List<string> free = [.. _activities.Select(a => a.Id).Where(id => !_arrows.Any(arrow => arrow.Target == id))];
        _activities.Insert(0, new ActivityBuilder("Elsa.Start", startId, "Начало"));
        foreach (string id in free) Connect(startId, id);
        return this;
    }

    internal JsonObject Build(string path)
    {
        LayOut();
        string nodeId = $"{path}:{_id}";
        return new JsonObject
        {
            ["id"] = _id,
            ["nodeId"] = nodeId,
            ["name"] = _name,
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["customProperties"] = new JsonObject { ["notFoundConnections"] = new JsonArray(), ["canStartWorkflow"] = false, ["runAsynchronously"] = false },
            ["metadata"] = new JsonObject(),
            ["activities"] = new JsonArray([.. _activities.Select(a => a.Build(nodeId))]),
            ["variables"] = new JsonArray(),
            ["connections"] = new JsonArray([.. _arrows.Select(Arrow)])
        };
    }

    private static JsonObject Arrow((string Source, string Outcome, string Target) arrow) => new()
    {
        ["source"] = new JsonObject { ["activity"] = arrow.Source, ["port"] = arrow.Outcome },
        ["target"] = new JsonObject { ["activity"] = arrow.Target, ["port"] = "In" }
    };

    /// <summary>A column for each distance from the beginning, a row for each step of a column.</summary>
    private void LayOut()
    {
        Dictionary<string, int> column = new(StringComparer.Ordinal);
        Queue<string> open = new(_activities.Select(a => a.Id).Where(id => !_arrows.Any(arrow => arrow.Target == id)).DefaultIfEmpty(_activities.Select(a => a.Id).FirstOrDefault("")));
        foreach (string id in open) column[id] = 0;
        while (open.TryDequeue(out string? id))
            foreach ((_, _, string target) in _arrows.Where(a => a.Source == id))
                if (column.TryAdd(target, column[id] + 1)) open.Enqueue(target);
        Dictionary<int, int> rows = [];
        foreach (ActivityBuilder activity in _activities)
        {
            int x = column.GetValueOrDefault(activity.Id);
            int y = rows.GetValueOrDefault(x);
            rows[x] = y + 1;
            activity.PlaceIfFree(x * ColumnWidth, y * RowHeight);
        }
    }
}
