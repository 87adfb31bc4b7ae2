namespace Mentorship.Flow.Tests.Tokens;

/// <summary>
/// A slow, obvious model of the tokens of a case, written from the text of the joining rule (docs/process-semantics.md):
/// every question is answered by looking at all tokens and all arrows anew. The engine is compared with it.
/// </summary>
internal sealed partial class RuleModel
{
    /// <summary>One run of a container.</summary>
    private sealed class Inside(RuleChart chart, Token? holder)
    {
        public RuleChart Chart { get; set; } = chart;
        public Token? Holder { get; set; } = holder;
    }

    /// <summary>Where a token parted from its fellows: the step, and which parting of the case it was.</summary>
    private sealed record Parting(string Step, int Number);

    /// <summary>Stands on a step, or waits before it, having come by an arrow.</summary>
    private sealed class Token(Inside inside, string step, int round, RuleArrow? cameBy, List<Parting> trail)
    {
        public Inside In { get; set; } = inside;
        public string Step => step;
        public int Round => round;
        public RuleArrow? CameBy => cameBy;
        public List<Parting> Trail { get; set; } = trail;
        public bool Waits => CameBy is not null;
    }

    private const int MostStarts = 120;
    private const int MostTokens = 60;

    private readonly List<Token> _tokens = [];
    private readonly List<(Inside In, RuleArrow Arrow, List<Parting> Trail)> _underWay = [];
    private readonly Dictionary<string, int> _rounds = [];
    private readonly Dictionary<Activity, RuleChart> _charts = [];
    private ProcessDefinition _definition = null!;
    private int _partings;
    private int _starts;

    public bool Ended { get; private set; }

    /// <summary>Steps go round and nobody is waited for: what follows is no longer the model's to say.</summary>
    public bool Spins { get; private set; }

    /// <summary>More tokens than this slow model can follow.</summary>
    public bool Overflows => _tokens.Count + _underWay.Count > MostTokens;

    /// <summary>The one that waited longest was started, because every token waited.</summary>
    public bool StartedInVain { get; private set; }

    public IEnumerable<string> Standing => _tokens.Where(t => !t.Waits).Select(t => $"{t.Step}#{t.Round}").Order(StringComparer.Ordinal);

    public IEnumerable<string> Waiting => _tokens.Where(t => t.Waits).Select(t => $"{t.CameBy!.From}>{t.Step}");

    public void Begin(ProcessDefinition definition)
    {
        _definition = definition;
        Inside outermost = new(new RuleChart(Wrapped(definition)), null);
        Start(outermost, definition.Root.Id, []);
        Settle();
    }

    /// <summary>A step is left by an outcome; a container takes all that runs inside it along.</summary>
    public void Leave(string step, string outcome)
    {
        _starts = 0;
        Token token = On(step);
        WithdrawInside(token);
        Go(token, outcome);
        Settle();
    }

    private Token On(string step) => _tokens.Single(t => !t.Waits && $"{t.Step}#{t.Round}" == step);

    private static Activity Wrapped(ProcessDefinition definition) =>
        Some.Read($$$"""{"root":{"type":"Mentorship.Stage","id":"","body":{{{definition.Root.Json.GetRawText()}}} } }""").Root;

    private void Start(Inside inside, string step, List<Parting> trail)
    {
        if (++_starts > MostStarts) Spins = true;
        Token token = new(inside, step, _rounds[step] = _rounds.GetValueOrDefault(step) + 1, null, trail);
        _tokens.Add(token);
        _started.Add(token);
        Enter(token);
    }

    private void Enter(Token token)
    {
        Activity activity = token.In.Chart.Step(token.Step);
        if (RuleChart.Holds(activity))
        {
            if (!_charts.TryGetValue(activity, out RuleChart? chart)) _charts[activity] = chart = new RuleChart(activity);
            if (chart.Start is not null) Start(new Inside(chart, token), chart.Start, []);
            return;
        }
        switch (activity.Type)
        {
            case "Elsa.Start" or "Elsa.FlowJoin": Go(token, "Done"); break;
            case "Elsa.End": _tokens.Remove(token); break;
            case "Elsa.Finish": End(); break;
            case "Elsa.FlowDecision": Go(token, activity.Text("condition") == "true" ? "True" : "False"); break;
            case "Elsa.FlowFork": Go(token, "Done", everywhere: activity.JsonInput("branches") is null); break;
        }
    }

    private void End()
    {
        _tokens.Clear();
        _underWay.Clear();
        Ended = true;
    }

    private void Go(Token token, string outcome, bool everywhere = false)
    {
        _tokens.Remove(token);
        Activity step = token.In.Chart.Step(token.Step);
        string[] outcomes = step.Type == "Elsa.FlowFork" && step.JsonInput("branches") is { } named ? [.. named.EnumerateArray().Select(b => b.GetString()!)] : [outcome];
        everywhere |= step.Type == "Elsa.FlowFork" && step.JsonInput("branches") is null;
        List<RuleArrow> by = token.In.Chart.Arrows.FindAll(a => a.From == token.Step && (everywhere || a.Port is null || outcomes.Contains(a.Port)));
        Parting parting = new(token.Step, ++_partings);
        if (step.Type is "Elsa.Start" or "Elsa.FlowFork") _passed.Add((token.In, parting));
        List<Parting> trail = by.Count > 1 ? [.. token.Trail, parting] : token.Trail;
        foreach (RuleArrow arrow in by) _underWay.Add((token.In, arrow, trail));
    }

