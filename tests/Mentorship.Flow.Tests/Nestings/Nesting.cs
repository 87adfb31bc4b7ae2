namespace Mentorship.Flow.Tests.Nestings;

/// <summary>
/// A slow, obvious model of a process: pieces inside pieces, each of which knows by itself what is open in it.
/// It knows nothing of tokens, trails and arrows; the engine is compared with it.
/// </summary>
internal abstract class Nesting
{
    /// <summary>Ids of the steps that wait for a decision.</summary>
    public abstract IEnumerable<string> Open { get; }

    public bool Done { get; protected set; }

    public virtual void Begin() => Done = false;

    /// <summary>Passes a decision to whom it concerns.</summary>
    public abstract void Decide(string step, string outcome);

    /// <summary>Draws itself: returns its first step and the ends that lead on.</summary>
    public abstract (string Entry, List<(string Step, string Outcome)> Exits) Draw(FlowchartBuilder chart);

    protected static void Connect(FlowchartBuilder chart, IEnumerable<(string Step, string Outcome)> exits, string target)
    {
        foreach ((string step, string outcome) in exits) chart.Connect(step, target, outcome);
    }
}

internal sealed class Leaf(string id) : Nesting
{
    private bool _open;
    public override IEnumerable<string> Open => _open ? [id] : [];

    public override void Begin()
    {
        base.Begin();
        _open = true;
    }

    public override void Decide(string step, string outcome)
    {
        if (step != id || !_open) return;
        _open = false;
        Done = true;
    }

    public override (string, List<(string, string)>) Draw(FlowchartBuilder chart)
    {
        chart.Add("Mentorship.Approval", id, id);
        return (id, [(id, "Approved")]);
    }
}

/// <summary>One after another.</summary>
internal sealed class Row(Nesting[] parts) : Nesting
{
    private int _at;
    public override IEnumerable<string> Open => Done || _at >= parts.Length ? [] : parts[_at].Open;

    public override void Begin()
    {
        base.Begin();
        _at = 0;
        parts[0].Begin();
    }

    public override void Decide(string step, string outcome)
    {
        if (Done) return;
        parts[_at].Decide(step, outcome);
        if (!parts[_at].Done) return;
        if (++_at == parts.Length) Done = true;
        else parts[_at].Begin();
    }

    public override (string, List<(string, string)>) Draw(FlowchartBuilder chart)
    {
        (string entry, List<(string, string)> exits) = parts[0].Draw(chart);
        foreach (Nesting part in parts.Skip(1))
        {
            (string next, List<(string, string)> after) = part.Draw(chart);
            Connect(chart, exits, next);
            exits = after;
        }
        return (entry, exits);
    }
}

/// <summary>All at once; with a join of its own, or joined by whatever follows.</summary>
internal sealed class Together(string id, Nesting[] branches, bool joins) : Nesting
{
    public override IEnumerable<string> Open => Done ? [] : branches.SelectMany(b => b.Done ? [] : b.Open);

    public override void Begin()
    {
        base.Begin();
        foreach (Nesting branch in branches) branch.Begin();
    }

    public override void Decide(string step, string outcome)
    {
        if (Done) return;
        foreach (Nesting branch in branches.Where(b => !b.Done)) branch.Decide(step, outcome);
        Done = branches.All(b => b.Done);
    }

    public override (string, List<(string, string)>) Draw(FlowchartBuilder chart)
    {
        chart.Add("Elsa.FlowFork", id, id);
        List<(string, string)> exits = [];
        for (int i = 0; i < branches.Length; i++)
        {
            (string entry, List<(string, string)> ends) = branches[i].Draw(chart);
            chart.Connect(id, entry, $"ветвь {i}");
            exits.AddRange(ends);
        }
        if (!joins) return (id, exits);
        chart.Add("Elsa.FlowJoin", id + "-join", id).Text("mode", "WaitAll");
        Connect(chart, exits, id + "-join");
        return (id, [(id + "-join", "Done")]);
    }
}

/// <summary>One way or the other, or straight on.</summary>
internal sealed class Either(string id, Nesting yes, Nesting? no) : Nesting
{
    private Nesting? _chosen;
    private bool _asked;
    public override IEnumerable<string> Open => Done ? [] : _asked ? [id] : _chosen!.Open;

    public override void Begin()
    {
        base.Begin();
        _asked = true;
    }

    public override void Decide(string step, string outcome)
    {
        if (Done) return;
        if (_asked)
        {
            if (step != id) return;
            _asked = false;
            _chosen = outcome == "Approved" ? yes : no;
            _chosen?.Begin();
        }
        else _chosen!.Decide(step, outcome);
        Done = _chosen is null || _chosen.Done;
    }

    public override (string, List<(string, string)>) Draw(FlowchartBuilder chart)
    {
        chart.Add("Mentorship.Approval", id, id);
        (string entry, List<(string, string)> exits) = yes.Draw(chart);
        chart.Connect(id, entry, "Approved");
        if (no is null) return (id, [.. exits, (id, "Rejected")]);
        (string other, List<(string, string)> more) = no.Draw(chart);
        chart.Connect(id, other, "Rejected");
        return (id, [.. exits, .. more]);
    }
}

/// <summary>Again and again, until its last step agrees.</summary>
internal sealed class Again(string id, Nesting body) : Nesting
{
    private bool _asked;
    public override IEnumerable<string> Open => Done ? [] : _asked ? [id] : body.Open;

    public override void Begin()
    {
        base.Begin();
        _asked = false;
        body.Begin();
    }

    public override void Decide(string step, string outcome)
    {
        if (Done) return;
        if (!_asked)
        {
            body.Decide(step, outcome);
            _asked = body.Done;
        }
        else if (step == id)
        {
            if (outcome == "Approved") Done = true;
            else Begin();
        }
    }

    public override (string, List<(string, string)>) Draw(FlowchartBuilder chart)
    {
        (string entry, List<(string, string)> exits) = body.Draw(chart);
        chart.Add("Mentorship.Approval", id, id);
        Connect(chart, exits, id);
        chart.Connect(id, entry, "Returned");
        return (entry, [(id, "Approved")]);
    }
}

/// <summary>Inside a stage of its own.</summary>
internal sealed class Inside(string id, Nesting body) : Nesting
{
    public override IEnumerable<string> Open => body.Open;

    public override void Begin()
    {
        base.Begin();
        body.Begin();
    }

    public override void Decide(string step, string outcome)
    {
        body.Decide(step, outcome);
        Done = body.Done;
    }

    public override (string, List<(string, string)>) Draw(FlowchartBuilder chart)
    {
        chart.AddStage(id, id, inner =>
        {
            inner.Add("Elsa.Start", id + "-start", "Начало");
            (string entry, _) = body.Draw(inner);
            inner.Connect(id + "-start", entry);
        });
        return (id, [(id, "Done")]);
    }
}
