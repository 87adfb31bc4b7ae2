using Mentorship.Flow;
using Wording = Mentorship.Domain.Processes.Wording.StepWords;
using Shape = Mentorship.Web.Pages.Designer.Panel.FieldShape;

namespace Mentorship.Web.Pages.Designer.Panel;

/// <summary>Which settings each kind of step has (docs/process-format.md). A kind that is not told of here shows the inputs that it carries.</summary>
public static class StepFields
{
    /// <summary>Changed together with another: the meaning of a deadline with its text, the title of a stage with its name.</summary>
    private static readonly HashSet<string> Beside = ["window", "title"];

    /// <summary>The groups of a step, in the order of the panel; what the step carries beyond them comes last, so that nothing is hidden.</summary>
    public static IReadOnlyList<FieldGroup> Of(FlowNode node)
    {
        List<FieldGroup> groups = [.. OfKind(node)];
        if (groups.Count == 0) groups.AddRange(ControlFields.Of(node));
        HashSet<string> told = [.. groups.SelectMany(g => g.Fields).Select(f => f.Input), .. Beside];
        List<StepField> rest = [.. node.Activity.Inputs.Where(i => !told.Contains(i.Key)).Select(i => new StepField(i.Key, i.Value.Type == "Literal" && i.Value.Text is not null ? Shape.Lines : Shape.Kept, Capital(Wording.Input(i.Key))))];
        if (rest.Count > 0) groups.Add(new FieldGroup(DesignerTexts.GroupRest, groups.Count == 0, rest));
        return groups;
    }

    private static IEnumerable<FieldGroup> OfKind(FlowNode node) => node.Kind switch
    {
        NodeKind.Stage => OfStage(),
        NodeKind.Task => OfTask(),
        NodeKind.Approval => OfAsking(new("approver", Shape.Who, DesignerTexts.Approver), new("mode", Shape.Mode, DesignerTexts.ApprovalMode) { Choices = ApprovalModes }),
        NodeKind.Signature => OfAsking(new("signer", Shape.Who, DesignerTexts.Signer), new("book", Shape.Book, DesignerTexts.Book) { Unset = DesignerTexts.BookUsual }),
        NodeKind.Acquaintance => OfAsking(new StepField("people", Shape.Who, DesignerTexts.Acquainted)),
        NodeKind.Document => OfDocument(),
        NodeKind.Mail => OfMail(node),
        NodeKind.Survey => OfEnough(new("people", Shape.Who, DesignerTexts.Asked), new("form", Shape.Survey, DesignerTexts.SurveyForm)),
        NodeKind.Consents => OfEnough(new("people", Shape.Who, DesignerTexts.Consenting), new("form", Shape.Consent, DesignerTexts.ConsentForm)),
        NodeKind.Pairs => OfEnough(new StepField("people", Shape.Who, DesignerTexts.PairsBy)),
        _ => [],
    };

    private static IEnumerable<FieldGroup> OfStage() =>
    [
        new(DesignerTexts.GroupStage, true, [new("number", Shape.Line, DesignerTexts.Number), new("deadline", Shape.Line, DesignerTexts.StageDeadline), new("responsible", Shape.Line, DesignerTexts.ResponsibleCell)]),
        new(DesignerTexts.GroupResult, false, [new("task", Shape.Lines, DesignerTexts.StageTask), new("goal", Shape.Lines, DesignerTexts.StageGoal), new("result", Shape.Lines, DesignerTexts.Result), new("keyResult", Shape.Lines, DesignerTexts.KeyResult), new("evidence", Shape.Lines, DesignerTexts.Evidence)]),
        OwnColumns,
    ];

    private static IEnumerable<FieldGroup> OfTask() =>
    [
        new(DesignerTexts.GroupWho, true, [new("assignee", Shape.Who, DesignerTexts.Assignee), new("mode", Shape.Mode, DesignerTexts.TaskMode) { Choices = TaskModes }]),
        new(DesignerTexts.GroupWhen, true, [new("deadline", Shape.Deadline, DesignerTexts.Deadline)]),
        new(DesignerTexts.GroupAfter, false, [new("after", Shape.After, DesignerTexts.After)]),
        new(DesignerTexts.GroupResult, false, [new("result", Shape.Lines, DesignerTexts.Result), new("evidence", Shape.Lines, DesignerTexts.Evidence) { Hint = DesignerTexts.EvidenceHint }, new("keyResult", Shape.Lines, DesignerTexts.KeyResult), new("indicator", Shape.Lines, DesignerTexts.Indicator)]),
        Help,
        new(DesignerTexts.GroupFill, false, [new("fields", Shape.Fill, DesignerTexts.Fill)]),
        new(DesignerTexts.GroupRow, false, [new("number", Shape.Line, DesignerTexts.Number), new("responsible", Shape.Line, DesignerTexts.ResponsibleCell) { Hint = DesignerTexts.ResponsibleCellHint }]),
        OwnColumns,
        AgainAndNobody(new StepField("notDone", Shape.Flag, DesignerTexts.NotDone)),
    ];

