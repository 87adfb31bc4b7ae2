using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.People;
using Mentorship.Domain.People.Responsibles;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.Flow;

namespace Mentorship.UseCases.Importing;

/// <summary>An upload as it stands with its corrections: understood, with its people, as the process it would become, and what stands in the way.</summary>
internal sealed class ImportReading
{
    private readonly RoadmapImport _import;
    private readonly StaffDirectory _staff;
    private readonly Dictionary<string, AssigneeProposal> _proposals;

    public ImportReading(RoadmapImport import, StaffDirectory staff, InstitutionCalendar calendar, DateOnly day)
    {
        (_import, _staff) = (import, staff);
        Understanding = RoadmapUnderstanding.Of(import.Roadmap, calendar);
        Texts = RoadmapResponsibles.All(import.Roadmap);
        _proposals = Texts.ToDictionary(t => t.Text, t => AssigneeProposal.Of(t.Text, staff, day));
    }

    public RoadmapUnderstanding Understanding { get; }

    /// <summary>The responsible texts with the number of their items.</summary>
    public IReadOnlyList<(string Text, int Items)> Texts { get; }

    public AssigneeProposal Proposal(string text) => _proposals[text];

    /// <summary>What a person chose, else what the text probably means.</summary>
    public string Assignee(string text) => text.Length == 0 ? "" : _import.Assignees.TryGetValue(text, out string? chosen) ? chosen : _proposals[text].Assignee;

    public bool IsChosen(string text) => _import.Assignees.ContainsKey(text);

    /// <summary>The process of the year; the meaning of a deadline is confirmed by accepting it.</summary>
    public ProcessDefinition Define(string key, DateTimeOffset at) => RoadmapProcess.ToDefinition(_import.Roadmap, key, at, (stage, item) =>
    {
        string text = RoadmapResponsibles.Of(_import.Roadmap, stage, item), assignee = Assignee(text);
        bool several = AssigneeWords.Parts(assignee).Count > 1;
        Deadline meaning = Understanding.Stages[stage].Items[item].Deadline;
        return new ItemWork(assignee, several ? _proposals[text].AnyOf ? "any" : "all" : null, meaning.Kind is DeadlineKind.Unresolved or DeadlineKind.Template ? null : meaning);
    });

    /// <summary>What must be mended before it can be accepted.</summary>
    public IReadOnlyList<string> Blocking(DateTimeOffset at)
    {
        List<string> found = [];
        if (_import.Roadmap.SchoolYear is not { } year)
        {
            found.Add("Укажите учебный год: без него нельзя определить сроки, в которых год не назван.");
            return found;
        }
        for (int s = 0; s < _import.Roadmap.Stages.Count; s++)
            for (int i = 0; i < _import.Roadmap.Stages[s].Items.Count; i++)
                if (_import.Roadmap.Stages[s].Items[i].Activity.Length == 0)
                    found.Add($"В строке {i + 1} этапа {s + 1} не указано мероприятие. Впишите, что нужно сделать, или удалите строку.");
        if (!_import.Roadmap.Stages.Any(s => s.Items.Count > 0)) found.Add("В дорожной карте не осталось ни одного пункта. Загрузите файл ещё раз.");
        found.AddRange(GraphChecker.Check(Define(RoadmapProcess.KeyOf(year), at)).Where(p => p.Severity == Severity.Error).Select(p => p.Message));
        return found;
    }

    /// <summary>Roles that nobody holds today: their items would wait for a person.</summary>
    public IReadOnlyList<string> Unheld(DateOnly day) =>
        [.. Texts.SelectMany(t => AssigneeWords.Parts(Assignee(t.Text))).Where(p => p.StartsWith("role:", StringComparison.Ordinal)).Distinct()
            .Where(p => _staff.Resolve(p, new Dictionary<string, IReadOnlyList<Guid>>(), day).Count == 0).Select(p => Roles.NameOf(p[5..]))];
}
