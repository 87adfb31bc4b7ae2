using Mentorship.Flow.Tests.Nodes;

namespace Mentorship.Flow.Tests.Structured;

/// <summary>What an If, a case or a While asks.</summary>
internal sealed record Question(string Script, Func<Told, Place, bool> Holds)
{
    public static Question Plain(bool truth) => new(truth ? "true" : "false", (_, _) => truth);

    public static Question EvenItem { get; } = new("variables.CurrentIndex % 2 === 0", (_, at) => at.Index % 2 == 0);

    public static Question LeftBy(string step, string outcome) => new($"variables.{step} === '{outcome}'", (told, at) =>
    {
        string[] items = at.Prefix.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (int around = items.Length; around >= 0; around--)
            if (told.Left.TryGetValue(string.Concat(items.Take(around).Select(i => i + "/")) + step, out string? left)) return left == outcome;
        return false;
    });

    public static Question Below(string variable, int most) => new($"variables.{variable} < {most}", (_, at) => at[variable] < most);
}

/// <summary>A piece that holds others.</summary>
internal abstract class Holder(string id, params Piece[] held) : Piece(id)
{
    public override IEnumerable<string> Completions => held.SelectMany(p => p.Completions);

    protected IReadOnlyList<Piece> Held => held;

    /// <summary>All at once: done when all are.</summary>
    protected static Ending Together(IEnumerable<Piece> pieces, Told told, Place at)
    {
        List<Ending> endings = [.. pieces.Select(p => p.Run(told, at))];
        foreach (Ending over in endings.Where(e => e.Way is Way.Completed or Way.Broken)) return over;
        return endings.Exists(e => e.Way == Way.Waits) ? Ending.Waits : Ending.Done;
    }

    protected static string List(IEnumerable<Piece> pieces) => string.Join(',', pieces.Select(p => p.Draw()));
}

internal sealed class InOrder(string id, Piece[] parts) : Holder(id, parts)
{
    public override string Draw() => Drawn.Activity(Id, "Elsa.Sequence", $",\"activities\":[{List(Held)}]");

    public override Ending Run(Told told, Place at)
    {
        foreach (Piece part in Held)
            if (part.Run(told, at) is { Way: not Way.Done } ending) return ending;
        return Ending.Done;
    }
}

internal sealed class AllAtOnce(string id, Piece[] parts) : Holder(id, parts)
{
    public override string Draw() => Drawn.Activity(Id, "Elsa.Parallel", $",\"activities\":[{List(Held)}]");
    public override Ending Run(Told told, Place at) => Together(Held, told, at);
}

/// <summary>If, Switch: the pieces whose question holds (the first alone, or all), else the otherwise.</summary>
internal sealed class Choose(string id, bool isIf, bool all, (Question Question, Piece Piece)[] cases, Piece? otherwise)
    : Holder(id, [.. cases.Select(c => c.Piece), .. otherwise is null ? Array.Empty<Piece>() : [otherwise]])
{
    public override string Draw()
    {
        string rest = otherwise is null ? "" : $",\"{(isIf ? "else" : "default")}\":{otherwise.Draw()}";
        if (isIf) return Drawn.Activity(Id, "Elsa.If", $"{Drawn.Input("condition", "JavaScript", cases[0].Question.Script)},\"then\":{cases[0].Piece.Draw()}{rest}");
        IEnumerable<string> drawn = cases.Select((c, i) => $$$"""{"label":"c{{{i}}}","condition":{"type":"JavaScript","value":"{{{c.Question.Script}}}"},"activity":{{{c.Piece.Draw()}}}}""");
        return Drawn.Activity(Id, "Elsa.Switch", $",\"cases\":[{string.Join(',', drawn)}]{Drawn.Input("mode", "Literal", all ? "MatchAny" : "MatchFirst")}{rest}");
    }

    public override Ending Run(Told told, Place at)
    {
        List<Piece> chosen = [.. cases.Where(c => c.Question.Holds(told, at)).Select(c => c.Piece)];
        if (chosen.Count == 0 && otherwise is not null) chosen = [otherwise];
        return Together(all ? chosen : chosen.Take(1), told, at);
    }
}

