using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Checking;

/// <summary>What can be offered for each problem of the checker. Only edits that can be made now are offered.</summary>
public static class Fixes
{
    public static IReadOnlyList<Fix> Of(Problem problem, DesignerSession session)
    {
        if (problem.NodeId is not { } id || session.Graph.Find(id) is not { } node) return [];
        return [.. For(problem, node, session.Graph).Where(fix => fix.Edit is not { } edit || session.Locked is null && edit.Apply(session.Definition).Refusal is null)];
    }

    private static IEnumerable<Fix> For(Problem problem, FlowNode node, FlowGraph graph) => problem.Code switch
    {
        "LooseOutcome" => OfLoose(problem, node, graph),
        "Unreachable" => OfUnreachable(node, graph),
        "UnknownOutcome" => graph.Connections.Where(c => c.Source == node.Id && c.ParentId == node.ParentId && !node.Outcomes.Contains(c.Outcome))
            .Select(c => new Fix(DesignerTexts.FixCut, new CutArrow(c.Source, c.Outcome, c.Target))),
        "ConnectionToNowhere" => node.Activity.Connections.Where(c => IsNowhere(c, node)).Select(c => new Fix(DesignerTexts.FixCut, new CutArrow(c.Source, c.Outcome, c.Target))),
        "UnknownType" or "DuplicateId" => [new Fix(DesignerTexts.FixRemove, new RemoveSteps([node.Id]))],
        "EmptyContainer" => OfEmpty(node),
        "RoleNobodyHolds" => [new Fix(DesignerTexts.FixWho, Input: People(node)), new Fix(DesignerTexts.FixRole, Address: "/people")],
        "NobodyNamed" or "NoSignatory" or "NoAddressee" => [new Fix(DesignerTexts.FixWho, Input: People(node))],
        "UnknownVariable" when node.Kind == NodeKind.Survey => OfResult(problem, node),
        "UnknownVariable" when Quoted(problem.Message, "переменной «") is { } name => [new Fix(DesignerTexts.FixField, new SetVariable(name)), new Fix(DesignerTexts.FixSetting, Input: "condition")],
        _ => InputOf(problem.Code, node) is { } input ? [new Fix(DesignerTexts.FixSetting, Input: input)] : [],
    };

    /// <summary>An outcome that nothing follows: to the end, and what was sent back also to where it came from.</summary>
    private static IEnumerable<Fix> OfLoose(Problem problem, FlowNode node, FlowGraph graph)
    {
        if (node.Outcomes.FirstOrDefault(o => problem.Message.Contains($"«{o}»", StringComparison.Ordinal) && !graph.Connections.Any(c => c.Source == node.Id && c.Outcome == o)) is not { } outcome) yield break;
        if (outcome is "Returned" or "NotDone" or "NotEnough" or "Rejected" or "False" && Before(node, graph) is { } before)
            yield return new Fix(DesignerTexts.FixBack.With(StepWords.Brief(before.Name)), new ConnectSteps(node.Id, outcome, before.Id));
        FlowNode? end = graph.Nodes.FirstOrDefault(n => n.ParentId == node.ParentId && n.Kind is NodeKind.End or NodeKind.Finish && n.ParentId == node.ParentId);
        yield return new Fix(DesignerTexts.FixEnd.With(StepWords.Outcome(node, outcome)), end is not null
            ? new ConnectSteps(node.Id, outcome, end.Id)
            : new AddStep(node.ParentId!, "Elsa.End", StepWords.Kind("Elsa.End")) { From = new ArrowStart(node.Id, outcome), At = Beside(node) });
    }

    /// <summary>A field of the kind that the question comes to.</summary>
    private static IEnumerable<Fix> OfResult(Problem problem, FlowNode node)
    {
        if (SurveyForm.Of(node)?.Questions.FirstOrDefault(q => q.Field is { } field && problem.Message.Contains($"в поле «{field}»", StringComparison.Ordinal)) is { Field: { } name } question)
            yield return new Fix(DesignerTexts.FixField, question.Kind == QuestionKind.Scale ? new SetVariable(name, "Double", "0") : new SetVariable(name));
        yield return new Fix(DesignerTexts.FixSetting, Input: "form");
    }

    private static IEnumerable<Fix> OfUnreachable(FlowNode node, FlowGraph graph)
    {
        if (graph.Nodes.FirstOrDefault(n => n.ParentId == node.ParentId && n.Kind == NodeKind.Start && n.Id != node.Id) is { } start)
            yield return new Fix(DesignerTexts.FixStart, new ConnectSteps(start.Id, "Done", node.Id));
        yield return new Fix(DesignerTexts.FixRemove, new RemoveSteps([node.Id]));
    }

