using Mentorship.Flow.Tests.Nodes;

namespace Mentorship.Flow.Tests.Structured;

/// <summary>Random structured processes: every way of asking people, every container, choices, loops and a Complete anywhere.</summary>
/// <param name="events">Steps of the process publish the events that others wait for, and tasks count their days from steps before them.</param>
internal sealed class RandomStructure(Random random, bool events)
{
    private const int MostLeaves = 14;
    private const int MostLoopsInEachOther = 2;

    private readonly List<Leaf> _leaves = [];
    private int _named;
    private int _loops;
    private int _breakable;

    public Chart Root { get; private set; } = null!;
    public ProcessDefinition Definition { get; private set; } = null!;
    public IReadOnlyList<Leaf> Leaves => _leaves;

    public static RandomStructure Make(Random random, bool events = false)
    {
        RandomStructure made = new(random, events);
        made.Root = made.Flowchart(3, [made.One(made.PeopleLeaf()), .. made.Row(3, random.Next(1, 4), null)]);
        made.Definition = Some.Read($$"""{"id":"1","definitionId":"d","name":"Процесс","variables":[{{Drawn.Variable("came", "Double", "0")}}],"root":{{made.Root.Draw()}} }""");
        return made;
    }

    /// <summary>A host that answers with the people of each step, who are asked when the schedule says.</summary>
    public CaseHost Host(Func<Leaf, StepSchedule>? schedule = null)
    {
        CaseHost host = new(Definition);
        foreach (Leaf leaf in _leaves) (host.Answers[leaf.Id], host.Sums[leaf.Id]) = ((leaf.People, schedule?.Invoke(leaf) ?? StepSchedule.AtOnce), new() { ["came"] = 3.5 });
        host.Collections["pairs"] = [new("пара:0", "и0"), new("пара:1", "и1")];
        return host;
    }

    private string Named(string prefix = "s") => $"{prefix}{++_named}";

    private Piece Any(int depth, Leaf? before)
    {
        if (depth == 0 || _leaves.Count >= MostLeaves) return Leaf();
        if (events && random.Next(10) == 0) return new Publish(Named());
        switch (random.Next(15))
        {
            case 0: return new InOrder(Named(), Pieces(depth, before));
            case 1: return new AllAtOnce(Named(), Pieces(depth, null));
            case 2: return new Choose(Named(), isIf: true, all: false, [(Question(before), Any(depth - 1, before))], random.Next(2) == 0 ? Any(depth - 1, before) : null);
            case 3: return new Choose(Named(), isIf: false, random.Next(2) == 0, Cases(depth, before), random.Next(2) == 0 ? Any(depth - 1, before) : null);
            case 4: return While(depth);
            case 5 or 6 or 7 when _loops < MostLoopsInEachOther: return Loop(depth);
            case 8 or 9: return Flowchart(depth, Row(depth, random.Next(1, 4), before));
            case 10: return new InStage(Named(), Flowchart(depth, Row(depth, random.Next(1, 3), before)));
            case 11: return MayComplete();
            case 12 when _breakable > 0: return MayBreak();
            default: return Leaf();
        }
    }

    private Piece[] Pieces(int depth, Leaf? before)
    {
        Piece[] pieces = new Piece[random.Next(1, 4)];
        for (int i = 0; i < pieces.Length; i++) pieces[i] = Any(depth - 1, i > 0 && before is not null ? pieces[i - 1] as Leaf ?? before : before);
        return pieces;
    }

