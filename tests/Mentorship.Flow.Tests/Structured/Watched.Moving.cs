using Mentorship.Flow.Tests.Editing;

namespace Mentorship.Flow.Tests.Structured;

/// <summary>A watched case that goes over to another version.</summary>
internal sealed partial class Watched
{
    /// <summary>Goes over to a random newer version, or says why not.</summary>
    public bool GoOver()
    {
        ProcessDefinition next = AnyRevision.Of(_random, Host.Graph.Definition, [.. Host.State.OpenSteps.Select(s => s.NodeId)]);
        FlowGraph old = Host.Graph;
        FlowState before = Host.State;
        string written = FlowStateJson.Write(before);
        FlowResult dry = FlowEngine.Move(old, FlowGraph.From(next), FlowStateJson.Read(written), Host.Now);
        if (dry.Refusal is not null)
        {
            Assert.Equal(written, FlowStateJson.Write(dry.State));
            Assert.Empty(dry.Effects);
            Assert.All(dry.Reasons, r => Assert.True(before.Steps.Any(s => s.IsLive && s.NodeId == r.NodeId) || before.Waiting.Any(w => w.NodeId == r.NodeId), $"{r.NodeId} is in nobody's way."));
            return false;
        }
        foreach (StepState step in before.OpenSteps.Where(s => Same(old.Definition.Find(s.NodeId), next.Find(s.NodeId))))
            if (dry.State.Step(step.Id) is { IsLive: true } after) Untouched(step, after, dry);
            else Assert.True(dry.Trace.Any(t => t.Step == step.Id && t.Kind is TraceKind.Withdrawn or TraceKind.Left), $"{step.Id} is lost.");
        Host.Move(next);
        Assert.Equal(dry.Effects.Select(e => (e.GetType(), e.Step)), Host.Effects.Skip(_ledger.Seen).Take(dry.Effects.Count).Select(e => (e.GetType(), e.Step)));
        _recent = [];
        _ledger.Read();
        Check(new CaseResumed(Host.Now));
        return true;
    }

    /// <summary>Who is asked, what was answered and what is still to come stays as it was, and nobody is told anything.</summary>
    private static void Untouched(StepState before, StepState after, FlowResult dry)
    {
        Assert.Equal(before.Participants, after.Participants);
        Assert.Equal(before.Votes, after.Votes);
        Assert.Equal(before.Occurrences.Select(o => (o.Key, o.OpensAt, o.DueAt, o.ClosesAt, o.Status)), after.Occurrences.Select(o => (o.Key, o.OpensAt, o.DueAt, o.ClosesAt, o.Status)));
        Assert.Equal(before.Values.OrderBy(v => v.Key).Select(v => (v.Key, v.Value?.ToString())), after.Values.OrderBy(v => v.Key).Select(v => (v.Key, v.Value?.ToString())));
        Assert.Equal((before.Status, before.EventAt, before.ScheduleKind, before.Round), (after.Status, after.EventAt, after.ScheduleKind, after.Round));
        Assert.DoesNotContain(dry.Effects, e => e.Step == before.Id);
    }

    private static bool Same(Activity? one, Activity? other) => one is not null && other is not null && one.Json.GetRawText() == other.Json.GetRawText();
}
