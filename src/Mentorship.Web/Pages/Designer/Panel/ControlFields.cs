using Mentorship.Flow;
using Shape = Mentorship.Web.Pages.Designer.Panel.FieldShape;

namespace Mentorship.Web.Pages.Designer.Panel;

/// <summary>The settings of steps that lead the process: what is chosen, repeated, waited for, started, written down.</summary>
internal static class ControlFields
{
    public static IEnumerable<FieldGroup> Of(FlowNode node) => node.Kind switch
    {
        NodeKind.Choice when node.Type == "Elsa.FlowSwitch" => OfSwitch(),
        NodeKind.Switch => OfSwitch(),
        NodeKind.Choice or NodeKind.If or NodeKind.While => [new(DesignerTexts.GroupCondition, true, [new("condition", Shape.Condition, DesignerTexts.Condition)])],
        NodeKind.Parallel => [new(DesignerTexts.GroupBranches, true, [new("branches", Shape.Names, DesignerTexts.Branches) { Hint = DesignerTexts.BranchesHint }])],
        NodeKind.Join => [new(DesignerTexts.GroupJoin, true, [new("mode", Shape.Choice, DesignerTexts.JoinMode) { Choices = JoinModes, Unset = DesignerTexts.JoinUsual }])],
        NodeKind.ForEach => OfLoop(),
        NodeKind.RunProcess => OfRun(node.Type),
        NodeKind.Wait => [new(DesignerTexts.GroupWhen, true, [OfWait(node)])],
        NodeKind.Complete => [new(DesignerTexts.GroupOutcomes, true, [new("outcomes", Shape.Names, DesignerTexts.CompleteOutcomes) { Hint = DesignerTexts.CompleteOutcomesHint }])],
        NodeKind.SetVariable => [new(DesignerTexts.GroupValue, true, [new("variable", Shape.Variable, DesignerTexts.SetWhich), new("value", Shape.Value, DesignerTexts.SetTo)])],
        NodeKind.SetName => [new(DesignerTexts.GroupValue, true, [new("value", Shape.Value, DesignerTexts.CaseNameSaid) { Hint = DesignerTexts.CaseNameHint }])],
        NodeKind.WriteLine => [new(DesignerTexts.GroupValue, true, [new("text", Shape.Value, DesignerTexts.LineSaid) { Several = true, Hint = DesignerTexts.LineHint }])],
        NodeKind.Correlate => [new(DesignerTexts.GroupValue, true, [new("correlationId", Shape.Value, DesignerTexts.Mark) { Hint = DesignerTexts.MarkHint }])],
        NodeKind.PublishEvent => [new(DesignerTexts.GroupEvent, true, [new("eventName", Shape.Value, DesignerTexts.EventTold) { Hint = DesignerTexts.EventToldHint }, new("correlationId", Shape.Value, DesignerTexts.EventFor) { Hint = DesignerTexts.EventForHint }])],
        NodeKind.Fault => [new(DesignerTexts.GroupMail, true, [new("message", Shape.Lines, DesignerTexts.FaultMessage)])],
        _ => [],
    };

    private static IEnumerable<FieldGroup> OfSwitch() =>
        [new(DesignerTexts.GroupCases, true, [new("mode", Shape.Choice, DesignerTexts.CasesMode) { Choices = [("MatchFirst", DesignerTexts.CasesFirst), ("MatchAny", DesignerTexts.CasesAll)], Unset = DesignerTexts.CasesUsual }, new("cases", Shape.Cases, DesignerTexts.GroupCases)])];

    private static IEnumerable<FieldGroup> OfLoop() =>
        [new(DesignerTexts.GroupItems, true, [new("items", Shape.Items, DesignerTexts.Items)]), new(DesignerTexts.GroupEnough, false, [new("enough", Shape.Enough, DesignerTexts.EnoughOfLoop) { Hint = DesignerTexts.EnoughOfLoopHint, Unset = DesignerTexts.EnoughOfLoopUnset }])];

    private static IEnumerable<FieldGroup> OfRun(string type) =>
    [
        new(DesignerTexts.GroupRun, true,
        [
            new("workflowDefinitionId", Shape.Process, DesignerTexts.RunWhich),
            new("waitForCompletion", Shape.Choice, DesignerTexts.RunWaits) { Choices = [("true", DesignerTexts.RunWaitsYes), ("false", DesignerTexts.RunWaitsNo)], Unset = type == "Elsa.ExecuteWorkflow" ? DesignerTexts.RunWaitsYes : DesignerTexts.RunWaitsNo },
        ]),
        new(DesignerTexts.GroupGiven, true, [new("input", Shape.Given, DesignerTexts.Given)]),
        .. type == "Elsa.ExecuteWorkflow" ? new FieldGroup[] { new(DesignerTexts.GroupTaken, true, [new("outputs", Shape.Taken, DesignerTexts.TakenBack)]) } : [],
        new(DesignerTexts.GroupMark, false, [new("correlationId", Shape.Value, DesignerTexts.Mark) { Hint = DesignerTexts.RunMarkHint }]),
    ];

    private static StepField OfWait(FlowNode node) => node.Type switch
    {
        "Elsa.Delay" => new("timeSpan", Shape.Span, DesignerTexts.Span),
        "Elsa.Timer" => new("interval", Shape.Span, DesignerTexts.Span),
        "Elsa.Cron" => new("cronExpression", Shape.Timetable, DesignerTexts.TimetableWhen),
        "Elsa.StartAt" => new("dateTime", Shape.Moment, DesignerTexts.Moment),
        _ => new("eventName", Shape.Line, DesignerTexts.EventName),
    };

    private static (string, string)[] JoinModes => [("WaitAll", DesignerTexts.JoinAll), ("WaitAllActive", DesignerTexts.JoinActive), ("WaitAny", DesignerTexts.JoinAny)];
}
