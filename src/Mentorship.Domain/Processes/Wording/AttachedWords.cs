using Mentorship.Domain.Processes.Viewing;
using Mentorship.Flow;

namespace Mentorship.Domain.Processes.Wording;

/// <summary>What goes with a mail, in words.</summary>
public static class AttachedWords
{
    public static string Of(string name, FlowGraph graph) => name switch
    {
        Attached.Document => "документ дела",
        Attached.Register => "его реестр",
        _ when graph.Find(name) is { } step => SentenceView.Quote(step.Name),
        _ => "то, чего в процессе нет",
    };
}
