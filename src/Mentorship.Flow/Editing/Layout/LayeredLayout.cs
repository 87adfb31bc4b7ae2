namespace Mentorship.Flow;

/// <summary>
/// Lays boxes out in columns from left to right. A long arrow gets a lane of its own through the columns that it passes, one that leads back runs
/// below everything: so boxes never lie on each other and no arrow runs over one. The same drawing always comes out.
/// </summary>
internal sealed class LayeredLayout
{
    /// <summary>Wide enough for the words of an arrow.</summary>
    private const double ColumnGap = 120;
    private const double RowGap = 28;
    private const double LaneHeight = 16;
    private const double BackLane = 24;

    private readonly record struct Cell(double Width, double Height, int Column);

    private readonly List<Cell> _cells = [];
    private readonly List<(int From, int To)> _links = [];
    private readonly IReadOnlyList<(int From, int To)> _arrows;
    private readonly Layers _layers;
    private readonly List<int>[] _lanes;
    private readonly double[] _left, _width;
    private readonly double[] _top;

    public LayeredLayout(IReadOnlyList<(double Width, double Height)> boxes, IReadOnlyList<(int From, int To)> arrows, int start)
    {
        _arrows = arrows;
        _layers = new Layers(boxes.Count, arrows, start);
        for (int i = 0; i < boxes.Count; i++) _cells.Add(new Cell(boxes[i].Width, boxes[i].Height, _layers.Of[i]));
        _lanes = [.. Enumerable.Range(0, arrows.Count).Select(LanesOf)];
        int columns = _cells.Count == 0 ? 0 : _cells.Max(c => c.Column) + 1;
        List<int>[] order = Order(columns);
        (_left, _width) = Across(columns);
        _top = Down(order);
        for (int i = 0; i < boxes.Count; i++) Places.Add(new Position(_left[_cells[i].Column], _top[i]));
        Width = columns == 0 ? 0 : _left[^1] + _width[^1];
        double bottom = _cells.Count == 0 ? 0 : Enumerable.Range(0, _cells.Count).Max(i => _top[i] + _cells[i].Height);
        int back = 0;
        for (int a = 0; a < arrows.Count; a++) Bends.Add(_layers.LeadsBack[a] ? Back(a, bottom + BackLane * ++back) : Forward(a));
        Height = bottom + BackLane * back;
    }

    /// <summary>The upper left corner of each box.</summary>
    public List<Position> Places { get; } = [];

    /// <summary>Where each arrow bends.</summary>
    public List<IReadOnlyList<Position>> Bends { get; } = [];
    public double Width { get; }
    public double Height { get; }

    private List<int> LanesOf(int arrow)
    {
        List<int> lanes = [];
        (int from, int to) = _arrows[arrow];
        if (_layers.LeadsBack[arrow]) return lanes;
        int before = from;
        for (int column = _layers.Of[from] + 1; column < _layers.Of[to]; column++)
        {
            _cells.Add(new Cell(0, LaneHeight, column));
            lanes.Add(_cells.Count - 1);
            _links.Add((before, _cells.Count - 1));
            before = _cells.Count - 1;
        }
        _links.Add((before, to));
        return lanes;
    }

    /// <summary>Cells of each column in an order with few crossings: each goes to the middle of its neighbours, a few times to and fro.</summary>
    private List<int>[] Order(int columns)
    {
        List<int>[] order = [.. Enumerable.Range(0, columns).Select(c => Enumerable.Range(0, _cells.Count).Where(i => _cells[i].Column == c).ToList())];
        ILookup<int, int> before = _links.ToLookup(l => l.To, l => l.From), after = _links.ToLookup(l => l.From, l => l.To);
        double[] rank = new double[_cells.Count];
        foreach (List<int> column in order) Rank(column, rank);
        for (int sweep = 0; sweep < 6; sweep++)
            foreach (int c in sweep % 2 == 0 ? Enumerable.Range(0, columns) : Enumerable.Range(0, columns).Reverse())
            {
                ILookup<int, int> toward = sweep % 2 == 0 ? before : after;
                order[c] = [.. order[c].OrderBy(i => toward[i].Any() ? toward[i].Average(n => rank[n]) : rank[i])];
                Rank(order[c], rank);
            }
        return order;
    }

    private static void Rank(List<int> column, double[] rank)
    {
        for (int place = 0; place < column.Count; place++) rank[column[place]] = (place + 0.5) / column.Count;
    }

    private (double[] Left, double[] Width) Across(int columns)
    {
        double[] left = new double[columns], width = new double[columns];
        for (int c = 0; c < columns; c++)
        {
            width[c] = _cells.Where(cell => cell.Column == c).Max(cell => cell.Width);
            left[c] = c == 0 ? 0 : left[c - 1] + width[c - 1] + ColumnGap;
        }
        return (left, width);
    }

    /// <summary>Each cell stands as near to the middle of what leads to it as those above it allow; the column as a whole is balanced.</summary>
    private double[] Down(List<int>[] order)
    {
        double[] top = new double[_cells.Count];
        ILookup<int, int> before = _links.ToLookup(l => l.To, l => l.From);
        foreach (List<int> column in order)
        {
            double free = double.NegativeInfinity, off = 0;
            foreach (int cell in column)
            {
                double wanted = before[cell].Any() ? before[cell].Average(b => top[b] + _cells[b].Height / 2) - _cells[cell].Height / 2 : Math.Max(free, 0);
                top[cell] = Math.Round(Math.Max(free, wanted));
                off += top[cell] - wanted;
                free = top[cell] + _cells[cell].Height + RowGap;
            }
            foreach (int cell in column) top[cell] -= Math.Round(off / column.Count);
        }
        double highest = top.Length == 0 ? 0 : top.Min();
        for (int i = 0; i < top.Length; i++) top[i] -= highest;
        return top;
    }

    private double Middle(int cell) => _top[cell] + _cells[cell].Height / 2;

    private double RightOf(int column) => _left[column] + _width[column];

    /// <summary>Level through its lanes; level first where its column is wider than the step.</summary>
    private List<Position> Forward(int arrow)
    {
        (int from, int to) = _arrows[arrow];
        int column = _cells[from].Column;
        List<Position> bends = [];
        if (_cells[from].Width < _width[column] && Middle(from) != Middle(_lanes[arrow].Count > 0 ? _lanes[arrow][0] : to)) bends.Add(new Position(RightOf(column), Middle(from)));
        foreach (int lane in _lanes[arrow])
        {
            bends.Add(new Position(_left[_cells[lane].Column], Middle(lane)));
            bends.Add(new Position(RightOf(_cells[lane].Column), Middle(lane)));
        }
        return bends;
    }

    /// <summary>Out to the right, below everything, and in again from the left.</summary>
    private List<Position> Back(int arrow, double lane)
    {
        (int from, int to) = _arrows[arrow];
        double right = RightOf(_cells[from].Column) + ColumnGap / 4, left = _left[_cells[to].Column] - ColumnGap / 4;
        return [new(right, Middle(from)), new(right, lane), new(left, lane), new(left, Middle(to))];
    }
}
