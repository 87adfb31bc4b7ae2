namespace Mentorship.Flow;

/// <summary>A definition made ready to run: steps by id, arrows, and what leads where. Immutable, to be kept and shared by all cases of a version.</summary>
public sealed class FlowGraph
{
    private readonly Dictionary<string, FlowNode> _byId = new(StringComparer.Ordinal);
    private readonly List<FlowNode> _nodes = [];
    private readonly Dictionary<string, List<FlowNode>> _waitingFor = new(StringComparer.Ordinal);
    private readonly bool _foreignAsApproval;
    private bool? _writesPapers;

    private FlowGraph(ProcessDefinition definition, bool foreignAsApproval)
    {
        Definition = definition;
        _foreignAsApproval = foreignAsApproval;
        FlowNode root = Compile(definition.Root, null);
        Outermost = new FlowScope(null, [root], [], [0]);
        foreach (FlowNode node in _nodes)
            if (AfterEvent.Of(node)?.Step is { } awaited) (_waitingFor.TryGetValue(awaited, out List<FlowNode>? waiting) ? waiting : _waitingFor[awaited] = []).Add(node);
        Connections = [.. _nodes.Where(n => n.Inner is not null).SelectMany(ConnectionsOf)];
    }

    /// <param name="foreignAsApproval">Steps of a foreign type run as an approval, to try a process out; otherwise they are held for attention.</param>
    public static FlowGraph From(ProcessDefinition definition, bool foreignAsApproval = false) => new(definition, foreignAsApproval);

    public ProcessDefinition Definition { get; }

    /// <summary>Every step, each container before what it holds.</summary>
    public IReadOnlyList<FlowNode> Nodes => _nodes;

    public IReadOnlyList<FlowConnection> Connections { get; }

    internal bool WritesPapers => _writesPapers ??= _nodes.Exists(n => Papers.TemplateOf(n) is not null);

    /// <summary>The step of that id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public FlowNode Node(string id) => _byId.TryGetValue(id, out FlowNode? node) ? node : throw new KeyNotFoundException($"No node '{id}' in '{Definition.Name}'.");

    /// <summary>The step of that id, or null.</summary>
    public FlowNode? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>A scope that holds just the root, so that the root is a step as any other.</summary>
    internal FlowScope Outermost { get; }

    /// <summary>The steps whose days are counted from the leaving of that one.</summary>
    internal IReadOnlyList<FlowNode> WaitingFor(string id) => _waitingFor.TryGetValue(id, out List<FlowNode>? waiting) ? waiting : [];

    private FlowNode Compile(Activity activity, FlowNode? parent)
    {
        string id = activity.Id;
        while (_byId.ContainsKey(id)) id = $"{activity.Id}~{_nodes.Count}"; // a second one of the same id is the checker's to report
        FlowNode node = new(activity, NodeCatalog.For(activity.Type, _foreignAsApproval), parent, id);
        _nodes.Add(node);
        _byId.Add(id, node);
        if (node.Behaviour is not ContainerStep container) return node;
        FlowNode[] inner = [.. container.ChildrenOf(activity).Select(child => Compile(child, node))];
        node.Inner = container.Wire(node, inner);
        return node;
    }

    private static IEnumerable<FlowConnection> ConnectionsOf(FlowNode container) =>
        container.Inner!.Arrows.Select(a => new FlowConnection(container.Id, container.Inner.Nodes[a.Source].Id, a.Outcome ?? "Done", container.Inner.Nodes[a.Target].Id, a.LoopsBack));
}