    private static IEnumerable<Fix> OfEmpty(FlowNode node)
    {
        if (node.Activity.Children.FirstOrDefault(c => c.Type == "Elsa.Flowchart") is { } body) yield return new Fix(DesignerTexts.FixFill, new AddStep(body.Id, "Mentorship.Task", StepWords.Kind("Mentorship.Task")));
        else if (node.Kind == NodeKind.Flowchart) yield return new Fix(DesignerTexts.FixFill, new AddStep(node.Id, "Mentorship.Task", StepWords.Kind("Mentorship.Task")));
        if (node.ParentId is not null) yield return new Fix(DesignerTexts.FixRemove, new RemoveSteps([node.Kind == NodeKind.Flowchart ? node.ParentId : node.Id]));
    }

    /// <summary>The step before, by the arrows that lead on: one at which a person works, rather than any other.</summary>
    private static FlowNode? Before(FlowNode node, FlowGraph graph)
    {
        List<FlowNode> before = [.. graph.Connections.Where(c => c.Target == node.Id && c.ParentId == node.ParentId && !c.LoopsBack).Select(c => graph.Node(c.Source)).Where(n => n.Kind != NodeKind.Start)];
        return before.Find(n => People(n) is not null) ?? before.FirstOrDefault();
    }

    private static Position Beside(FlowNode node) => node.Activity.Position is { } at ? new Position(at.X + 260, at.Y + 120) : new Position(260, 120);

    private static bool IsNowhere(ActivityConnection arrow, FlowNode container)
    {
        HashSet<string> inside = [.. container.Activity.Children.Select(c => c.Id)];
        return !inside.Contains(arrow.Source) || !inside.Contains(arrow.Target);
    }

    /// <summary>The input that names the people of a step; null for steps that ask nobody.</summary>
    public static string? People(FlowNode node) => node.Kind switch
    {
        NodeKind.Task => "assignee", NodeKind.Approval => "approver", NodeKind.Signature => "signer", NodeKind.Document => "drafter", NodeKind.Mail => "to",
        NodeKind.Acquaintance or NodeKind.Survey or NodeKind.Consents or NodeKind.Pairs => "people",
        _ => null,
    };

    private static string? InputOf(string code, FlowNode node) => code switch
    {
        "NoCases" or "CaseLabel" => "cases", "NoItems" => "items", "NoProcess" or "UnknownProcess" or "RunsItself" => "workflowDefinitionId", "BadInput" => "input", "BadOutputs" => "outputs",
        "WrongVariable" => "form", "NoVariable" => "variable", "NoEventName" => "eventName", "BadFields" => "fields",
        "NothingSaid" => node.Kind switch { NodeKind.Correlate => "correlationId", NodeKind.WriteLine => "text", _ => "value" },
        "NoCondition" or "BadExpression" or "ForeignLanguage" when node.Cases.Count > 0 => "cases",
        "NoCondition" or "BadExpression" or "ForeignLanguage" when node.Kind is NodeKind.Choice or NodeKind.If or NodeKind.While => "condition",
        "NoDeadline" or "DeadlineOutsideProgramme" => "deadline",
        "UnknownTemplate" or "NoTemplate" or "SecondDocument" => Papers.Template, "MayNotBeWritten" when node.Kind != NodeKind.Mail => Papers.About, "UnknownAttachment" or "MayNotBeWritten" => Attached.Input, "BadForm" => "form", "MoreThanAsked" when node.Kind == NodeKind.Approval => "mode", "BadEnough" or "MoreThanAsked" => "enough", "BadReminders" => "reminders", "BadEscalation" => "escalation",
        "BadEvent" or "UnknownEvent" or "EventComesLater" => "after", "NoDocumentKind" => "kind", "UnknownMode" => "mode",
        "NoInstant" => node.Type switch { "Elsa.Delay" => "timeSpan", "Elsa.Timer" => "interval", "Elsa.Cron" => "cronExpression", _ => "dateTime" },
        _ => null,
    };

    private static string? Quoted(string message, string before)
    {
        int start = message.IndexOf(before, StringComparison.Ordinal), end = start < 0 ? -1 : message.IndexOf('»', start);
        return end < 0 ? null : message[(start + before.Length)..end];
    }
}
