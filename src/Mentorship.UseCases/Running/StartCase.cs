using System.Globalization;
using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Processes;
using Mentorship.Domain.Roadmaps.Reading;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Authoring;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Running;

/// <summary>Starts a process of the institution's own by hand. Roadmaps and the routes of documents begin where their paper does.</summary>
public sealed class StartCase
{
    private const int LongestTitle = 500, LongestValue = 4000;
    private readonly Work _work;
    private readonly CaseDesk _cases;

    internal StartCase(Work work, CaseDesk cases) => (_work, _cases) = (work, cases);

    /// <summary>What is asked before the start: what the process names as its inputs.</summary>
    public Task<Outcome<CaseStart>> LookAsync(Actor actor, Guid processId, CancellationToken cancel) => _work.ReadAsync<Outcome<CaseStart>>(actor.InstitutionId, async db =>
    {
        Outcome<Startable> found = await FindAsync(db, actor, processId, cancel);
        if (found.Refusal is { } no) return no;
        (Process process, FlowGraph graph) = found.Value!;
        return new CaseStart(process.Id, process.Name, [.. graph.Definition.Inputs.Select(i => new StartField(i.Name, i.Label, KindOf(i), Shown(i.Default)))]);
    }, cancel);

    /// <param name="id">Of the case to come, chosen when the page was shown: a second click finds what the first has started.</param>
    /// <param name="values">By name of the input; what is empty keeps its default.</param>
    /// <returns>The case.</returns>
    public Task<Outcome<Guid>> RunAsync(Actor actor, Guid processId, Guid id, string? title, IReadOnlyDictionary<string, string?> values, CancellationToken cancel) =>
        _work.OnCaseAsync<Guid>(actor.InstitutionId, id, async (db, at) =>
        {
            Outcome<Startable> found = await FindAsync(db, actor, processId, cancel);
            if (found.Refusal is { } no) return no;
            (Process process, FlowGraph graph) = found.Value!;
            if (await db.Cases.AnyAsync(c => c.Id == id, cancel)) return id;
            if (id == Guid.Empty || await db.Cases.IgnoreQueryFilters().AnyAsync(c => c.Id == id, cancel)) return Stale;
            string name = TextFolding.OneLine(title) is { Length: > 0 } typed ? typed : process.Name;
            if (name.Length > LongestTitle) return TitleLong;
            Dictionary<string, object?> inputs = new(StringComparer.Ordinal);
            foreach (ProcessVariable input in graph.Definition.Inputs)
            {
                if (values.GetValueOrDefault(input.Name)?.Trim() is not { Length: > 0 } text) continue;
                if (text.Length > LongestValue) return ValueLong(input.Label);
                if (KindOf(input) == StartFieldKind.Number)
                {
                    if (ProcessVariable.NumberOf(text) is not { } number) return NotANumber(input.Label);
                    inputs[input.Name] = number;
                }
                else inputs[input.Name] = KindOf(input) == StartFieldKind.Flag ? text == "true" : text;
            }
            Case fresh = new() { Id = id, InstitutionId = actor.InstitutionId, ProcessVersionId = process.CurrentVersionId, Title = name };
            OpenedCase opened = await _cases.StartAsync(db, fresh, at, cancel, inputs);
            db.Audit.Add(opened.Case.Audit.Append(actor.InstitutionId, fresh.Id, "StartedByHand", actor.PersonId, process.Key, at));
            return id;
        }, cancel);

    private async Task<Outcome<Startable>> FindAsync(MentorshipDb db, Actor actor, Guid processId, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        Process? process = await db.Processes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == processId, cancel);
        if (process is null) return NoProcess;
        if (LookAtProcesses.KindOf(process.Key) != ProcessKind.Own) return StartsElsewhere;
        return process.CurrentNumber == 0 ? NotPublished : new Startable(process, await _cases.GraphAsync(db, process.CurrentVersionId, cancel));
    }

    private static StartFieldKind KindOf(ProcessVariable input) => input.IsFlag ? StartFieldKind.Flag : input.IsNumber ? StartFieldKind.Number : StartFieldKind.Text;

    private static string Shown(object? value) => value switch { true => "true", double number => number.ToString("0.##########", CultureInfo.InvariantCulture), string text => text, _ => "" };

    private sealed record Startable(Process Process, FlowGraph Graph);

    private static Refusal NoProcess { get; } = new("NoProcess", "Такого процесса здесь нет. Откройте список процессов.");
    private static Refusal NotPublished { get; } = new("NotPublished", "Процесс ещё не опубликован. Откройте его в конструкторе, проверьте и опубликуйте: тогда его можно запустить.");
    private static Refusal StartsElsewhere { get; } = new("StartsElsewhere", "Этот процесс запускается сам: дорожная карта после утверждения, маршрут приказа после отправки приказа. Откройте «Дорожная карта» или «Документы».");
    private static Refusal Stale { get; } = new("StaleForm", "Страница устарела. Обновите её и запустите процесс ещё раз.");
    private static Refusal TitleLong { get; } = new("TitleLong", "Название дела длиннее 500 знаков. Сократите его.");
    private static Refusal ValueLong(string field) => new("ValueLong", $"«{field}» длиннее 4000 знаков. Сократите текст.");
    private static Refusal NotANumber(string field) => new("NotANumber", $"«{field}» должно быть числом, например 1500 или 2,5. Исправьте и запустите ещё раз.");
}

/// <summary>What the page of a start shows.</summary>
public sealed record CaseStart(Guid ProcessId, string Name, IReadOnlyList<StartField> Fields);

/// <param name="Value">The default as it stands in the field.</param>
public sealed record StartField(string Name, string Label, StartFieldKind Kind, string Value);

public enum StartFieldKind { Text, Number, Flag }
