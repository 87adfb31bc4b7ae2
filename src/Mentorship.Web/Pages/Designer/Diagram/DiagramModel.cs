using Mentorship.Flow;
using Mentorship.Web.Parts;

namespace Mentorship.Web.Pages.Designer.Diagram;

/// <summary>A process as the board draws it: steps with places and words, arrows, nothing that only the engine needs.</summary>
/// <param name="Root">The id by which edits name the outermost flowchart.</param>
/// <param name="Nodes">In the order in which the process goes, each stage before what it holds.</param>
/// <param name="Settle">Where the places are only worked out for the eye: the edit that makes them true, to go before the first one that places anything.</param>
public sealed record DiagramModel(string Root, bool ReadOnly, IReadOnlyList<DiagramNode> Nodes, IReadOnlyList<DiagramArrow> Arrows, Edit? Settle)
{
    public IReadOnlyList<DiagramKind> Palette => DiagramWords.Palette;
}

/// <param name="Sub">Who and until when, in one line.</param>
/// <param name="X">In the coordinates of what holds it, as the definition keeps them.</param>
/// <param name="Parent">The stage that holds it; null for the outermost flowchart.</param>
/// <param name="Good">The outcome of work well done: by it a gesture goes on, as the edit will.</param>
/// <param name="Holds">It holds steps and can be folded.</param>
/// <param name="Tone">Of its state in a running programme: ok, wait, late, info or plain.</param>
/// <param name="Mark">«error» or «warning» where the checker found something.</param>
/// <param name="Status">The state in words.</param>
/// <param name="Label">Everything in one sentence, for those who hear the page.</param>
/// <param name="Linkable">Arrows may begin and end at it: it stands in a flowchart and not in a sequence.</param>
public sealed record DiagramNode(
    string Id, string Type, string Kind, string Number, string Title, string Sub, double X, double Y, double W, double H, string? Parent,
    IReadOnlyList<DiagramOutcome> Outcomes, string Good, bool Holds, bool Folded, string Tone, string Mark, string Status, string Label, bool Removable, bool Linkable);

/// <param name="Name">As the definition keeps it.</param>
/// <param name="Label">In Russian.</param>
public sealed record DiagramOutcome(string Name, string Label);

/// <param name="Label">Empty where the outcome goes without saying.</param>
/// <param name="Fixed">Of a sequence: it follows the order of the steps and is not drawn by hand.</param>
public sealed record DiagramArrow(string Id, string Source, string Outcome, string Target, string Label, IReadOnlyList<Position> Vertices, bool Back, bool Fixed);

/// <summary>A kind of step that can be added.</summary>
/// <param name="About">One line that says what it is for.</param>
/// <param name="Good">The outcome of work well done.</param>
public sealed record DiagramKind(string Type, string Kind, string Name, string About, IReadOnlyList<DiagramOutcome> Outcomes, string Good);

/// <summary>What the drawing knows beyond the definition.</summary>
/// <param name="Who">Words for the people whom a step names: <c>role:curator, person:…</c>.</param>
/// <param name="Problems">What the checker found.</param>
/// <param name="Standings">How the steps of a running programme stand; null in the designer. With it the diagram is read only.</param>
public sealed record DiagramSurroundings(Func<string, string> Who, IReadOnlyList<Problem> Problems, IReadOnlyDictionary<string, DiagramStanding>? Standings = null);

/// <param name="Text">«ждёт Иванову А. П. с 3 октября».</param>
public sealed record DiagramStanding(Tone Tone, string Text);

/// <summary>What became of a gesture.</summary>
/// <param name="Model">The process as it stands now, whether changed or not.</param>
/// <param name="Refusal">Why it was not made, with what to do instead.</param>
/// <param name="Made">Ids of steps that came into being.</param>
public sealed record DiagramAnswer(DiagramModel Model, string? Refusal = null, IReadOnlyList<string>? Made = null);