    private void Settle()
    {
        while (!Ended && !Spins && !Overflows)
        {
            if (_underWay.Count > 0) Arrive();
            else if (!StartAMerge() && !LeaveAContainer()) break;
        }
    }

    private void Arrive()
    {
        (Inside inside, RuleArrow arrow, List<Parting> trail) = _underWay[0];
        _underWay.RemoveAt(0);
        Come(inside, arrow, trail);
    }

    private void Come(Inside inside, RuleArrow arrow, List<Parting> trail)
    {
        bool any = TakesTheFirst(inside, arrow.To);
        if (!arrow.Back && any) WithdrawFellows(inside, arrow.To, trail);
        if (arrow.Back || any || inside.Chart.ForwardInto(arrow.To).Count() < 2 && !_tokens.Exists(t => t.Waits && t.In == inside && t.Step == arrow.To)) Start(inside, arrow.To, trail);
        else _tokens.Add(new Token(inside, arrow.To, 0, arrow, trail));
    }

    private static bool TakesTheFirst(Inside inside, string step) => inside.Chart.Step(step) is { Type: "Elsa.FlowJoin" } join && join.Text("mode") == "WaitAny";

    /// <summary>Rule 3, and where it starts nothing, rule 4.</summary>
    private bool StartAMerge()
    {
        foreach (Token first in _tokens.Where(t => t.Waits).ToList())
        {
            List<Token> here = _tokens.FindAll(t => t.Waits && t.In == first.In && t.Step == first.Step);
            List<RuleArrow> open = [.. first.In.Chart.ForwardInto(first.Step).Where(a => !here.Exists(t => t.CameBy == a))];
            bool othersCome = _tokens.Exists(t => t.In == first.In && !here.Contains(t)
                && here.Exists(w => open.Exists(a => t.In.Chart.Leads(t.Step, a.From, first.Step, PartedAt(t.Trail, w.Trail)))));
            if (!othersCome) return Merge(here);
        }
        foreach (Token first in _tokens.Where(t => t.Waits).ToList())
            if (_tokens.TrueForAll(t => t.In != first.In || t.Waits))
            {
                StartedInVain = true;
                return Merge(_tokens.FindAll(t => t.In == first.In && t.Step == first.Step));
            }
        return false;
    }

    private bool Merge(List<Token> here)
    {
        _tokens.RemoveAll(here.Contains);
        List<Parting> common = here[0].Trail;
        foreach (Token token in here) common = [.. common.Take(Common(common, token.Trail))];
        Start(here[0].In, here[0].Step, common);
        return true;
    }

    private bool LeaveAContainer()
    {
        Token? empty = _started.FindLast(t => _tokens.Contains(t) && !t.Waits && RuleChart.Holds(t.In.Chart.Step(t.Step)) && !_tokens.Exists(i => i.In.Holder == t));
        if (empty is not null)
        {
            _leftEmpty.Add(empty);
            Go(empty, "Done");
        }
        else if (_tokens.Count == 0) End();
        return empty is not null;
    }

    /// <summary>Rule 5: the other tokens of the same parting; of an outer one where its tokens could still come here.</summary>
    private void WithdrawFellows(Inside inside, string join, List<Parting> trail)
    {
        List<(string? At, List<Parting> Trail)> others =
        [
            .. _tokens.Where(t => t.In == inside).Select(t => ((string?)t.Step, t.Trail)),
            .. _underWay.Where(a => a.In == inside).Select(a => (a.Arrow.To == join ? null : (string?)a.Arrow.To, a.Trail))
        ];
        Parting? fellow = trail.LastOrDefault(p => others.Exists(o => o.Trail.Contains(p)));
        foreach (Parting outer in trail)
        {
            if (outer == fellow || fellow is null) break;
            if (!others.Exists(o => LastCommon(o.Trail, trail) == outer && CouldCome(o.At, outer))) continue;
            fellow = outer;
            break;
        }
        if (fellow is null) return;
        _underWay.RemoveAll(a => a.In == inside && a.Trail.Contains(fellow));
        foreach (Token token in _tokens.Where(t => t.In == inside && t.Trail.Contains(fellow)).ToList())
        {
            WithdrawInside(token);
            _tokens.Remove(token);
        }

        bool CouldCome(string? at, Parting outer) =>
            at is null || inside.Chart.ForwardInto(join).Any(a => inside.Chart.Leads(at, a.From, join, outer.Step));
    }

    private void WithdrawInside(Token holder)
    {
        foreach (Token inner in _tokens.Where(t => t.In.Holder == holder).ToList())
        {
            WithdrawInside(inner);
            _tokens.Remove(inner);
        }
        _underWay.RemoveAll(a => a.In.Holder == holder);
    }

    private static int Common(List<Parting> a, List<Parting> b) => a.Zip(b).TakeWhile(p => p.First == p.Second).Count();

    private static Parting? LastCommon(List<Parting> a, List<Parting> b) => a.Take(Common(a, b)).LastOrDefault();

    private static string? PartedAt(List<Parting> a, List<Parting> b) => LastCommon(a, b)?.Step;
}
