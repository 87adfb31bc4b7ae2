using Mentorship.Flow;
using Mentorship.Web.Pages.Designer.Diagram;

namespace Mentorship.Web.Tests.Pages.Designer.Diagram;

/// <summary>A draft in memory, with the history that a page keeps. Browsers of one site look at the same one.</summary>
public sealed class Draft(ProcessDefinition definition, DiagramSurroundings? around = null)
{
    private readonly Stack<Edit> _undo = new(), _redo = new();
    private readonly Lock _guard = new();

    public ProcessDefinition Definition { get; private set; } = definition;

    /// <summary>Every edit that came, made or refused, in its order.</summary>
    public List<Edit> Came { get; } = [];

    public List<string> Opened { get; } = [];
    public IReadOnlyList<string> Selected { get; set; } = [];

    public DiagramModel Model { get; private set; } = DiagramDrafting.Draw(definition, around ?? Nobody);

    public event Action? Changed;

    private static DiagramSurroundings Nobody { get; } = new(who => who, []);

    public bool CanUndo => _undo.Count > 0;
    public bool CanRedo => _redo.Count > 0;

    public bool IsLookedAt => around?.Standings is not null;

    public DiagramAnswer Do(Edit edit)
    {
        lock (_guard)
        {
            Came.Add(edit);
            Edited done = edit.Apply(Definition);
            if (done.Definition is null) return new DiagramAnswer(Model, done.Refusal!.Message);
            _undo.Push(done.Inverse!);
            _redo.Clear();
            return Take(done);
        }
    }

    public DiagramAnswer Undo() => Travel(_undo, _redo);

    public DiagramAnswer Redo() => Travel(_redo, _undo);

    /// <summary>As if somebody else had changed it in another view.</summary>
    public void ChangeElsewhere(Edit edit)
    {
        Do(edit);
        Changed?.Invoke();
    }

    private DiagramAnswer Travel(Stack<Edit> from, Stack<Edit> to)
    {
        lock (_guard)
        {
            if (!from.TryPop(out Edit? edit)) return new DiagramAnswer(Model, "Отменять больше нечего.");
            Edited done = edit.Apply(Definition);
            to.Push(done.Inverse!);
            return Take(done);
        }
    }

    private DiagramAnswer Take(Edited done)
    {
        Definition = done.Definition!;
        Model = DiagramDrafting.Draw(Definition, around ?? Nobody);
        return new DiagramAnswer(Model, null, done.Made);
    }
}
