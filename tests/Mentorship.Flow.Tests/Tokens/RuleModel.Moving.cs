namespace Mentorship.Flow.Tests.Tokens;

/// <summary>What moves mean, by the text: of a token by an administrator, and of a case to another version of its process.</summary>
internal sealed partial class RuleModel
{
    /// <summary>All that ever started, in order; what of it was left because nothing was alive in it any more; which starts and forks were passed.</summary>
    private readonly List<Token> _started = [];
    private readonly List<Token> _leftEmpty = [];
    private readonly List<(Inside In, Parting Parting)> _passed = [];

    /// <summary>Its work is withdrawn; it comes with its trail to another step of the same flowchart, by no arrow.</summary>
    public void MoveToken(string step, string to)
    {
        _starts = 0;
        Token token = On(step);
        WithdrawInside(token);
        _tokens.Remove(token);
        Come(token.In, new RuleArrow(token.Step, "by no arrow", to), token.Trail);
        Settle();
    }

    /// <summary>Why the case cannot go over.</summary>
    public IEnumerable<(string Code, string Step)> Against(ProcessDefinition to)
    {
        Dictionary<string, (Activity Step, string Holder)> before = Places(_definition), after = Places(to);
        foreach (Token token in _tokens)
        {
            if (token.Step == "") continue;
            (Activity was, string heldBy) = before[token.Step];
            bool gone = !after.TryGetValue(token.Step, out (Activity Step, string Holder) now);
            if (token.Waits)
            {
                if (gone || now.Holder != heldBy) yield return ("StepGone", token.Step);
            }
            else if (gone)
            {
                string? holder = before.GetValueOrDefault(heldBy).Step?.Type;
                bool mayGo = holder == "Elsa.Flowchart" || holder == "Mentorship.Stage" && !after.ContainsKey(heldBy);
                if (!mayGo || token.In.Chart.Arrows.Exists(a => a.From == token.Step)) yield return ("StepGone", token.Step);
            }
            else if (now.Step.Type != was.Type && (RuleChart.Holds(was) || RuleChart.Holds(now.Step) || now.Step.Type.StartsWith("Acme", StringComparison.Ordinal))) yield return ("KindChanged", token.Step);
            else if (now.Holder != heldBy && (RuleChart.Holds(was) || Homes(now.Holder).Count != 1)) yield return ("PlaceChanged", token.Step);
        }
    }

    /// <summary>Goes over to a version against which there is nothing.</summary>
    public void GoOver(ProcessDefinition to)
    {
        _starts = 0;
        Dictionary<string, (Activity Step, string Holder)> before = Places(_definition), after = Places(to);
        RuleChart outermost = new(Wrapped(to));
        foreach (Token token in _tokens.Where(t => after.TryGetValue(t.Step, out var now) && now.Holder != before[t.Step].Holder).ToList()) Resettle(token, after);
        foreach (Token token in _tokens.Where(t => !t.Waits && !after.ContainsKey(t.Step)).ToList())
        {
            WithdrawInside(token);
            _tokens.Remove(token);
        }
        Dictionary<Inside, RuleChart> old = [];
        foreach (Inside inside in _started.Select(t => t.In).Distinct())
        {
            old[inside] = inside.Chart;
            if (inside.Holder is null) inside.Chart = outermost;
            else if (after.TryGetValue(inside.Holder.Step, out (Activity Step, string Holder) holder) && RuleChart.Holds(holder.Step)) inside.Chart = new RuleChart(holder.Step);
        }
        _definition = to;
        foreach (Token token in _started.Where(t => _tokens.Contains(t) && after[t.Step].Step.Type != before[t.Step].Step.Type).ToList())
            if (_tokens.Contains(token)) Enter(token);
        foreach (Token first in _tokens.Where(t => t.Waits && TakesTheFirst(t.In, t.Step)).ToList())
            if (_tokens.Remove(first))
            {
                WithdrawFellows(first.In, first.Step, first.Trail);
                Start(first.In, first.Step, first.Trail);
            }
        foreach (Token holder in _started.Where(t => before.TryGetValue(t.Step, out var was) && RuleChart.Holds(was.Step)).ToList())
            if (_started.Find(t => t.In.Holder == holder)?.In is { } inside && after.ContainsKey(holder.Step) && old.TryGetValue(inside, out RuleChart? chart)) BeginAdded(inside, chart);
        Settle();
    }

