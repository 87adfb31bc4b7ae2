using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Deadlines.Scheduling;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Domain.Programmes;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Roadmaps;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Authoring;

/// <summary>A process on the table: what is published, what is being drafted, and the year in which its deadlines are read.</summary>
internal sealed record OpenedProcess(Process Process, ProcessDraft? Draft, Programme? Programme, Institution Institution, StaffDirectory Staff, InstitutionCalendar Calendar)
{
    /// <summary>Keys and definition ids by which a step may start a process of the institution.</summary>
    public required IReadOnlySet<string> Known { get; init; }

    /// <summary>Names of the variables and inputs of each that is published, by both.</summary>
    public required IReadOnlyDictionary<string, IReadOnlySet<string>> Variables { get; init; }

    /// <summary>Codes of the institution's templates of documents.</summary>
    public required IReadOnlySet<string> Templates { get; init; }

    public PlanContext Plan(DateTimeOffset at) => PlanContext.Of(Programme?.SchoolYear ?? SchoolYear.Of(Institution.DayOf(at)), Calendar);
}

/// <summary>Brings a process to the table for those who shape it.</summary>
internal sealed class AuthoringDesk(CaseDesk cases)
{
    public static Refusal? MayAuthor(Actor actor) => actor.RunsProgramme ? null : Actor.NotAllowed;

    public async Task<OpenedProcess?> OpenAsync(MentorshipDb db, Guid processId, CancellationToken cancel)
    {
        Process? process = await db.Processes.SingleOrDefaultAsync(p => p.Id == processId, cancel);
        if (process is null) return null;
        ProcessDraft? draft = await db.Drafts.SingleOrDefaultAsync(d => d.ProcessId == processId, cancel);
        return await SurroundAsync(db, process, draft, cancel);
    }

    /// <summary>A process with what stands around it, also one that is only just begun.</summary>
    public async Task<OpenedProcess> SurroundAsync(MentorshipDb db, Process process, ProcessDraft? draft, CancellationToken cancel)
    {
        Programme? programme = await db.Programmes.SingleOrDefaultAsync(p => p.ProcessId == process.Id, cancel);
        Institution institution = await db.Institutions.SingleAsync(i => i.Id == process.InstitutionId, cancel);
        var names = await db.Processes.Select(p => new { p.Key, p.DefinitionId, p.CurrentNumber, p.CurrentVersionId }).ToListAsync(cancel);
        Dictionary<string, IReadOnlySet<string>> variables = new(StringComparer.Ordinal);
        foreach (var published in names.Where(n => n.CurrentNumber > 0))
            if (await cases.FindGraphAsync(db, published.CurrentVersionId, cancel) is { } graph) variables[published.DefinitionId] = variables[published.Key] = VariablesOf(graph);
        return new OpenedProcess(process, draft, programme, institution, await cases.StaffAsync(db, cancel), await cases.CalendarAsync(db, cancel))
        {
            Known = names.SelectMany(n => new[] { n.Key, n.DefinitionId }).ToHashSet(StringComparer.Ordinal), Variables = variables, Templates = (await db.Templates.Select(t => t.Code).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal),
        };
    }

