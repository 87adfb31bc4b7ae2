using System.Globalization;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.People.Responsibles;
using Mentorship.Domain.Roadmaps;

namespace Mentorship.Cli.Roadmaps;

/// <summary>The shape in which the command line prints a roadmap: the texts as read, beside them what they mean.</summary>
internal static class RoadmapJson
{
    public static object Of(Roadmap roadmap, RoadmapUnderstanding understanding) => new
    {
        title = roadmap.Title,
        schoolYear = roadmap.SchoolYear?.ToString(),
        approval = roadmap.Approval is not { } approval ? null : new
        {
            stamp = approval.Stamp,
            lines = approval.Lines,
            orderNumber = approval.OrderNumber,
            orderDate = Date(approval.OrderDate),
        },
        goals = roadmap.Goals,
        columns = roadmap.Columns.Select(column => column.Header),
        stages = understanding.Stages.Select(Stage),
        warnings = understanding.Doubts.Select(doubt => $"{Capital(doubt.Place)}: {doubt.Text}"),
    };

    private static object Stage(StageUnderstanding stage) => new
    {
        number = stage.Stage.Number,
        title = stage.Stage.Title,
        goal = stage.Stage.Goal,
        task = stage.Stage.Task,
        result = stage.Stage.Result,
        keyResult = stage.Stage.KeyResult,
        deadlineText = stage.Stage.DeadlineText,
        responsibleText = stage.Stage.ResponsibleText,
        evidence = stage.Stage.Evidence,
        columns = stage.Stage.Columns,
        deadline = stage.Deadline is { } deadline ? Term(deadline) : null,
        responsible = stage.Responsibles.Select(Who),
        items = stage.Items.Select(Item),
    };

    private static object Item(ItemUnderstanding item) => new
    {
        number = item.Item.Number,
        activity = item.Item.Activity,
        deadlineText = item.Item.DeadlineText,
        responsibleText = item.Item.ResponsibleText,
        result = item.Item.Result,
        indicator = item.Item.Indicator,
        keyResult = item.Item.KeyResult,
        evidence = item.Item.Evidence,
        columns = item.Item.Columns,
        deadline = Term(item.Deadline),
        responsible = item.Responsibles.Select(Who),
    };

    private static object Term(Deadline deadline) => new
    {
        kind = deadline.Kind.ToString().ToLowerInvariant(),
        from = Date(deadline.From),
        to = Date(deadline.To),
        recurrence = deadline.Recurrence,
        doubt = deadline.Doubt,
    };

    private static object Who(Responsible one) => new { text = one.Text, role = one.Role, person = one.Person };

    private static string? Date(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
