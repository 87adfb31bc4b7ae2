using System.Text.Json;
using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Diagram;

/// <summary>What has changed on the board since the browser was last told; with <see cref="Whole"/>, everything.</summary>
/// <param name="From">The revision on which it builds.</param>
/// <param name="Order">Ids of all steps in their order; null where it stayed.</param>
public sealed record DiagramPatch(
    int From, int Revision, IReadOnlyList<DiagramNode> Nodes, IReadOnlyList<DiagramArrow> Arrows, IReadOnlyList<string> GoneNodes, IReadOnlyList<string> GoneArrows,
    IReadOnlyList<string>? Order, Edit? Settle, DiagramModel? Whole);

/// <summary>Remembers what the browser was told, so that it is told only what is new.</summary>
internal sealed class DiagramTold
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private Dictionary<string, string> _nodes = [], _arrows = [];
    private List<string> _order = [];

    public int Revision { get; private set; }
    public DiagramModel? Model { get; private set; }

    /// <summary>The step from what was told to this model.</summary>
    public DiagramPatch Tell(DiagramModel model)
    {
        Dictionary<string, string> nodes = model.Nodes.ToDictionary(n => n.Id, n => JsonSerializer.Serialize(n, Json), StringComparer.Ordinal);
        Dictionary<string, string> arrows = model.Arrows.ToDictionary(a => a.Id, a => JsonSerializer.Serialize(a, Json), StringComparer.Ordinal);
        List<string> order = [.. model.Nodes.Select(n => n.Id)];
        DiagramPatch patch = new(Revision, Revision + 1,
            [.. model.Nodes.Where(n => _nodes.GetValueOrDefault(n.Id) != nodes[n.Id])], [.. model.Arrows.Where(a => _arrows.GetValueOrDefault(a.Id) != arrows[a.Id])],
            [.. _nodes.Keys.Where(id => !nodes.ContainsKey(id))], [.. _arrows.Keys.Where(id => !arrows.ContainsKey(id))],
            order.SequenceEqual(_order) ? null : order, model.Settle, null);
        (_nodes, _arrows, _order, Model, Revision) = (nodes, arrows, order, model, Revision + 1);
        return patch;
    }

    /// <summary>Everything anew, for a browser that missed something.</summary>
    public DiagramPatch Whole() => new(Revision, Revision, [], [], [], [], null, Model!.Settle, Model);
}
