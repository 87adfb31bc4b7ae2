using Mentorship.Flow.Tests.Nodes;

namespace Mentorship.Flow.Tests.Structured;

/// <summary>What became of the tokens that came into a part of a flowchart.</summary>
internal enum Flow { Waits, GoesOn, Dies, Completed, Broken }

/// <summary>A part of a flowchart with one way in.</summary>
internal abstract class Part
{
    public abstract IEnumerable<Piece> Pieces { get; }

    /// <summary>Draws its steps and arrows: the first step, and the ends that lead on.</summary>
    public abstract (string Entry, List<(string Step, string Outcome)> Exits) Draw(List<string> steps, List<string> arrows);

    public abstract Flow Run(Told told, Place at, out string outcome);

    public static void Connect(List<string> arrows, IEnumerable<(string Step, string Outcome)> exits, string target)
    {
        foreach ((string step, string outcome) in exits) arrows.Add(Drawn.Arrow(step, target, outcome));
    }

    /// <summary>One part after the other.</summary>
    public static Flow RunRow(IEnumerable<Part> row, Told told, Place at, out string outcome)
    {
        outcome = "";
        foreach (Part part in row)
            if (part.Run(told, at, out outcome) is not Flow.GoesOn and var flow) return flow;
        return Flow.GoesOn;
    }

    public static (string? Entry, List<(string Step, string Outcome)> Exits) DrawRow(IEnumerable<Part> row, List<string> steps, List<string> arrows)
    {
        string? first = null;
        List<(string, string)> exits = [];
        foreach (Part part in row)
        {
            (string entry, List<(string, string)> after) = part.Draw(steps, arrows);
            if (first is not null) Connect(arrows, exits, entry);
            first ??= entry;
            exits = after;
        }
        return (first, exits);
    }
}

/// <summary>One step; an outcome of it that is not drawn ends the branch.</summary>
internal sealed class Single(Piece piece, HashSet<string> drawn) : Part
{
    public override IEnumerable<Piece> Pieces => [piece];

    public override (string, List<(string, string)>) Draw(List<string> steps, List<string> arrows)
    {
        steps.Add(piece.Draw());
        return (piece.Id, [.. drawn.Select(outcome => (piece.Id, outcome))]);
    }

    public override Flow Run(Told told, Place at, out string outcome)
    {
        Ending ending = piece.Run(told, at);
        outcome = ending.Outcome;
        return ending.Way switch
        {
            Way.Waits => Flow.Waits,
            Way.Completed => Flow.Completed,
            Way.Broken => Flow.Broken,
            _ => drawn.Contains(ending.Outcome) ? Flow.GoesOn : Flow.Dies
        };
    }
}

/// <summary>Fork, decision or switch: some of its branches, which meet at a join of their own or at whatever follows.</summary>
/// <param name="branches">A branch without parts is an arrow straight on; a label that is not among them is not drawn.</param>
internal sealed class Split(string id, string type, bool all, (string Label, Question Question)[] cases, Dictionary<string, Part[]> branches, string? join) : Part
{
    public override IEnumerable<Piece> Pieces => branches.Values.SelectMany(row => row).SelectMany(part => part.Pieces);

    public override (string, List<(string, string)>) Draw(List<string> steps, List<string> arrows)
    {
        steps.Add(Drawn.Activity(id, type, Settings()));
        List<(string, string)> exits = [];
        foreach ((string label, Part[] row) in branches)
        {
            (string? entry, List<(string, string)> ends) = DrawRow(row, steps, arrows);
            if (entry is null) exits.Add((id, label));
            else arrows.Add(Drawn.Arrow(id, entry, label));
            exits.AddRange(ends);
        }
        if (join is null) return (id, exits);
        steps.Add(Drawn.Activity(id + "join", "Elsa.FlowJoin", Drawn.Input("mode", "Literal", join)));
        Connect(arrows, exits, id + "join");
        return (id, [(id + "join", "Done")]);
    }

    public override Flow Run(Told told, Place at, out string outcome)
    {
        int before = told.Open.Count;
        outcome = "";
        List<Flow> flows = [];
        foreach (string label in Chosen(told, at))
        {
            if (!branches.TryGetValue(label, out Part[]? row)) continue;
            Flow flow = RunRow(row, told, at, out string said);
            if (flow == Flow.Completed) outcome = said;
            flows.Add(flow);
        }
        if (flows.Contains(Flow.Completed)) return Flow.Completed;
        if (flows.Contains(Flow.Broken)) return Flow.Broken;
        if (join == "WaitAny" && flows.Contains(Flow.GoesOn))
        {
            told.Open.RemoveRange(before, told.Open.Count - before);
            return Flow.GoesOn;
        }
        return flows.Contains(Flow.Waits) ? Flow.Waits : flows.Contains(Flow.GoesOn) ? Flow.GoesOn : Flow.Dies;
    }

    private string Settings() => type switch
    {
        "Elsa.FlowFork" => Drawn.Input("branches", "Object", $"[{string.Join(',', cases.Select(c => $"\"{c.Label}\""))}]"),
        "Elsa.FlowDecision" => Drawn.Input("condition", "JavaScript", cases[0].Question.Script),
        _ => $",\"cases\":[{string.Join(',', cases.Select(c => $$$"""{"label":"{{{c.Label}}}","condition":{"type":"JavaScript","value":"{{{c.Question.Script}}}"}}"""))}]"
            + Drawn.Input("mode", "Literal", all ? "MatchAny" : "MatchFirst")
    };

    private IEnumerable<string> Chosen(Told told, Place at)
    {
        string[] holding = [.. cases.Where(c => c.Question.Holds(told, at)).Select(c => c.Label)];
        if (holding.Length == 0) return [type == "Elsa.FlowDecision" ? "False" : "Default"];
        return all ? holding : holding.Take(1);
    }
}

/// <summary>A flowchart: one part after the other, with variables of its own; a Complete inside ends it.</summary>
internal sealed class Chart(string id, string[] variables, Part[] row) : Piece(id)
{
    public override IReadOnlyList<string> Outcomes => [.. row.SelectMany(p => p.Pieces).SelectMany(p => p.Completions).Prepend("Done").Distinct()];

    public override string Draw()
    {
        List<string> steps = [Drawn.Activity(Id + "start", "Elsa.Start")], arrows = [];
        if (Part.DrawRow(row, steps, arrows).Entry is { } entry) arrows.Add(Drawn.Arrow(Id + "start", entry));
        string declared = string.Join(',', variables.Select(v => Drawn.Variable(v, "Int32", "0")));
        return Drawn.Activity(Id, "Elsa.Flowchart", $",\"variables\":[{declared}],\"activities\":[{string.Join(',', steps)}],\"connections\":[{string.Join(',', arrows)}]");
    }

    public override Ending Run(Told told, Place at)
    {
        Place inside = at.Chart();
        foreach (string variable in variables) inside.Declare(variable, 0);
        int before = told.Open.Count;
        Flow flow = Part.RunRow(row, told, inside, out string outcome);
        if (flow == Flow.Waits) return Ending.Waits;
        if (flow == Flow.Broken) return Ending.Broken;
        if (flow != Flow.Completed) return Ending.Done;
        told.Open.RemoveRange(before, told.Open.Count - before);
        return new(Way.Done, outcome);
    }
}