internal sealed class Repeat(string id, Question question, Piece body) : Holder(id, body)
{
    public override string Draw() => Drawn.Activity(Id, "Elsa.While", $"{Drawn.Input("condition", "JavaScript", question.Script)},\"body\":{Held[0].Draw()}");

    public override Ending Run(Told told, Place at)
    {
        int before = told.Open.Count;
        while (question.Holds(told, at))
        {
            Ending ending = Held[0].Run(told, at);
            if (ending.Way == Way.Broken)
            {
                told.Open.RemoveRange(before, told.Open.Count - before);
                return Ending.Done;
            }
            if (ending.Way != Way.Done) return ending;
        }
        return Ending.Done;
    }
}

/// <summary>Adds one to a variable of a flowchart around.</summary>
internal sealed class AddOne(string id, string variable) : Piece(id)
{
    public override string Draw() => Drawn.Activity(Id, "Elsa.SetVariable", $$""","variable":{"id":"v-{{variable}}","name":"{{variable}}"}{{Drawn.Input("value", "JavaScript", $"variables.{variable} + 1")}}""");

    public override Ending Run(Told told, Place at)
    {
        at[variable]++;
        return Ending.Done;
    }
}

internal sealed class Complete(string id, string outcome) : Piece(id)
{
    public override IReadOnlyList<string> Outcomes => [];
    public override IEnumerable<string> Completions => [outcome];
    public override string Draw() => Drawn.Activity(Id, "Elsa.Complete", Drawn.Input("outcomes", "Literal", outcome));
    public override Ending Run(Told told, Place at) => new(Way.Completed, outcome);
}

internal sealed class Break(string id) : Piece(id)
{
    public override IReadOnlyList<string> Outcomes => [];
    public override string Draw() => Drawn.Activity(Id, "Elsa.Break");
    public override Ending Run(Told told, Place at) => Ending.Broken;
}

internal sealed class InStage(string id, Chart body) : Piece(id)
{
    public override IReadOnlyList<string> Outcomes => body.Outcomes;
    public override string Draw() => Drawn.Activity(Id, "Mentorship.Stage", $",\"body\":{body.Draw()}");
    public override Ending Run(Told told, Place at) => body.Run(told, at);
}

/// <summary>The body once for each item; with a rule of how many are enough, only until so many were left well.</summary>
/// <param name="needed">Null without a rule.</param>
internal sealed class Each(string id, bool together, int items, string drawnItems, string drawnEnough, int? needed, Piece body) : Holder(id, body)
{
    public override IReadOnlyList<string> Outcomes => needed is null ? ["Done"] : ["Done", "NotEnough"];

    public override string Draw() =>
        Drawn.Activity(Id, together ? "Elsa.ParallelForEach" : "Elsa.ForEach", $"{drawnItems}{drawnEnough},\"body\":{body.Draw()}");

    public override Ending Run(Told told, Place at)
    {
        int before = told.Open.Count, done = 0, over = 0;
        Ending? ended = null;
        for (int i = 0; i < items; i++)
        {
            if (!together && (done >= needed || ended is not null)) break;
            Ending ending = body.Run(told, at.At(i, $"и{i}")); // all together: the others had begun when one ended them
            if (ending.Way is Way.Completed or Way.Broken)
            {
                ended ??= ending;
                continue;
            }
            if (ending.Way == Way.Done) over++;
            else if (!together) return Ending.Waits;
            if (ending == new Ending(Way.Done, body.Good)) done++;
        }
        if (ended is { Way: Way.Completed } completed) return completed;
        if (ended is not null || done >= needed)
        {
            told.Open.RemoveRange(before, told.Open.Count - before);
            return ended is null ? Ending.Done : new(Way.Done, Outcomes[^1]);
        }
        return over < items ? Ending.Waits : needed is null || items == 0 ? Ending.Done : new(Way.Done, "NotEnough");
    }
}
