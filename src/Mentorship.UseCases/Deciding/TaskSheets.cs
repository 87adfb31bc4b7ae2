using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Pairing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Deciding;

/// <summary>Fills the sheet of a task for one person.</summary>
internal static class TaskSheets
{
    /// <summary>What a roadmap says of an item, by the input of its step.</summary>
    private static readonly (FactKind Kind, string Input)[] OfItem =
        [(FactKind.Number, "number"), (FactKind.Deadline, "deadline"), (FactKind.Responsible, "responsible"), (FactKind.Result, "result"), (FactKind.Indicator, "indicator")];

    public static async Task<TaskSheet> MakeAsync(MentorshipDb db, OpenedCase opened, WorkItem item, Guid person, DateTimeOffset at, CancellationToken cancel)
    {
        Institution institution = opened.Around.Institution;
        StaffDirectory staff = opened.Around.Staff;
        FlowNode? node = opened.Graph.Find(item.NodeId);
        Document? document = item.DocumentId is { } id ? await db.Documents.SingleAsync(d => d.Id == id, cancel) : null;
        bool isItem = item.Kind == WorkKind.Do && document is null;
        return new TaskSheet
        {
            Id = item.Id, Kind = item.Kind, Title = item.Title, Today = institution.DayOf(at), Due = item is { BeforeApproval: false, DueAt: { } due } ? institution.DayOf(due) : null,
            BeforeApproval = item.BeforeApproval, IsContinuous = item.Continuous, IsClosing = item.ClosingAskedAt is not null, Round = item.Round, Holder = HolderName(staff, item),
            Facts = [.. FactsOf(item, node, opened.Graph, staff), .. document is null ? [] : await FactsOfAsync(db, document, staff, institution, cancel)],
            Document = document is not null && item.DocumentVersionId is { } version ? await DocumentAsync(db, document, version, person, cancel) : null,
            Survey = item.Kind == WorkKind.Survey && node is not null ? SurveyForm.Of(node) : null,
            Fields = item.Kind == WorkKind.Do && node is not null ? WorkFields.Of(opened.Graph, node) : [],
            Consent = item.Kind == WorkKind.Consent && node is not null ? ConsentForm.Of(node) : null,
            Pairs = item.Kind == WorkKind.Pairs && node is not null ? await ConfirmPairs.GoalAsync(db, new TaskOnDesk(opened, item), at, cancel) : null,
            DraftHref = item is { Kind: WorkKind.Prepare, IsOpen: true } && node is not null && Papers.TemplateOf(node) is { } template && document is null ? await DraftHrefAsync(db, item, template, cancel) : null,
            MayFail = isItem && node?.Outcomes.Contains("NotDone") == true,
            NeedsPin = DecideByLink.NeedsPin(item, document), HasPin = staff.Member(person)?.Person.PinHash is not null,
            ExpectedProof = node?.Text("evidence"), Help = node?.Text("help")?.Trim(), Documents = isItem ? [.. (await EvidenceDesk.FittingAsync(db, item, person, seesAll: false, cancel)).Take(30)] : [],
        };
    }

    /// <summary>Where the document that the task asks for is composed: a new one, or the one that was begun.</summary>
    private static async Task<string> DraftHrefAsync(MentorshipDb db, WorkItem item, string template, CancellationToken cancel) =>
        await db.Documents.Where(d => d.CaseId == item.CaseId && d.FromStep == item.StepId).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancel) is { } begun
            ? $"/documents/{begun}" : $"/documents/by/{Uri.EscapeDataString(template)}?task={item.Id}";

    public static string HolderName(StaffDirectory staff, WorkItem item) =>
        item.BodyId is { } body ? staff.Body(body)?.Name ?? "" : NameOf(staff, item.PersonId);

    public static string NameOf(StaffDirectory staff, Guid? person) => person is { } id ? staff.Member(id)?.Person.ShortName ?? "" : "";

    private static IEnumerable<Fact> FactsOf(WorkItem item, FlowNode? node, FlowGraph graph, StaffDirectory staff)
    {
        if (item.BodyId is not null) yield return new Fact(FactKind.Holder, HolderName(staff, item));
        if (NameOf(staff, item.HandedOverFrom) is { Length: > 0 } before && item.HandedOverFrom != item.PersonId) yield return new Fact(FactKind.HandedOverFrom, before);
        if (node is not { Kind: NodeKind.Task }) yield break;
        if (node.StageId is { } stage && graph.Find(stage) is { Name.Length: > 0 } around) yield return new Fact(FactKind.Stage, around.Name);
        foreach ((FactKind kind, string input) in OfItem)
            if (node.Text(input)?.Trim() is { Length: > 0 } value) yield return new Fact(kind, value);
    }

    /// <summary>Who prepared the document, who has concurred with the version that lies here.</summary>
    private static async Task<List<Fact>> FactsOfAsync(MentorshipDb db, Document document, StaffDirectory staff, Institution institution, CancellationToken cancel)
    {
        List<Fact> facts = [new(FactKind.DocumentKind, document.KindOf.Name), new(FactKind.Author, NameOf(staff, document.AuthorId))];
        if (document.RegistrationNumber is { } number) facts.Add(new(FactKind.Registered, $"№\u00A0{number} от {document.RegisteredOn:dd.MM.yyyy}"));
        var concurred = await db.Decisions.Where(d => d.DocumentVersionId == document.CurrentVersionId && d.Outcome == "Approved" && d.TakenBackAt == null).OrderBy(d => d.At).Select(d => new { d.PersonId, d.At }).ToListAsync(cancel);
        if (concurred.Count > 0) facts.Add(new(FactKind.Concurred, string.Join(", ", concurred.Select(d => $"{NameOf(staff, d.PersonId)} ({institution.DayOf(d.At):dd.MM})"))));
        return [.. facts.Where(f => f.Value.Length > 0)];
    }

    private static async Task<SheetDocument> DocumentAsync(MentorshipDb db, Document document, Guid shown, Guid person, CancellationToken cancel)
    {
        DocumentVersion version = await db.DocumentVersions.SingleAsync(v => v.Id == shown && v.DocumentId == document.Id, cancel);
        DocumentMarks marks = new() { Number = document.RegistrationNumber, Date = document.RegisteredOn, IsDraft = document.RegistrationNumber is null };
        return new SheetDocument(document.Id, document.KindOf, version.Id, version.Number, OrderContent.Read(version.Content).With(marks), marks)
        {
            Changed = await WhatChanged.ForAsync(db, document.Id, shown, person, cancel),
        };
    }
}
