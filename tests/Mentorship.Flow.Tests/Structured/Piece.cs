namespace Mentorship.Flow.Tests.Structured;

/// <summary>How far a piece of a process is.</summary>
internal enum Way { Waits, Done, Completed, Broken }

/// <param name="Outcome">By what it was left, or what a Complete step inside said.</param>
internal readonly record struct Ending(Way Way, string Outcome)
{
    public static Ending Waits { get; } = new(Way.Waits, "");
    public static Ending Done { get; } = new(Way.Done, "Done");

    /// <summary>The nearest loop around is left.</summary>
    public static Ending Broken { get; } = new(Way.Broken, "");
}

/// <summary>
/// A slow, obvious model of a structured process: each piece says what it comes to by going through itself from its beginning,
/// with the answers that were given so far. It keeps nothing and knows nothing of tokens, trails, arrows and events; the engine is compared with it.
/// </summary>
internal abstract class Piece(string id)
{
    public string Id => id;

    /// <summary>By what it may be left, where that is drawn.</summary>
    public virtual IReadOnlyList<string> Outcomes => ["Done"];

    /// <summary>By what it is left when all went well.</summary>
    public virtual string Good => "Done";

    /// <summary>What Complete steps inside may say to the flowchart around it.</summary>
    public virtual IEnumerable<string> Completions => [];

    /// <summary>The activity as Elsa Studio writes it.</summary>
    public abstract string Draw();

    public abstract Ending Run(Told told, Place at);
}

/// <summary>Where a piece runs: which items of the loops around, which variables of the flowcharts around.</summary>
internal sealed class Place(Place? outer, string prefix, int? index, string? title)
{
    private readonly Dictionary<string, double> _values = [];

    public static Place Outermost => new(null, "", null, null);

    /// <summary>The items around, the outer first: <c>1/0/</c>.</summary>
    public string Prefix => prefix;
    public int? Index => index ?? outer?.Index;
    public string? Title => title ?? outer?.Title;

    public Place At(int item, string called) => new(this, $"{prefix}{item}/", item, called);

    public Place Chart() => new(this, prefix, null, null);

    public void Declare(string name, double value) => _values[name] = value;

    public double this[string name]
    {
        get => _values.TryGetValue(name, out double value) ? value : outer![name];
        set
        {
            if (outer is null || _values.ContainsKey(name)) _values[name] = value;
            else outer[name] = value;
        }
    }
}

/// <summary>Somebody who is asked: at which place, for which time there, for which item.</summary>
internal sealed record Asked(string Path, int Time, Leaf Leaf, string Person, string? Item);

/// <summary>All that was answered, and what going through the process with that finds.</summary>
internal sealed class Told
{
    private readonly Dictionary<string, int> _times = [];
    private readonly Dictionary<(string, int), List<(string Person, string Outcome)>> _answers = [];
    private readonly Dictionary<(string, int), string> _skipped = [];
    private readonly Dictionary<(string, int), string[]> _handedOver = [];

    public List<Asked> Open { get; } = [];

    /// <summary>By what each step was left the last time.</summary>
    public Dictionary<string, string> Left { get; } = [];

    public Ending Run(Piece root)
    {
        _times.Clear();
        Open.Clear();
        Left.Clear();
        return root.Run(this, Place.Outermost);
    }

    public int NextTime(string path) => _times[path] = _times.GetValueOrDefault(path) + 1;

    public IReadOnlyList<(string Person, string Outcome)> Answers(string path, int time) => _answers.GetValueOrDefault((path, time), []);

    public string? Skipped(string path, int time) => _skipped.GetValueOrDefault((path, time));

    public string[] People(string path, int time, string[] named) => _handedOver.GetValueOrDefault((path, time), named);

    public void Answer(Asked asked, string outcome)
    {
        if (!_answers.TryGetValue((asked.Path, asked.Time), out List<(string, string)>? given)) _answers[(asked.Path, asked.Time)] = given = [];
        given.Add((asked.Person, outcome));
    }

    public void Skip(Asked asked, string outcome) => _skipped[(asked.Path, asked.Time)] = outcome;

    public void HandOver(Asked asked, string to) =>
        _handedOver[(asked.Path, asked.Time)] = [.. People(asked.Path, asked.Time, asked.Leaf.People).Select(p => p == asked.Person ? to : p)];

    /// <summary>The step starts anew: whoever is named is asked, nothing is answered.</summary>
    public void StartAnew(Asked asked)
    {
        _answers.Remove((asked.Path, asked.Time));
        _handedOver.Remove((asked.Path, asked.Time));
    }
}
