namespace Mentorship.Flow.Tests.Structured;

/// <summary>A case of a random structure, played by the engine and by the model at once.</summary>
internal sealed class Played
{
    private readonly RandomStructure _structure;
    private readonly Random _random;
    private readonly Told _told = new();
    private readonly Ledger _ledger;
    private int _newcomers;

    public Played(RandomStructure structure, Random random)
    {
        (_structure, _random) = (structure, random);
        Host = structure.Host().Start();
        _ledger = new Ledger(Host);
        Ending = _told.Run(structure.Root);
    }

    public CaseHost Host { get; }
    public Ending Ending { get; private set; }
    public bool Goes => Ending.Way == Way.Waits;

    /// <summary>Whoever is asked in the engine is asked in the model, once, for the same item.</summary>
    public void Compare()
    {
        _ledger.Read();
        _ledger.Check();
        Ending = _told.Run(_structure.Root);
        string[] asked = [.. _told.Open.Select(a => $"{a.Path} {a.Person} {(a.Leaf is PeopleLeaf ? a.Item : "")}").Order(StringComparer.Ordinal)];
        string[] open = [.. _ledger.Open.Select(o => $"{PathOf(o.Step)} {o.Person} {o.Item}").Order(StringComparer.Ordinal)];
        Assert.True(asked.SequenceEqual(open), $"The model asks {string.Join(" | ", asked)}\nthe engine asks {string.Join(" | ", open)}\n{Describe()}");
        Assert.Equal(Goes, Host.State.Status == FlowStatus.Running);
    }

    /// <summary>Anybody who is asked answers anything.</summary>
    public void Answer()
    {
        Asked asked = AnyAsked();
        string outcome = asked.Leaf.Answers[_random.Next(3) > 0 ? 0 : _random.Next(asked.Leaf.Answers.Count)];
        StepState step = StepOf(asked);
        Host.Apply(asked.Leaf.Type switch
        {
            "Elsa.Delay" => new TimerFired(Host.Now, step.Id, "wait"),
            "Elsa.Event" => new StepTriggered(Host.Now, step.Id),
            "Elsa.ExecuteWorkflow" => new ChildEnded(Host.Now, step.Id, outcome),
            _ => new Decided(Host.Now, step.Id, asked.Person, outcome)
        });
        _told.Answer(asked, outcome);
        Again();
    }

    /// <summary>An administrator, or somebody who hands over.</summary>
    public void Help()
    {
        Asked asked = AnyAsked();
        StepState step = StepOf(asked);
        switch (_random.Next(4))
        {
            case 0:
                Host.Apply(new StepFailed(Host.Now, step.Id, "сбой")).Apply(new StepRetried(Host.Now, step.Id));
                _told.StartAnew(asked);
                break;
            case 1:
                IReadOnlyList<string> outcomes = Host.Graph.Node(step.NodeId).Outcomes;
                string outcome = outcomes[_random.Next(outcomes.Count)];
                Host.Apply(new StepSkipped(Host.Now, step.Id, outcome));
                _told.Skip(asked, outcome);
                break;
            case 2 when asked.Leaf is PeopleLeaf:
                string newcomer = $"person:new{++_newcomers}";
                Host.Apply(new WorkHandedOver(Host.Now, step.Id, asked.Person, newcomer));
                _told.HandOver(asked, newcomer);
                break;
            default:
                Host.Apply(new CaseSuspended(Host.Now));
                Assert.Equal("CaseSuspended", Host.Refused(new Decided(Host.Now, step.Id, asked.Person, "Done")));
                Host.State = FlowStateJson.Read(FlowStateJson.Write(Host.State));
                Host.Apply(new CaseResumed(Host.Now));
                break;
        }
        Again();
    }

    private void Again() => Ending = _told.Run(_structure.Root);

    private Asked AnyAsked() => _told.Open[_random.Next(_told.Open.Count)];

    private StepState StepOf(Asked asked) => Host.State.Steps.Single(s => s.IsLive && s.NodeId == asked.Leaf.Id && PathOf(s.Id) == asked.Path);

    /// <summary>The items of the loops around, then the step.</summary>
    private string PathOf(string stepId)
    {
        StepState? step = Host.State.Step(stepId);
        string path = step!.NodeId;
        for (; step is not null; step = step.Scope.Length == 0 ? null : Host.State.Step(step.Scope))
            if (step.Values.TryGetValue("CurrentIndex", out object? index)) path = $"{index}/{path}";
        return path;
    }

    private string Describe() => _structure.Root.Draw() + "\n" + string.Join('\n', Host.History) + "\n" + string.Join('\n', Host.State.Steps.Select(s => $"{s.Id} in {s.Scope}: {s.Status} {s.Outcome} {s.Reason}"));
}
