namespace Mentorship.Flow.Tests.Tokens;

/// <summary>An arrow as it is drawn; a null port follows whatever the outcome.</summary>
internal sealed record RuleArrow(string From, string? Port, string To)
{
    /// <summary>Its target is on the walk's current path.</summary>
    public bool Back { get; set; }
}

/// <summary>One container as its text in the file says, read apart from the engine's graph.</summary>
internal sealed class RuleChart
{
    public RuleChart(Activity container)
    {
        Steps = [.. container.Children.Where(c => container.Type != "Mentorship.Stage" || c.Port == "body")];
        Arrows = container.Type switch
        {
            "Elsa.Flowchart" => [.. container.Connections.Distinct().Where(c => Has(c.Source) && Has(c.Target)).Select(c => new RuleArrow(c.Source, c.Outcome, c.Target))],
            "Elsa.Sequence" => [.. Steps.Zip(Steps.Skip(1), (one, next) => new RuleArrow(one.Id, null, next.Id))],
            _ => []
        };
        Start = container.Type == "Elsa.Flowchart" ? First() : Steps.FirstOrDefault()?.Id;
        if (Start is not null) Walk(Start, []);
    }

    public List<Activity> Steps { get; }
    public List<RuleArrow> Arrows { get; }

    /// <summary>The first step; null in an empty container.</summary>
    public string? Start { get; }

    public HashSet<string> Reached { get; } = [];

    public Activity Step(string id) => Steps.Find(s => s.Id == id)!;

    public IEnumerable<RuleArrow> ForwardInto(string step) => Arrows.Where(a => a.To == step && !a.Back);

    public static bool Holds(Activity step) => step.Type is "Elsa.Flowchart" or "Elsa.Sequence" or "Mentorship.Stage";

    /// <summary>Whether some way along the arrows leads from one step to the other, no step of it being avoided.</summary>
    public bool Leads(string from, string to, params string?[] avoided)
    {
        if (avoided.Contains(from) || avoided.Contains(to)) return false;
        HashSet<string> seen = [from];
        List<string> open = [from];
        while (open.Count > 0)
        {
            string at = open[0];
            open.RemoveAt(0);
            if (at == to) return true;
            foreach (RuleArrow arrow in Arrows)
                if (arrow.From == at && !avoided.Contains(arrow.To) && seen.Add(arrow.To)) open.Add(arrow.To);
        }
        return false;
    }

    private bool Has(string id) => Steps.Exists(s => s.Id == id);

    private string? First()
    {
        static bool Marked(Activity step) => step.Json.TryGetProperty("customProperties", out var custom) && custom.TryGetProperty("canStartWorkflow", out var can) && can.GetRawText() == "true";
        return (Steps.Find(s => Marked(s) && s.Type is "Elsa.Event" or "Elsa.StartAt") ?? Steps.Find(s => s.Type == "Elsa.Start") ?? Steps.Find(Marked)
            ?? Steps.Find(s => !Arrows.Exists(a => a.To == s.Id)) ?? Steps.FirstOrDefault())?.Id;
    }

    private void Walk(string step, List<string> path)
    {
        Reached.Add(step);
        path.Add(step);
        foreach (RuleArrow arrow in Arrows.Where(a => a.From == step))
            if (path.Contains(arrow.To)) arrow.Back = true;
            else if (!Reached.Contains(arrow.To)) Walk(arrow.To, path);
        path.RemoveAt(path.Count - 1);
    }
}
