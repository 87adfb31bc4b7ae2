using Mentorship.Flow.Tests.Nodes;

namespace Mentorship.Flow.Tests.Structured;

/// <summary>A step that waits for an answer from outside: of people, of a clock, of an event, of another process.</summary>
internal abstract class Leaf(string id, string type, string[] people) : Piece(id)
{
    public string Type => type;
    public string[] People => people;

    /// <summary>What may be answered.</summary>
    public abstract IReadOnlyList<string> Answers { get; }

    /// <summary>Who is asked now, of those who have not answered.</summary>
    protected abstract IEnumerable<string> AskedOf(string[] people, IReadOnlyList<(string Person, string Outcome)> given);

    /// <summary>What the answers come to; null while more are needed.</summary>
    protected abstract string? Outcome(string[] people, IReadOnlyList<(string Person, string Outcome)> given);

    public override Ending Run(Told told, Place at)
    {
        string path = at.Prefix + Id;
        int time = told.NextTime(path);
        string[] asked = told.People(path, time, people);
        IReadOnlyList<(string Person, string Outcome)> given = told.Answers(path, time);
        if ((told.Skipped(path, time) ?? Outcome(asked, given)) is { } outcome)
        {
            told.Left[path] = outcome;
            return new(Way.Done, outcome);
        }
        foreach (string person in AskedOf(asked, given))
            if (given.All(g => g.Person != person)) told.Open.Add(new(path, time, this, person, at.Title));
        return Ending.Waits;
    }
}

/// <summary>A clock, an event or a child process: one answer.</summary>
internal sealed class HostLeaf(string id, string type, string settings) : Leaf(id, type, ["host"])
{
    public override IReadOnlyList<string> Answers => Type == "Elsa.ExecuteWorkflow" ? ["Done", "Cancelled"] : ["Done"];
    public override IReadOnlyList<string> Outcomes => Answers;
    public override string Draw() => Drawn.Activity(Id, Type, settings);
    protected override IEnumerable<string> AskedOf(string[] people, IReadOnlyList<(string Person, string Outcome)> given) => people;
    protected override string? Outcome(string[] people, IReadOnlyList<(string Person, string Outcome)> given) => given.Count == 0 ? null : given[0].Outcome;
}

/// <summary>People, asked in the way that the step says.</summary>
/// <param name="rule">one, any, all, sequence, or how many are needed.</param>
internal sealed class PeopleLeaf(string id, string type, string rule, int needed, string[] people, string settings) : Leaf(id, type, people)
{
    public override IReadOnlyList<string> Answers => Type switch
    {
        "Mentorship.Approval" => ["Approved", "Returned", "Rejected"],
        "Mentorship.Signature" => ["Signed", "Returned"],
        "Mentorship.Task" => ["Done", "NotDone"],
        "Mentorship.Consents" => ["Done", "Refused"],
        _ => ["Done"]
    };

    public override string Good => Answers[0];

    public override IReadOnlyList<string> Outcomes => Type == "Mentorship.Consents" ? ["Done", "NotEnough"] : Answers;

    public override string Draw() => Drawn.Activity(Id, Type, settings);

    protected override IEnumerable<string> AskedOf(string[] people, IReadOnlyList<(string Person, string Outcome)> given) => rule switch
    {
        "one" => people.Take(1),
        "sequence" => people.Take(given.Count + 1),
        _ => people
    };

    protected override string? Outcome(string[] people, IReadOnlyList<(string Person, string Outcome)> given)
    {
        string[] said = [.. given.Select(g => g.Outcome)];
        if (said.Length == 0) return null;
        bool asks = Type is "Mentorship.Approval" or "Mentorship.Signature";
        if (asks && said.Contains("Returned")) return "Returned";
        if (asks && said.Contains("Rejected") && rule != "quorum") return "Rejected";
        int yes = said.Count(s => s == Answers[0]), left = people.Length - said.Length;
        switch (rule)
        {
            case "one" or "any": return said[0];
            case "quorum": return yes >= needed ? Answers[0] : yes + left < needed ? "Rejected" : null;
            case "enough": return yes >= needed ? "Done" : left == 0 ? "NotEnough" : null;
            default: return left > 0 ? null : yes == said.Length ? Answers[0] : said.First(s => s != Answers[0]);
        }
    }
}

/// <summary>Says that the event came for which the Event steps wait.</summary>
internal sealed class Publish(string id) : Piece(id)
{
    public override string Draw() => Drawn.Activity(Id, "Elsa.PublishEvent", Drawn.Input("eventName", "Literal", "событие"));
    public override Ending Run(Told told, Place at) => throw new NotSupportedException("The model goes through the process anew each time and does not know what had begun when the event came.");
}
