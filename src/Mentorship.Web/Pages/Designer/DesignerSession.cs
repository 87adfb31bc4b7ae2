using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer;

/// <summary>
/// One open designer: the definition as it stands, every edit that led there, what is selected and what is wrong. All views of the page
/// share it, so that they show the same and one undo goes over all of them.
/// </summary>
public sealed class DesignerSession
{
    private readonly Stack<Past> _done = [];
    private readonly Stack<Past> _undone = [];
    private CheckContext _check;
    private FlowGraph? _graph;
    private IReadOnlyList<Problem>? _problems;

    public DesignerSession(ProcessDefinition definition, CheckContext? check = null)
    {
        Definition = definition;
        _check = check ?? new CheckContext();
    }

    public ProcessDefinition Definition { get; private set; }

    /// <summary>The definition made ready to look at: kinds, outcomes, what leads where.</summary>
    public FlowGraph Graph => _graph ??= FlowGraph.From(Definition);

    /// <summary>Ids of the selected steps, the one that the panel shows first; kept when another view is chosen.</summary>
    public IReadOnlyList<string> Selection { get; private set; } = [];

    /// <summary>The one selected step; null when none or several are selected.</summary>
    public FlowNode? Selected => Selection is [string id] ? Graph.Find(id) : null;

    public IReadOnlyList<Problem> Problems => _problems ??= GraphChecker.Check(Graph, _check);

    /// <summary>Why nothing can be changed now, as while somebody else edits the draft; null when it can.</summary>
    public string? Locked { get; private set; }

    /// <summary>Grows with every change of the definition, undoing included.</summary>
    public long Changes { get; private set; }

    public bool CanUndo => Locked is null && _done.Count > 0;
    public bool CanRedo => Locked is null && _undone.Count > 0;

    /// <summary>After every change of the definition, the selection or the problems.</summary>
    public event Action? Changed;

    /// <summary>Changes the definition, or says why not; an edit that changes nothing leaves no trace. What came into being is selected.</summary>
    public Edited Apply(Edit edit)
    {
        if (Locked is not null) return new Edited(null, null, [], new FlowRefusal("Locked", Locked));
        Edited edited = edit.Apply(Definition);
        if (edited.Refusal is not null || edited.Inverse is ReplaceParts { Parts.Count: 0 }) return edited;
        _done.Push(new Past(edited.Inverse!, Selection));
        _undone.Clear();
        Become(edited.Definition!, edited.Made.Count > 0 ? edited.Made : Selection);
        return edited;
    }

    /// <summary>Takes the last change back and selects what was selected before it.</summary>
    public void Undo()
    {
        if (CanUndo) Go(_done, _undone);
    }

    /// <summary>Makes the change again that was taken back last.</summary>
    public void Redo()
    {
        if (CanRedo) Go(_undone, _done);
    }

    /// <summary>Selects steps; ids that are not there are left out.</summary>
    public void Select(params IReadOnlyList<string> ids)
    {
        List<string> there = There(ids);
        if (there.SequenceEqual(Selection, StringComparer.Ordinal)) return;
        Selection = there;
        Changed?.Invoke();
    }

    /// <summary>Forbids changes with a sentence, or allows them again.</summary>
    public void Lock(string? why)
    {
        if (Locked == why) return;
        Locked = why;
        Changed?.Invoke();
    }

    /// <summary>The institution has changed, by people or dates: the problems are looked for anew.</summary>
    public void Check(CheckContext check)
    {
        (_check, _problems) = (check, null);
        Changed?.Invoke();
    }

    /// <summary>Another state of the draft takes this one's place, as when two editors were merged; there is nothing to undo beyond it.</summary>
    public void Reopen(ProcessDefinition definition)
    {
        _done.Clear();
        _undone.Clear();
        Become(definition, Selection);
    }

    private void Go(Stack<Past> from, Stack<Past> to)
    {
        Past past = from.Pop();
        Edited edited = past.Inverse.Apply(Definition);
        if (edited.Definition is null) throw new InvalidOperationException($"The history does not fit the definition: {edited.Refusal!.Message}");
        to.Push(new Past(edited.Inverse!, Selection));
        Become(edited.Definition, past.Selection);
    }

    private void Become(ProcessDefinition definition, IReadOnlyList<string> selection)
    {
        (Definition, _graph, _problems) = (definition, null, null);
        Changes++;
        Selection = There(selection);
        Changed?.Invoke();
    }

    private List<string> There(IReadOnlyList<string> ids) => [.. ids.Distinct(StringComparer.Ordinal).Where(id => Graph.Find(id) is not null)];

    /// <summary>The way back over one change, and what was selected before it.</summary>
    private sealed record Past(Edit Inverse, IReadOnlyList<string> Selection);
}
