using System.Text;

namespace Mentorship.Flow;

/// <summary>Where a token stands, or by which arrow it came to wait before a merge; and where it parted from its fellows.</summary>
/// <param name="Arrow">-1 for one that stands on its step.</param>
internal readonly record struct Mark(int Node, int Arrow, (int Node, int Number)[] Trail)
{
    public bool Waits => Arrow >= 0;
}

/// <summary>The tokens of one container as far as joining is concerned: the joining rule over places instead of a case.</summary>
internal sealed class Marking(FlowScope scope, List<Mark> marks)
{
    /// <summary>Visits that the questions about routes took.</summary>
    public int Effort { get; private set; }

    public IReadOnlyList<Mark> Marks => marks;

    /// <summary>A step that goes on by itself does so before anything else happens, the first to start the first.</summary>
    public int QuickOne => marks.FindIndex(m => !m.Waits && GoesOn(scope.Nodes[m.Node]));

    /// <summary>All wait, each for another: only the one that waited longest could be let go.</summary>
    public bool IsInVain => marks.Count > 0 && marks.TrueForAll(m => m.Waits);

    /// <summary>The tokens after one of them leaves its step by some arrows at once; merges are not looked at yet.</summary>
    public Marking Left(int leaving, List<int> sent)
    {
        Mark from = marks[leaving];
        Marking after = new(scope, [.. marks.Where((_, i) => i != leaving)]);
        int number = 1 + marks.SelectMany(m => m.Trail).Select(p => p.Number).DefaultIfEmpty().Max();
        (int, int)[] trail = sent.Count > 1 ? [.. from.Trail, (from.Node, number)] : from.Trail;
        List<Mark> underWay = [.. sent.Select(a => new Mark(scope.Arrows[a].Target, a, trail))];
        while (underWay.Count > 0)
        {
            Mark next = underWay[0];
            underWay.RemoveAt(0);
            after.Arrive(next, underWay);
        }
        return after;
    }

    /// <summary>Starts every merge that nobody else can come to, until none is left or a step that goes on by itself has started.</summary>
    public void StartMerges()
    {
        while (QuickOne < 0 && marks.FindIndex(m => m.Waits && !OthersCome(m)) is >= 0 and int first)
        {
            int merge = marks[first].Node;
            List<Mark> here = marks.FindAll(m => m.Waits && m.Node == merge);
            marks.RemoveAll(m => m.Waits && m.Node == merge);
            marks.Add(new Mark(merge, -1, here.Select(m => m.Trail).Aggregate((one, other) => one[..Common(one, other)])));
        }
    }

    /// <summary>The same for the same tokens, however they came about: partings are numbered anew, those that nobody shares are left out.</summary>
    public string Key()
    {
        Dictionary<(int, int), int> carriers = [], numbers = [];
        foreach ((int, int) parting in marks.SelectMany(m => m.Trail)) carriers[parting] = carriers.GetValueOrDefault(parting) + 1;
        for (int i = 0; i < marks.Count; i++) marks[i] = marks[i] with { Trail = [.. marks[i].Trail.Where(p => carriers[p] > 1)] };
        marks.Sort((a, b) => (a.Node, a.Arrow, a.Trail.Length).CompareTo((b.Node, b.Arrow, b.Trail.Length)));
        StringBuilder key = new();
        foreach (Mark mark in marks)
        {
            key.Append(mark.Node).Append(':').Append(mark.Arrow);
            foreach ((int Node, int) parting in mark.Trail)
            {
                if (!numbers.TryGetValue(parting, out int number)) numbers[parting] = number = numbers.Count;
                key.Append('/').Append(parting.Node).Append('.').Append(number);
            }
            key.Append(';');
        }
        return key.ToString();
    }

    /// <summary>Within the same event, with no answer from the host.</summary>
    private static bool GoesOn(FlowNode node) =>
        node.Inner is null && !node.Behaviour.Waits(node) && node.Kind is not (NodeKind.Document or NodeKind.Mail);

    private void Arrive(Mark came, List<Mark> underWay)
    {
        FlowArrow arrow = scope.Arrows[came.Arrow];
        Mark started = came with { Arrow = -1 };
        if (arrow.LoopsBack || scope.ForwardIn[came.Node] < 2 && !JoinStep.TakesTheFirst(scope.Nodes[came.Node])) marks.Add(started);
        else if (!JoinStep.TakesTheFirst(scope.Nodes[came.Node])) marks.Add(came);
        else
        {
            if (Fellows(came, underWay) is { } fellows)
            {
                marks.RemoveAll(m => m.Trail.Contains(fellows));
                underWay.RemoveAll(m => m.Trail.Contains(fellows));
            }
            marks.Add(started);
        }
    }

    /// <summary>By which parting a join of the first withdraws.</summary>
    private (int, int)? Fellows(Mark came, List<Mark> underWay)
    {
        Routes routes = new(scope, came.Node, [.. scope.In(came.Node).ToArray().Where(a => !scope.Arrows[a].LoopsBack).Select(a => scope.Arrows[a].Source)]);
        int innermost = -1, outermost = came.Trail.Length;
        foreach (Mark other in marks.Concat(underWay))
        {
            int common = Common(other.Trail, came.Trail);
            innermost = Math.Max(innermost, common - 1);
            if (common > 0 && common - 1 < outermost && (other.Node == came.Node || routes.Lead(other.Node, came.Trail[common - 1].Node))) outermost = common - 1;
        }
        Effort += routes.Effort;
        return innermost < 0 ? null : came.Trail[Math.Min(innermost, outermost)];
    }

    private bool OthersCome(Mark first)
    {
        List<int> open = [];
        foreach (int a in scope.In(first.Node))
            if (!scope.Arrows[a].LoopsBack && !marks.Exists(m => m.Waits && m.Arrow == a)) open.Add(scope.Arrows[a].Source);
        Routes routes = new(scope, first.Node, open);
        bool come = open.Count > 0 && marks.Exists(m => !(m.Waits && m.Node == first.Node) && marks.Exists(w => w.Waits && w.Node == first.Node
            && routes.Lead(m.Node, Common(m.Trail, w.Trail) is > 0 and int common ? m.Trail[common - 1].Node : -1)));
        Effort += routes.Effort + marks.Count;
        return come;
    }

    private static int Common((int, int)[] a, (int, int)[] b)
    {
        int length = 0;
        while (length < a.Length && length < b.Length && a[length] == b[length]) length++;
        return length;
    }
}