    /// <summary>Every step of a definition with what holds it.</summary>
    private static Dictionary<string, (Activity Step, string Holder)> Places(ProcessDefinition definition)
    {
        Dictionary<string, (Activity, string)> places = [];
        Add(Wrapped(definition));
        return places;

        void Add(Activity container)
        {
            foreach (Activity step in new RuleChart(container).Steps)
            {
                places[step.Id] = (step, container.Id);
                if (RuleChart.Holds(step)) Add(step);
            }
        }
    }

    private List<Token> Homes(string holder) => _tokens.FindAll(t => !t.Waits && t.Step == holder);

    /// <summary>It goes on where the container runs that holds it now: as one of those that began there, where the start leads to it.</summary>
    private void Resettle(Token token, Dictionary<string, (Activity Step, string Holder)> after)
    {
        Token home = Homes(after[token.Step].Holder).Single();
        RuleChart chart = new RuleChart(after[home.Step].Step);
        Inside inside = _started.Find(t => t.In.Holder == home)?.In ?? new Inside(chart, home);
        Parting? began = Behind(inside, chart).FirstOrDefault(p => Sent(chart, p.Step).Exists(a => a.To == token.Step));
        token.In = inside;
        token.Trail = began is null ? [] : PartedAt(inside, chart, began);
    }

    /// <summary>New arrows out of a start or a fork that is behind, beside the old ones.</summary>
    private void BeginAdded(Inside inside, RuleChart old)
    {
        foreach (Parting passed in Behind(inside, inside.Chart))
        {
            List<string> before = [.. Sent(old, passed.Step).Select(a => a.To)];
            List<RuleArrow> now = Sent(inside.Chart, passed.Step);
            if (before.Exists(b => inside.Chart.Steps.Exists(s => s.Id == b) && !now.Exists(a => a.To == b))) continue;
            foreach (RuleArrow arrow in now.Where(a => !before.Contains(a.To)))
            {
                if (_started.Exists(t => t.In == inside && t.Step == arrow.To) || _tokens.Exists(t => t.Waits && t.In == inside && t.CameBy == arrow) || !RunsAgain(inside.Holder!)) continue;
                Come(inside, arrow, PartedAt(inside, inside.Chart, passed));
            }
        }
    }

    /// <summary>The starts and forks that are behind, each by the last time.</summary>
    private List<Parting> Behind(Inside inside, RuleChart chart)
    {
        List<Parting> all = [.. _passed.Where(p => p.In == inside && chart.Steps.Exists(s => s.Id == p.Parting.Step && s.Type is "Elsa.Start" or "Elsa.FlowFork")).Select(p => p.Parting)];
        return [.. all.Select(p => p.Step).Distinct().Select(step => all.Last(p => p.Step == step))];
    }

    private static List<RuleArrow> Sent(RuleChart chart, string step)
    {
        string[]? named = chart.Steps.Find(s => s.Id == step) is { Type: "Elsa.FlowFork" } fork ? fork.JsonInput("branches") is { } b ? [.. b.EnumerateArray().Select(e => e.GetString()!)] : null : ["Done"];
        return chart.Arrows.FindAll(a => a.From == step && (a.Port is null || named is null || named.Contains(a.Port)));
    }

    /// <summary>As if it had parted there; where the container begins, all in it came from there.</summary>
    private List<Parting> PartedAt(Inside inside, RuleChart chart, Parting parting)
    {
        List<Token> fellows = _tokens.FindAll(t => t.In == inside);
        if (chart.Start == parting.Step && _started.Count(t => t.In == inside && t.Step == parting.Step) == 1)
        {
            foreach (Token fellow in fellows.Where(f => !f.Trail.Contains(parting))) fellow.Trail = [parting, .. fellow.Trail];
            return [parting];
        }
        return fellows.Find(f => f.Trail.Contains(parting)) is { } other ? [.. other.Trail.TakeWhile(p => p != parting), parting] : [parting];
    }

    /// <summary>It runs, or it was left because it was empty, nothing can have followed, and what holds it runs.</summary>
    private bool RunsAgain(Token holder)
    {
        if (Ended) return false;
        if (_tokens.Contains(holder)) return true;
        if (!_leftEmpty.Contains(holder) || holder.Step == "" || holder.In.Chart.Arrows.Exists(a => a.From == holder.Step) || !RunsAgain(holder.In.Holder ?? holder)) return false;
        _leftEmpty.Remove(holder);
        _tokens.Add(holder);
        return true;
    }
}
