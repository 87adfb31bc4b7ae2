namespace Mentorship.Flow;

/// <summary>A survey whose questions name variables is left once the host has said what its answers came to: nothing of single answers ever comes here.</summary>
internal static class SummingUp
{
    /// <returns>Whether the step waits for the host before it is left.</returns>
    public static bool Holds(Run run, StepState step, StepStatus status, string outcome)
    {
        if (run.Graph.Node(step.NodeId) is not { Kind: NodeKind.Survey } node || SurveyForm.Of(node) is not { } form || form.Fields.Count == 0) return false;
        string wave = step.Occurrences.LastOrDefault(o => o.Status != OccurrenceStatus.Scheduled)?.Key ?? "";
        run.Replace(step.Closed(StepStatus.Preparing, outcome) with { Leaving = status, Trail = step.Trail, Values = step.Values });
        run.Effects.Add(new SumUpSurvey(step.Id, node.Id, wave));
        return true;
    }

    public static FlowRefusal? Told(Run run, SurveySummedUp e)
    {
        if (run.Find(e.Step) is not { IsLive: true, Leaving: { } status, Outcome: { } outcome } step) return Answers.NotOpen(e.Step);
        FlowNode node = run.Graph.Node(step.NodeId);
        foreach (string name in SurveyForm.Of(node)?.Fields ?? [])
            if (e.Values.TryGetValue(name, out object? value)) SetVariableStep.Assign(run, step, node, name, value);
        run.Release(run.Find(e.Step)!, status, outcome);
        return null;
    }
}
