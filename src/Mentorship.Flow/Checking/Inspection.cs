namespace Mentorship.Flow;

/// <summary>What the checker may ask of the institution; whatever is null is not checked.</summary>
public sealed record CheckContext
{
    /// <summary>Whether somebody holds the role of that code.</summary>
    public Func<string, bool>? IsRoleHeld { get; init; }

    /// <summary>How many people a list of roles, people and bodies means today; null where that is not known before the case runs.</summary>
    public Func<string, int?>? CountPeople { get; init; }

    /// <summary>The same where the members of a body are asked each for himself.</summary>
    public Func<string, int?>? CountOneByOne { get; init; }

    /// <summary>Whether the institution has a process of that key or definition id.</summary>
    public Func<string, bool>? IsProcessKnown { get; init; }

    /// <summary>Names of the variables and inputs of another process, by its key or definition id; null where it is not known.</summary>
    public Func<string, IReadOnlySet<string>?>? VariablesOf { get; init; }

    /// <summary>The key by which the institution knows the process that is looked at.</summary>
    public string? Key { get; init; }

    /// <summary>Whether the institution has a template of documents of that code.</summary>
    public Func<string, bool>? IsTemplateKnown { get; init; }

    /// <summary>Kinds of document that are written by a template.</summary>
    public IReadOnlySet<string> TemplateKinds { get; init; } = new HashSet<string>();

    /// <summary>Whether the process runs as the route of a document; null where that is not known.</summary>
    public bool? HasDocument { get; init; }

    /// <summary>A Russian sentence when the deadline text lies outside the programme; null when it is in order.</summary>
    public Func<string, string?>? DeadlineDoubt { get; init; }

    /// <summary>Kinds of document that assign pairs, and kinds that are consents: the first must not come before the second.</summary>
    public IReadOnlySet<string> PairOrderKinds { get; init; } = new HashSet<string>();

    /// <inheritdoc cref="PairOrderKinds"/>
    public IReadOnlySet<string> ConsentKinds { get; init; } = new HashSet<string>();
}

/// <summary>One look over a definition: collects what is found.</summary>
internal sealed class Inspection(CheckContext context, FlowGraph graph)
{
    private const int MostTold = 1000;

    private readonly int[] _told = new int[2];

    public CheckContext Context => context;

    public FlowGraph Graph => graph;

    public ProcessDefinition Definition => graph.Definition;

    /// <summary>Which steps wait for nobody.</summary>
    public Passing Passing { get; } = new(graph);

    /// <summary>Somewhere the whole case may be ended.</summary>
    public bool CanFinish { get; } = graph.Nodes.Any(n => n.Kind == NodeKind.Finish);

    public List<Problem> Problems { get; } = [];

    /// <summary>Names that expressions see everywhere: variables and inputs of the process, ids of its steps.</summary>
    public IReadOnlySet<string> Variables { get; } =
        graph.Definition.Variables.Concat(graph.Definition.Inputs).Select(v => v.Name).Concat(graph.Nodes.Select(n => n.Id)).ToHashSet(StringComparer.Ordinal);

    public void Error(string code, FlowNode node, string message) => Add(new(code, Severity.Error, node.Activity.Id, message));

    public void Warning(string code, FlowNode node, string message) => Add(new(code, Severity.Warning, node.Activity.Id, message));

    /// <summary>The process that is looked at is known by that key or definition id.</summary>
    public bool IsItself(string process) => process.Trim() is { Length: > 0 } named && (named == graph.Definition.DefinitionId || named == context.Key);

    /// <summary>Nobody reads thousands: the first of each severity are told, and that there are more.</summary>
    private void Add(Problem problem)
    {
        if (++_told[(int)problem.Severity] < MostTold) Problems.Add(problem);
        else if (_told[(int)problem.Severity] == MostTold)
            Problems.Add(problem with { Code = "AndMore", NodeId = null, Message = "Это не все замечания. Исправьте найденное и проверьте процесс ещё раз." });
    }

    /// <summary>How many will be asked: as the institution counts them, else those named one by one; null when it cannot be said.</summary>
    /// <param name="oneByOne">The members of a body, each for himself.</param>
    public int? CountPeople(string? people, bool oneByOne)
    {
        if ((oneByOne ? context.CountOneByOne ?? context.CountPeople : context.CountPeople) is { } count) return count(people ?? "");
        string[] named = [.. (people ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        return named.Length > 0 && named.All(n => n.StartsWith("person:", StringComparison.Ordinal)) ? named.Length : null;
    }

    /// <summary>Somebody must be named, and every role must be held.</summary>
    public void People(FlowNode node, string? people)
    {
        string[] named = (people ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (named.Length == 0)
            Warning("NobodyNamed", node, $"У шага «{node.Name}» не указано, кому он поручен. Выберите роль или человека.");
        foreach (string role in named.Where(n => n.StartsWith("role:", StringComparison.Ordinal)).Select(n => n[5..]))
            if (context.IsRoleHeld is { } held && !held(role))
                Error("RoleNobodyHolds", node, $"Шаг «{node.Name}» поручен роли «{role}», но её сейчас никто не исполняет. Назначьте человека на роль или выберите другую.");
    }
}
