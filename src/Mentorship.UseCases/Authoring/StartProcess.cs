using Mentorship.Domain;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Processes;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Authoring;

/// <summary>Begins a process of the institution's own: empty, from a template of the library, as a copy of another, or from an Elsa 3 file. It is a draft until it is published.</summary>
public sealed class StartProcess
{
    private readonly Work _work;
    private readonly AuthoringDesk _desk;
    private readonly WorkflowLibrary _library;

    internal StartProcess(Work work, AuthoringDesk desk, WorkflowLibrary library) => (_work, _desk, _library) = (work, desk, library);

    public Task<Outcome<StartedProcess>> EmptyAsync(Actor actor, string name, CancellationToken cancel) => RunAsync(actor, (_, _) =>
    {
        DefinitionBuilder builder = new("", "", name);
        builder.Root.Add("Elsa.Start", "start", "Начало");
        return Task.FromResult<Outcome<ProcessDefinition>>(string.IsNullOrWhiteSpace(name) || name.Length > 500 ? NoName : builder.Build());
    }, name, null, cancel);

    /// <param name="template">A key of the library.</param>
    public Task<Outcome<StartedProcess>> FromTemplateAsync(Actor actor, string template, string? name, CancellationToken cancel) => RunAsync(actor, (_, _) =>
        Task.FromResult<Outcome<ProcessDefinition>>(_library.Find(template) is { } found ? found : NoTemplate), name, template, cancel);

    /// <summary>A copy of what another process of this institution has published, or drafts where nothing is published.</summary>
    public Task<Outcome<StartedProcess>> CopyAsync(Actor actor, Guid processId, string? name, CancellationToken cancel) => RunAsync(actor, async (db, _) =>
        await _desk.OpenAsync(db, processId, cancel) is { } opened ? await AuthoringDesk.PublishedAsync(db, processId, opened.Process.CurrentNumber, cancel) ?? await AuthoringDesk.WorkingAsync(db, opened, cancel) : AuthoringDesk.NoProcess, name, null, cancel);

    /// <summary>An Elsa 3 workflow definition; whatever cannot run here is kept and reported.</summary>
    public Task<Outcome<StartedProcess>> ImportAsync(Actor actor, string json, string? name, CancellationToken cancel) => RunAsync(actor, (_, _) =>
    {
        DefinitionReading reading = DefinitionReader.Read(json);
        return Task.FromResult<Outcome<ProcessDefinition>>(reading.Definition is { } read ? read : new Refusal(reading.Problems[0].Code, reading.Problems[0].Message));
    }, name, null, cancel, keepsItsId: true);

    /// <param name="keepsItsId">Other imported processes may start it by the name that it gives itself.</param>
    private Task<Outcome<StartedProcess>> RunAsync(Actor actor, Func<MentorshipDb, DateTimeOffset, Task<Outcome<ProcessDefinition>>> make, string? name, string? template, CancellationToken cancel, bool keepsItsId = false) =>
        _work.DoAsync<StartedProcess>(actor.InstitutionId, async (db, at) =>
        {
            if (AuthoringDesk.MayAuthor(actor) is { } no) return no;
            Outcome<ProcessDefinition> made = await make(db, at);
            if (made.Refusal is { } refused) return refused;
            string called = string.IsNullOrWhiteSpace(name) ? made.Value!.Name : name.Trim();
            if (called.Length is 0 or > 500) return NoName;
            Guid id = Guid.CreateVersion7();
            string key = $"own-{id:N}";
            ProcessDefinition definition = made.Value!.WithHeader(definitionId: keepsItsId && made.Value!.DefinitionId.Length > 0 ? null : key, name: called, version: 1, isLatest: true, isPublished: false);
            Process process = new() { Id = id, InstitutionId = actor.InstitutionId, Key = key, Name = called, Template = template };
            OpenedProcess opened = await _desk.SurroundAsync(db, process, null, cancel);
            (definition, IReadOnlyList<string> named) = Strangers.LeaveOut(definition, who => IsHere(who, opened.Staff));
            if (SaveDraft.Check(definition, out string json) is { } wrong) return wrong;
            db.AddRange(process, new ProcessDraft { InstitutionId = actor.InstitutionId, ProcessId = id, Json = json, BasedOn = 0, EditorId = actor.PersonId, Since = at, SavedAt = at });
            AuthoringDesk.Record(db, opened, actor, "ProcessBegun", template ?? called, at);
            return new StartedProcess(id, [.. named.Distinct().Select(Left), .. GraphChecker.Check(definition, AuthoringDesk.ContextOf(opened, at))]);
        }, cancel);

    private static bool IsHere(string who, StaffDirectory staff) =>
        Guid.Parse(who.AsSpan(who.IndexOf(':', StringComparison.Ordinal) + 1)) is var id && (who.StartsWith("person:", StringComparison.Ordinal) ? staff.Member(id) is not null : staff.Body(id) is not null);

    private static Problem Left(string step) => new("PeopleLeftOut", Severity.Warning, null, $"В шаге «{step}» были названы люди, которых в вашем учреждении нет: они убраны. Выберите, кому поручить шаг.");

    private static Refusal NoName { get; } = new("NameMissing", "Назовите процесс: не длиннее 500 знаков.");
    private static Refusal NoTemplate { get; } = new("NoTemplate", "Такого шаблона в библиотеке нет. Выберите другой.");
}

/// <param name="Report">What stands in the way of publishing, step by step: for an imported file, what cannot run here.</param>
public sealed record StartedProcess(Guid ProcessId, IReadOnlyList<Problem> Report);