    private static HashSet<string> VariablesOf(FlowGraph graph) => graph.Definition.Variables.Concat(graph.Definition.Inputs).Select(v => v.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>The published definition of a number; null when there is none.</summary>
    public static async Task<ProcessDefinition?> PublishedAsync(MentorshipDb db, Guid processId, int number, CancellationToken cancel) =>
        await db.ProcessVersions.Where(v => v.ProcessId == processId && v.Number == number).Select(v => v.Json).SingleOrDefaultAsync(cancel) is { } json ? Read(json) : null;

    /// <summary>What is being worked on: the draft, else what is published.</summary>
    public static async Task<ProcessDefinition> WorkingAsync(MentorshipDb db, OpenedProcess opened, CancellationToken cancel) =>
        opened.Draft is { } draft ? Read(draft.Json) : (await PublishedAsync(db, opened.Process.Id, opened.Process.CurrentNumber, cancel))!;

    /// <summary>What was stored by ourselves can be read.</summary>
    public static ProcessDefinition Read(string json) =>
        DefinitionReader.Read(json).Definition ?? throw new InvalidOperationException("A stored definition cannot be read");

    /// <summary>What the checker asks of this institution today. It may be kept by an open designer and asked again and again.</summary>
    public static CheckContext ContextOf(OpenedProcess opened, DateTimeOffset at)
    {
        DateOnly today = opened.Institution.DayOf(at);
        PlanContext plan = opened.Plan(at);
        Dictionary<string, IReadOnlyList<Guid>> none = [];
        return new CheckContext
        {
            Key = opened.Process.Key,
            HasDocument = DocumentKind.All.Any(k => k.Code == opened.Process.Key),
            IsTemplateKnown = opened.Templates.Contains, TemplateKinds = new HashSet<string> { DocumentKind.ByTemplate.Code, DocumentKind.Regulation.Code },
            IsProcessKnown = opened.Known.Contains,
            VariablesOf = opened.Variables.GetValueOrDefault,
            IsRoleHeld = role => opened.Staff.Resolve("role:" + role, none, today).Count > 0,
            CountPeople = people => Named(people)?.Count, CountOneByOne = people => Named(people) is { } named ? opened.Staff.OneByOne(named).Count : null,
            DeadlineDoubt = text => Doubt(text, plan),
            PairOrderKinds = new HashSet<string> { DocumentKind.PairAssignment.Code },
            ConsentKinds = new HashSet<string> { "consent" },
        };

        IReadOnlyList<Participant>? Named(string people) => people.Contains("relation:", StringComparison.Ordinal) ? null : opened.Staff.Resolve(people, none, today);
    }

    /// <summary>Null when the roadmap may be changed now: while people decide on a version nobody changes it under their eyes.</summary>
    public static async Task<Refusal?> MayPublishAsync(MentorshipDb db, OpenedProcess opened, CancellationToken cancel) =>
        opened.Programme is { } programme ? await RoadmapDesk.MayChangeAsync(db, programme, cancel) : null;

    public static void Record(MentorshipDb db, OpenedProcess opened, Actor actor, string kind, string what, DateTimeOffset at) =>
        db.Audit.Add(opened.Institution.Audit.Append(opened.Institution.Id, opened.Institution.Id, kind, actor.PersonId, $"{opened.Process.Key} {what}", at));

    private static string? Doubt(string text, PlanContext plan)
    {
        if (WorkSchedule.IsRelative(text)) return null;
        Deadline read = DeadlineReader.Read(text, plan.Reading);
        // «Раз в четверть» is understood, but has no days until the terms are entered.
        bool undated = read.Kind == DeadlineKind.Recurring && DeadlineSchedule.Plan(read, plan.Reading, new OpeningRules()).Kind == PlannedKind.NeedsDeadline;
        if (read.Kind == DeadlineKind.Unresolved || undated) return $"срок не понят, задание не откроется само. {read.Doubt?.Replace("Срок не понят. ", "", StringComparison.Ordinal) ?? "Напишите дату или период."}";
        if (read.Kind == DeadlineKind.Template) return "срок не заполнен. Впишите дату вместо заготовки.";
        bool outside = (read.To ?? read.From) is { } last && last < plan.Period.From || read.From is { } first && first > plan.Period.To;
        return outside ? $"лежит вне учебного года {plan.SchoolYear}. Проверьте год." : null;
    }

    public static Refusal NoProcess { get; } = new("NoProcess", "Такого процесса нет или он вам не открыт. Выберите его в списке на странице «Конструктор».");
    public static Refusal NoVersion { get; } = new("NoVersion", "Такой версии у процесса нет. Обновите страницу.");
    public static Refusal NoDraft { get; } = new("NoDraft", "Черновика нет: всё, что есть, уже опубликовано. Измените процесс, и черновик появится.");
    public static Refusal DraftChanged { get; } = new("DraftChanged", "Черновик тем временем изменили. Объедините правки или возьмите то, что сохранено.");

    /// <summary>The same for whoever works on it, in other words.</summary>
    public static Refusal DraftGone { get; } = DraftChanged with { Text = "Ваш черновик тем временем опубликовали или отменили. Объедините правки с тем, что действует, или возьмите то, что сохранено." };

    public static Refusal Held(OpenedProcess opened) => new("DraftHeld",
        $"Процесс правит {opened.Staff.Member(opened.Draft!.EditorId)?.Person.ShortName ?? "другой человек"} с {TimeZoneInfo.ConvertTime(opened.Draft.Since, opened.Institution.Zone):dd.MM.yyyy HH:mm}. Договоритесь, кто продолжит, объедините правки или возьмите черновик себе.");
}