    private (Question, Piece)[] Cases(int depth, Leaf? before) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (Question(before), Any(depth - 1, before)))];

    private Question Question(Leaf? before) => random.Next(4) switch
    {
        0 => Structured.Question.Plain(random.Next(3) > 0),
        1 when _loops > 0 => Structured.Question.EvenItem,
        _ when before is not null => Structured.Question.LeftBy(before.Id, before.Outcomes[random.Next(before.Outcomes.Count)]),
        _ => Structured.Question.Plain(random.Next(2) == 0)
    };

    /// <summary>Somebody may say no, and then the flowchart around is over.</summary>
    private InOrder MayComplete()
    {
        PeopleLeaf asked = PeopleLeaf();
        Question no = Structured.Question.LeftBy(asked.Id, asked.Outcomes[^1]);
        return new InOrder(Named(), [asked, new Choose(Named(), isIf: true, all: false, [(no, new Complete(Named(), random.Next(3) == 0 ? "Done" : "Отказ"))], null)]);
    }

    /// <summary>Somebody may say no, and then the loop around is over.</summary>
    private InOrder MayBreak()
    {
        PeopleLeaf asked = PeopleLeaf();
        return new InOrder(Named(), [asked, new Choose(Named(), isIf: true, all: false, [(Structured.Question.LeftBy(asked.Id, asked.Outcomes[^1]), new Break(Named()))], null)]);
    }

    /// <summary>A While in a flowchart that holds its counter; the body counts first.</summary>
    private Chart While(int depth)
    {
        string counter = Named("n");
        AddOne count = new(Named(), counter);
        _breakable++;
        Piece inner = random.Next(4) == 0 ? MayBreak() : Any(depth - 1, null);
        _breakable--;
        Piece body = random.Next(2) == 0 ? new InOrder(Named(), [count, inner]) : new Chart(Named(), [], [One(count), One(inner)]);
        return new Chart(Named(), [counter], [new Single(new Repeat(Named(), Structured.Question.Below(counter, random.Next(0, 4)), body), ["Done"])]);
    }

    private Each Loop(int depth)
    {
        _loops++;
        _breakable++;
        bool ofHost = random.Next(4) == 0, together = random.Next(3) > 0;
        int items = ofHost ? 2 : random.Next(0, 4), number = random.Next(1, 4);
        string drawn = ofHost ? Drawn.Input("items", "Literal", "pairs") : Drawn.Input("items", "Object", $"[{string.Join(',', Enumerable.Range(0, items).Select(i => $"\"и{i}\""))}]");
        (string? Text, int? Needed) enough = random.Next(4) switch
        {
            0 => (null, null),
            1 => ("all", items),
            2 => ("50 %", (items + 1) / 2),
            _ => ($"{number}", Math.Min(number, items))
        };
        Piece body = random.Next(6) switch
        {
            0 or 1 => PeopleLeaf(),
            2 => Any(depth - 1, null),
            _ => Flowchart(depth, [.. Row(depth, 1, null), One(random.Next(3) == 0 ? MayBreak() : MayComplete())])
        };
        Each loop = new(Named(), together, items, drawn, enough.Text is null ? "" : Drawn.Input("enough", "Literal", enough.Text), enough.Needed, body);
        _loops--;
        _breakable--;
        return loop;
    }

    private Chart Flowchart(int depth, Part[] row)
    {
        if (depth > 0 && random.Next(6) == 0) row = [.. row, One(MayComplete())];
        return new Chart(Named(), [], row);
    }

    private Part[] Row(int depth, int count, Leaf? before)
    {
        List<Part> row = [];
        for (int i = 0; i < count; i++)
        {
            if (depth > 0 && _leaves.Count < MostLeaves && random.Next(3) == 0) row.Add(Split(depth, before));
            else
            {
                Piece piece = Any(depth - 1 < 0 ? 0 : depth - 1, before);
                row.Add(One(piece));
                before = piece as Leaf ?? before;
            }
        }
        return [.. row];
    }

    /// <summary>At least its first outcome leads on.</summary>
    private Single One(Piece piece, bool whole = false) =>
        new(piece, [.. piece.Outcomes.Where((_, i) => i == 0 || whole || random.Next(5) > 0)]);

    private Split Split(int depth, Leaf? before)
    {
        string type = random.Next(4) switch { 0 => "Elsa.FlowDecision", 1 => "Elsa.FlowFork", _ => "Elsa.FlowSwitch" };
        if (type == "Elsa.FlowFork") return Fork(depth);
        bool isDecision = type == "Elsa.FlowDecision";
        (string Label, Question)[] cases = isDecision ? [("True", Question(before))] : [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => ($"c{i}", Question(before)))];
        Dictionary<string, Part[]> branches = [];
        foreach (string label in cases.Select(c => c.Label).Append(isDecision ? "False" : "Default"))
            if (branches.Count == 0 || random.Next(6) > 0) branches[label] = Branch(depth, random.Next(0, 3));
        return new Split(Named(), type, !isDecision && random.Next(2) == 0, cases, branches, random.Next(2) == 0 ? "WaitAll" : null);
    }

    /// <summary>A join of the first only where each branch is sure to come.</summary>
    private Split Fork(int depth)
    {
        bool first = random.Next(3) == 0;
        (string Label, Question)[] cases = [.. Enumerable.Range(0, random.Next(2, 4)).Select(i => ($"в{i}", Structured.Question.Plain(true)))];
        Dictionary<string, Part[]> branches = cases.ToDictionary(c => c.Label, _ => first ? [One(Leaf(), whole: true), One(Any(depth - 1, null), whole: true)] : Branch(depth, random.Next(1, 3)));
        return new Split(Named(), "Elsa.FlowFork", all: true, cases, branches, first ? "WaitAny" : random.Next(2) == 0 ? "WaitAllActive" : null);
    }

    private Part[] Branch(int depth, int count) => Row(depth - 1, count, null);

    private Leaf Leaf()
    {
        if (random.Next(6) > 0) return PeopleLeaf();
        string id = Named();
        HostLeaf leaf = random.Next(3) switch
        {
            0 => new HostLeaf(id, "Elsa.Delay", Drawn.Input("timeSpan", "Literal", "1.00:00:00")),
            1 => new HostLeaf(id, "Elsa.Event", Drawn.Input("eventName", "Literal", "событие")),
            _ => new HostLeaf(id, "Elsa.ExecuteWorkflow", Drawn.Input("workflowDefinitionId", "Literal", "дочерний"))
        };
        _leaves.Add(leaf);
        return leaf;
    }

    private PeopleLeaf PeopleLeaf()
    {
        string[] people = [.. Enumerable.Range(1, random.Next(1, 5)).Select(n => $"person:{n}")];
        int number = random.Next(1, 5), needed = Math.Min(number, people.Length), percent = random.Next(2) == 0 ? 50 : 75;
        bool isPart = random.Next(2) == 0;
        string share = isPart ? $"{percent}%" : $"{number}";
        if (isPart) needed = (int)Math.Ceiling(people.Length * percent / 100.0);
        (string type, string rule, string settings) = random.Next(15) switch
        {
            0 or 1 => ("Mentorship.Approval", "all", ""),
            2 => ("Mentorship.Approval", "any", Mode("any")),
            3 => ("Mentorship.Approval", "one", Mode("one")),
            4 => ("Mentorship.Approval", "sequence", Mode("sequence")),
            5 or 6 => ("Mentorship.Approval", "quorum", Mode("quorum:" + share)),
            7 => ("Mentorship.Task", "any", NotDone),
            8 => ("Mentorship.Task", "all", Mode("all") + NotDone),
            9 => ("Mentorship.Survey", "enough", Drawn.Input("enough", "Literal", share) + (needed % 2 == 0 ? SummedUp : "")),
            10 or 11 => ("Mentorship.Consents", "enough", Drawn.Input("enough", "Literal", share) + Drawn.Input("notEnough", "Literal", "true")),
            14 => ("Mentorship.Pairs", "any", ""),
            12 => ("Mentorship.Signature", "one", ""),
            _ => ("Mentorship.Acquaintance", "all", "")
        };
        if (events && type == "Mentorship.Task" && _leaves.Count > 0) settings += Drawn.Input("after", "Object", $$"""{"step":"{{_leaves[random.Next(_leaves.Count)].Id}}","days":3}""");
        PeopleLeaf leaf = new(Named(), type, rule, needed, people, settings);
        _leaves.Add(leaf);
        return leaf;
    }

    /// <summary>A form whose result is a value of the process.</summary>
    private static string SummedUp { get; } = Drawn.Input("form", "Object", """{"questions":[{"kind":"scale","text":"Помогает?","field":"came"}]}""");

    private static string NotDone { get; } = Drawn.Input("notDone", "Literal", "true");

    private static string Mode(string mode) => Drawn.Input("mode", "Literal", mode);
}
