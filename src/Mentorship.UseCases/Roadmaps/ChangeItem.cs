using System.Text.Json;
using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Roadmaps;

/// <summary>Changes a row of the roadmap: a new version of its process, which the running case follows at once.</summary>
public sealed class ChangeItem
{
    private readonly Work _work;
    private readonly CaseDesk _cases;
    private readonly RoadmapDesk _roadmaps;

    internal ChangeItem(Work work, CaseDesk cases, RoadmapDesk roadmaps) => (_work, _cases, _roadmaps) = (work, cases, roadmaps);

    /// <param name="seen">The number of the version that the page showed. Another row may have changed since; the same row may not.</param>
    /// <param name="note">Why, in a few words; it stays with the version.</param>
    /// <returns>The number of the new version.</returns>
    public async Task<Outcome<int>> RunAsync(Actor actor, Guid programmeId, string nodeId, int seen, ItemChange change, string? note, CancellationToken cancel)
    {
        if (!actor.RunsProgramme) return Actor.NotAllowed;
        Guid? gate = await _work.ReadAsync(actor.InstitutionId, db => RoadmapDesk.GateAsync(db, programmeId, cancel), cancel);
        if (gate is null) return RoadmapDesk.NoRoadmap;
        return await _work.OnCaseAsync<int>(actor.InstitutionId, gate.Value, async (db, at) =>
        {
            OpenedRoadmap opened = (await _roadmaps.OpenAsync(db, programmeId, cancel))!;
            if (await RoadmapDesk.MayChangeAsync(db, opened.Programme, cancel) is { } no) return no;
            if (await ChangedMeanwhileAsync(db, opened, nodeId, seen, cancel) is { } late) return late;
            if (change.Assignee is { } assignee && !AssigneeWords.IsKnown(assignee, await _cases.StaffAsync(db, cancel))) return Importing.SetAssignee.Unknown;
            PlanContext plan = PlanContext.Of(opened.Programme.SchoolYear, await _cases.CalendarAsync(db, cancel));
            ProcessDefinition? changed = change.In(opened.Definition, nodeId, plan.Reading);
            if (changed is null) return RoadmapDesk.NoItem;
            if (string.IsNullOrWhiteSpace(changed.Find(nodeId)!.Name)) return NoActivity;
            if (ReferenceEquals(changed, opened.Definition)) return opened.Process.CurrentNumber;
            return await PublishAsync(db, actor, opened, changed, string.IsNullOrWhiteSpace(note) ? $"изменён пункт «{Brief(changed.Find(nodeId)!.Name)}»" : note.Trim(), at, cancel);
        }, cancel);
    }

    private async Task<Outcome<int>> PublishAsync(MentorshipDb db, Actor actor, OpenedRoadmap opened, ProcessDefinition changed, string note, DateTimeOffset at, CancellationToken cancel)
    {
        int number = opened.Process.CurrentNumber + 1;
        ProcessDefinition next = changed.WithHeader(id: RoadmapProcess.VersionId(opened.Process.Key, number), version: number);
        FlowGraph graph = FlowGraph.From(next);
        if (GraphChecker.Check(graph).FirstOrDefault(p => p.Severity == Severity.Error) is { } problem) return new Refusal(problem.Code, problem.Message);
        ProcessVersion version = opened.Process.Publish(DefinitionWriter.Write(next), note, actor.PersonId, at);
        db.ProcessVersions.Add(version);
        if (opened.Programme.CaseId is not { } caseId)
        {
            Institution institution = await db.Institutions.SingleAsync(i => i.Id == actor.InstitutionId, cancel);
            db.Audit.Add(institution.Audit.Append(institution.Id, institution.Id, "RoadmapChanged", actor.PersonId, $"{opened.Process.Key} {number}: {note}", at));
            return number;
        }
        OpenedCase running = (await _cases.OpenAsync(db, caseId, cancel))!;
        CaseChanges changes = running.Case.MoveTo(version.Id, running.Graph, graph, running.Around, actor.PersonId, at);
        if (changes.Refusal is { } no) return no;
        await _cases.PutAwayAsync(db, running with { Graph = graph }, changes, at, cancel);
        return number;
    }

    /// <summary>Null when nobody touched this row since the page was opened.</summary>
    private static async Task<Refusal?> ChangedMeanwhileAsync(MentorshipDb db, OpenedRoadmap opened, string nodeId, int seen, CancellationToken cancel)
    {
        if (opened.Table.Item(nodeId) is null) return RoadmapDesk.NoItem;
        if (seen == opened.Process.CurrentNumber) return null;
        string? json = await db.ProcessVersions.Where(v => v.ProcessId == opened.Process.Id && v.Number == seen).Select(v => v.Json).SingleOrDefaultAsync(cancel);
        Activity? before = json is null ? null : DefinitionReader.Read(json).Definition?.Find(nodeId);
        Activity now = opened.Definition.Find(nodeId)!;
        return before is not null && JsonElement.DeepEquals(before.Json, now.Json) ? null : Changed;
    }

    private static string Brief(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79).TrimEnd(), "…");

    private static Refusal Changed { get; } = new("ItemChanged", "Пока страница была открыта, этот пункт изменил другой человек. Показано то, что есть сейчас: проверьте и повторите своё исправление.");
    private static Refusal NoActivity { get; } = new("ActivityMissing", "Мероприятие не может быть пустым. Напишите, что нужно сделать.");
}
