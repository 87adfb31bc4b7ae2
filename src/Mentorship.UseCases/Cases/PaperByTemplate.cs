using System.Globalization;
using System.Text.Json;
using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Templates;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Orders;
using Mentorship.UseCases.Templates;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Cases;

/// <summary>A document that the process writes by a template of the institution, out of its own fields.</summary>
internal static class PaperByTemplate
{
    public static async Task<FlowEvent> WriteAsync(MentorshipDb db, OpenedCase opened, FlowNode node, DraftDocument draft, DateTimeOffset at, CancellationToken cancel)
    {
        Outcome<OrderForm> begun = await TemplateOrderDraft.WithWordsAsync(db, null, new TemplateOrderForm { Template = Papers.TemplateOf(node)! }, cancel);
        if (begun.Value is not TemplateOrderForm form) return new StepFailed(at, draft.Step, $"Шаблона, по которому шаг «{node.Name}» пишет документ, в учреждении нет. Верните его на странице «Шаблоны документов» или выберите другой в настройках шага и повторите шаг.");
        form = form with { Answers = Answers(opened, draft.Step, form.Text!) };
        StaffDirectory staff = opened.Around.Staff;
        Outcome<TemplateKnown> known = await TemplateSurroundings.OfAsync(db, staff, null, at, cancel);
        OrderPeople people = new(opened.Around.Institution, staff, opened.Around.Institution.DayOf(at));
        ComposedOrder? composed = known.Value is { } here ? TemplateOrderDraft.Compose(here, people, form) : null;
        if ((composed is null ? known.Refusal : composed.Refusal) is { } missing)
            return new StepFailed(at, draft.Step, $"Документ «{node.Name}» не составлен. {missing.Text.ReplaceLineEndings(" ")} Заполните поля процесса с такими названиями или поручите документ человеку, потом повторите шаг.");
        Document document = await OfStepAsync(db, opened, draft, cancel) ?? Add(db, opened, draft, form, (people.Curator ?? people.Head!).PersonId, at);
        (document.Title, document.FormJson, document.NamedPeople, document.Status) = (composed!.Title(form.Kind), form.Write(), [.. composed.Named], DocumentStatus.OnRoute);
        db.DocumentVersions.Add(document.Freeze(OrderContent.Write(composed.Text!), document.AuthorId, at));
        return new StepCompleted(at, draft.Step);
    }

    /// <summary>What the fields of a process answer to the questions of a template, by their names: as people call them, or as they are written.</summary>
    /// <param name="step">The run of the step; it sees the items of the loops around it too.</param>
    public static Dictionary<string, string> Answers(OpenedCase opened, string step, TemplateText text)
    {
        FlowState state = FlowStateJson.Read(opened.Case.State);
        Dictionary<string, string> all = new(StringComparer.OrdinalIgnoreCase) { ["название дела"] = opened.Case.Title };
        JsonElement? labels = opened.Graph.Definition.Custom("fieldNames");
        foreach ((string name, object? value) in state.Variables.Concat(Seen(state, step)))
        {
            if (Words(value) is not { Length: > 0 } words) continue;
            all[name] = words;
            if (labels is { ValueKind: JsonValueKind.Object } called && called.TryGetProperty(name, out JsonElement label) && label.ValueKind == JsonValueKind.String) all[label.GetString()!.Trim()] = words;
            if (OfLoop.TryGetValue(name, out string? known)) all[known] = words;
        }
        return TemplateQuestion.Of(text).Where(q => all.ContainsKey(q.Name)).ToDictionary(q => q.Name, q => all[q.Name]);
    }

    /// <summary>What the loops around a step are at, the nearest last.</summary>
    private static IEnumerable<KeyValuePair<string, object?>> Seen(FlowState state, string step)
    {
        List<StepState> around = [];
        for (StepState? at = state.Step(step); at is not null; at = at.Scope.Length == 0 ? null : state.Step(at.Scope)) around.Insert(0, at);
        return around.SelectMany(s => s.Values);
    }

    private static readonly Dictionary<string, string> OfLoop = new(StringComparer.Ordinal) { ["mentor"] = "наставник", ["mentee"] = "наставляемый", ["CurrentValue"] = "участник" };

    private static string? Words(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "да" : "нет",
        double number => number.ToString("0.##", CultureInfo.GetCultureInfo("ru-RU")),
        string text when text.StartsWith("person:", StringComparison.Ordinal) && Guid.TryParse(text.AsSpan("person:".Length), out Guid person) => person.ToString(),
        string text => text,
        IEnumerable<object?> list => string.Join('\n', list.Select(Words)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>A step that comes again writes the next version of its document, until that is signed.</summary>
    private static async Task<Document?> OfStepAsync(MentorshipDb db, OpenedCase opened, DraftDocument draft, CancellationToken cancel)
    {
        if (CasePaper.Of(opened.Graph.Node(draft.NodeId), draft.Step, opened.Graph, FlowStateJson.Read(opened.Case.State), opened.Around) is not { Document: var id }) return null;
        Document? document = await db.Documents.FindAsync([id], cancel);
        return document is { Status: DocumentStatus.OnRoute or DocumentStatus.Returned } ? document : null;
    }

    private static Document Add(MentorshipDb db, OpenedCase opened, DraftDocument draft, TemplateOrderForm form, Guid author, DateTimeOffset at)
    {
        Document document = new()
        {
            InstitutionId = opened.Case.InstitutionId, Kind = form.Kind.Code, Title = form.Kind.Name, AuthorId = author, CreatedAt = at, ProgrammeId = opened.Case.ProgrammeId, CaseId = opened.Case.Id, FromStep = draft.Step,
        };
        db.Documents.Add(document);
        return document;
    }
}