    private static IEnumerable<FieldGroup> OfAsking(params StepField[] who) =>
    [
        new(DesignerTexts.GroupWho, true, who),
        new(DesignerTexts.GroupWhen, true, [new("deadline", Shape.Deadline, DesignerTexts.Deadline)]),
        new(DesignerTexts.GroupAbout, false, [new(Papers.About, Shape.About, DesignerTexts.About) { Unset = DesignerTexts.AboutUsual, Hint = DesignerTexts.AboutHint }]),
        Help,
        AgainAndNobody(),
    ];

    /// <summary>Elsa's own mail has its attachments elsewhere.</summary>
    private static IEnumerable<FieldGroup> OfMail(FlowNode node) =>
    [
        new(DesignerTexts.GroupMail, true,
        [
            new("to", Shape.Who, DesignerTexts.MailTo), new("subject", Shape.Value, DesignerTexts.MailSubject), new("body", Shape.Value, DesignerTexts.MailBody) { Several = true },
            .. node.Type == "Mentorship.Mail" ? [new StepField(Attached.Input, Shape.Attach, DesignerTexts.MailAttach) { Hint = DesignerTexts.MailAttachHint }] : (StepField[])[],
        ]),
    ];

    private static IEnumerable<FieldGroup> OfDocument() =>
    [
        new(DesignerTexts.GroupDocument, true,
        [
            new("kind", Shape.Choice, DesignerTexts.DocumentKind) { Choices = DocumentKinds },
            new(Papers.Template, Shape.Template, DesignerTexts.Template) { Unset = DesignerTexts.TemplateNone, Hint = DesignerTexts.TemplateHint },
            new("format", Shape.Choice, DesignerTexts.Format) { Choices = [("docx", "Word"), ("xlsx", "Excel")], Unset = DesignerTexts.FormatUsual },
        ]),
        new(DesignerTexts.GroupWho, true, [new("drafter", Shape.Who, DesignerTexts.Drafter) { Unset = DesignerTexts.DrafterUnset }, new("mode", Shape.Mode, DesignerTexts.TaskMode) { Choices = TaskModes }]),
        new(DesignerTexts.GroupWhen, true, [new("deadline", Shape.Deadline, DesignerTexts.Deadline)]),
        Help,
        AgainAndNobody(),
    ];

    private static IEnumerable<FieldGroup> OfEnough(params StepField[] first) =>
    [
        new(DesignerTexts.GroupWho, true, [first[0]]),
        new(DesignerTexts.GroupWhen, true, [new("deadline", Shape.Deadline, DesignerTexts.Deadline)]),
        .. first.Skip(1).Select(form => new FieldGroup(form.Label, true, [form])),
        Help,
        new(DesignerTexts.GroupEnough, false, [new("enough", Shape.Enough, DesignerTexts.Enough) { Hint = DesignerTexts.EnoughHint }, new("notEnough", Shape.Flag, DesignerTexts.NotEnough)]),
        new(DesignerTexts.GroupAfter, false, [new("after", Shape.After, DesignerTexts.After)]),
        AgainAndNobody(),
    ];


    /// <summary>Cells of columns that the institution has added to its roadmap.</summary>
    private static FieldGroup OwnColumns => new(DesignerTexts.GroupColumns, false, [new("columns", Shape.Cells, DesignerTexts.GroupColumns)]);

    private static FieldGroup Help => new(DesignerTexts.GroupHelp, false, [new("help", Shape.Lines, DesignerTexts.Help) { Hint = DesignerTexts.HelpHint }]);

    private static FieldGroup AgainAndNobody(params StepField[] more) => new(DesignerTexts.GroupAgain, false,
    [
        new("reminders", Shape.Reminders, DesignerTexts.Reminders), new("escalation", Shape.Escalation, DesignerTexts.Escalation),
        new("whenNobody", Shape.Flag, DesignerTexts.WhenNobody) { On = "skip" }, .. more,
    ]);

    private static (string, string)[] TaskModes => [("any", DesignerTexts.ModeAny), ("all", DesignerTexts.ModeAll), ("one", DesignerTexts.ModeOne)];

    private static (string, string)[] ApprovalModes => [("all", DesignerTexts.ModeAll), ("sequence", DesignerTexts.ModeSequence), ("any", DesignerTexts.ModeAny), ("quorum", DesignerTexts.ModeQuorum), ("one", DesignerTexts.ModeOne)];

    private static string Capital(string words) => words[..1].ToUpperInvariant() + words[1..];

    private static (string, string)[] DocumentKinds =>
        [("order", DesignerTexts.DocumentOwn), ("register-pairs", DesignerTexts.DocumentPairs), .. Domain.Documents.DocumentKind.All.Select(k => (k.Code, k.Name))];
}
