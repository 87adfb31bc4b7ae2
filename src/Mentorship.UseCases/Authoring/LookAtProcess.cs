using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Processes;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Importing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Authoring;

/// <summary>What the designer opens: the draft, or what is published where nobody drafts.</summary>
public sealed class LookAtProcess
{
    private readonly Work _work;
    private readonly AuthoringDesk _desk;

    internal LookAtProcess(Work work, AuthoringDesk desk) => (_work, _desk) = (work, desk);

    public Task<Outcome<ProcessSheet>> RunAsync(Actor actor, Guid processId, CancellationToken cancel) => _work.ReadAsync<Outcome<ProcessSheet>>(actor.InstitutionId, async db =>
    {
        if (AuthoringDesk.MayAuthor(actor) is { } no) return no;
        if (await _desk.OpenAsync(db, processId, cancel) is not { } opened) return AuthoringDesk.NoProcess;
        DateTimeOffset at = _work.Now;
        PlanContext plan = opened.Plan(at);
        return new ProcessSheet(processId, opened.Process.Key, opened.Process.Name, await AuthoringDesk.WorkingAsync(db, opened, cancel), opened.Process.CurrentNumber)
        {
            Draft = DraftOf(opened, actor, at), Context = AuthoringDesk.ContextOf(opened, at), Choices = StaffChoices.Of(opened.Staff, opened.Institution.DayOf(at)),
            Deadlines = plan.Reading, ProgrammeId = opened.Programme?.Id,
            Processes = await ChoicesAsync(db, cancel), Books = [.. (await db.Books.OrderBy(b => b.Name).Select(b => new { b.Code, b.Name }).ToListAsync(cancel)).Select(b => (b.Code, b.Name))],
            Templates = [.. (await db.Templates.Where(t => !t.Retired).ToListAsync(cancel)).OrderBy(t => t.Name, StringComparer.CurrentCulture).Select(t => new TemplateOfKind(t.Code, t.Name, (t.Text.Form == Domain.Documents.Templates.TemplateForm.Regulation ? Domain.Documents.DocumentKind.Regulation : Domain.Documents.DocumentKind.ByTemplate).Code))],
            Plan = plan, Today = opened.Institution.DayOf(at), Zone = opened.Institution.Zone, OpenDaysBefore = opened.Institution.OpenDaysBefore,
            Blocked = (await AuthoringDesk.MayPublishAsync(db, opened, cancel))?.Text,
            OlderCases = await db.Cases.CountAsync(c => c.Status == CaseStatus.Running && c.ProcessVersionId != opened.Process.CurrentVersionId
                && db.ProcessVersions.Any(v => v.Id == c.ProcessVersionId && v.ProcessId == processId), cancel),
        };
    }, cancel);

    /// <summary>The institution's own processes: a roadmap and the route of a document have their own ways to begin.</summary>
    private static async Task<IReadOnlyList<ProcessChoice>> ChoicesAsync(MentorshipDb db, CancellationToken cancel)
    {
        var found = await db.Processes.OrderBy(p => p.Name).Select(p => new { p.Key, p.DefinitionId, p.Name, p.CurrentNumber }).ToListAsync(cancel);
        return [.. found.Where(p => LookAtProcesses.KindOf(p.Key) == ProcessKind.Own).Select(p => new ProcessChoice(p.Key, p.DefinitionId, p.Name, p.CurrentNumber > 0))];
    }

    internal static DraftStanding? DraftOf(OpenedProcess opened, Actor actor, DateTimeOffset at) => opened.Draft is not { } draft ? null
        : new DraftStanding(draft.Revision, draft.BasedOn, draft.EditorId, opened.Staff.Member(draft.EditorId)?.Person.ShortName ?? "", draft.Since, draft.SavedAt,
            draft.EditorId == actor.PersonId, draft.IsLeft(at), draft.BasedOn < opened.Process.CurrentNumber) { Published = opened.Process.CurrentNumber };
}

/// <summary>A template, and the kind of the document that is written by it.</summary>
public sealed record TemplateOfKind(string Code, string Name, string Kind);

/// <param name="Definition">The draft, or the published version.</param>
/// <param name="CurrentNumber">Of the published version; 0 where there is none yet.</param>
public sealed record ProcessSheet(Guid ProcessId, string Key, string Name, ProcessDefinition Definition, int CurrentNumber)
{
    /// <summary>The institution's templates of documents.</summary>
    public IReadOnlyList<TemplateOfKind> Templates { get; init; } = [];

    /// <summary>Null while nothing differs from what is published.</summary>
    public DraftStanding? Draft { get; init; }

    /// <summary>For <see cref="GraphChecker"/>, after every edit.</summary>
    public required CheckContext Context { get; init; }

    /// <summary>Whom work can be given to.</summary>
    public required IReadOnlyList<AssigneeChoice> Choices { get; init; }

    /// <summary>What a step may start.</summary>
    public IReadOnlyList<ProcessChoice> Processes { get; init; } = [];

    /// <summary>The institution's registration books: code and name.</summary>
    public IReadOnlyList<(string Code, string Name)> Books { get; init; } = [];

    /// <summary>How deadline texts read in this process.</summary>
    public required DeadlineContext Deadlines { get; init; }

    /// <summary>The year in which they are read.</summary>
    public required PlanContext Plan { get; init; }

    /// <summary>The institution's day, and the clock that it lives by.</summary>
    public required DateOnly Today { get; init; }

    /// <inheritdoc cref="Today"/>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>How many days before a single date its work opens.</summary>
    public required int OpenDaysBefore { get; init; }
    public Guid? ProgrammeId { get; init; }

    /// <summary>Why it cannot be published now; null when it can.</summary>
    public string? Blocked { get; init; }

    /// <summary>Running cases of earlier versions.</summary>
    public int OlderCases { get; init; }
}

/// <summary>A process that a step of another may start.</summary>
/// <param name="DefinitionId">What its definition calls itself: an imported process may name it so.</param>
/// <param name="IsPublished">Only then it can be started.</param>
public sealed record ProcessChoice(string Key, string DefinitionId, string Name, bool IsPublished);

/// <param name="Since">Since when the editor works on it.</param>
/// <param name="Mine">The one who asks is the editor.</param>
/// <param name="IsLeft">The editor has been silent for long: anybody may go on.</param>
/// <param name="IsBehind">A newer version was published since the draft was begun: it must be merged first.</param>
public sealed record DraftStanding(int Revision, int BasedOn, Guid EditorId, string Editor, DateTimeOffset Since, DateTimeOffset SavedAt, bool Mine, bool IsLeft, bool IsBehind)
{
    /// <summary>The number of the version that is published by now.</summary>
    public required int Published { get; init; }
}
