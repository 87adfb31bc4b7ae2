namespace Mentorship.Flow.Tests.Nestings;

/// <summary>Random nestings of sequence, parallel, alternative, loop, loop round a fork and stage.</summary>
internal sealed class RandomNesting(Random random)
{
    private int _count;
    private readonly HashSet<string> _checks = [];
    private readonly HashSet<string> _choices = [];

    public static (Nesting Model, ProcessDefinition Definition, RandomNesting Source) Make(Random random)
    {
        RandomNesting source = new(random);
        Nesting model = new Row([source.Piece(random.Next(2, 5)), new Leaf("last")]);
        ProcessDefinition definition = Some.Process(root =>
        {
            root.Add("Elsa.Start", "start", "Начало");
            (string entry, List<(string Step, string Outcome)> exits) = model.Draw(root);
            root.Add("Elsa.End", "end", "Конец");
            root.Connect("start", entry);
            foreach ((string step, string outcome) in exits) root.Connect(step, "end", outcome);
        });
        return (model, definition, source);
    }

    /// <summary>Any outcome that the step may have; loops come to an end.</summary>
    public string Outcome(string step, int decided) =>
        _checks.Contains(step) ? decided < 150 && random.Next(5) < 2 ? "Returned" : "Approved"
        : _choices.Contains(step) && random.Next(2) == 0 ? "Rejected" : "Approved";

    private Nesting Piece(int depth)
    {
        string id = $"s{++_count}";
        switch (depth == 0 ? 0 : random.Next(8))
        {
            case 1 or 2:
                return new Row([.. Pieces(depth, random.Next(1, 4))]);
            case 3 or 4:
                return new Together(id, [.. Pieces(depth, random.Next(2, 4))], joins: random.Next(3) > 0);
            case 5:
                _choices.Add(id);
                return new Either(id, Piece(depth - 1), random.Next(3) == 0 ? null : Piece(depth - 1));
            case 6:
                _checks.Add(id);
                return new Again(id, random.Next(2) == 0 ? Piece(depth - 1) : new Together(id + "-fork", [.. Pieces(depth, 2)], joins: random.Next(2) == 0));
            case 7 when random.Next(2) == 0:
                return new Inside(id, new Row([Piece(depth - 1), new Leaf(id + "-last")]));
            default:
                return new Leaf(id);
        }
    }

    private IEnumerable<Nesting> Pieces(int depth, int count) => Enumerable.Range(0, count).Select(_ => Piece(depth - 1));
}
