using Mentorship.Domain.Calendars;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Standing;
using Mentorship.UseCases.Importing;

namespace Mentorship.UseCases.Roadmaps;

/// <summary>The page «Дорожная карта»: the table with how each item stands.</summary>
/// <param name="Approval">How it was or is being approved, in a sentence.</param>
/// <param name="OrderId">The order that approves it, once there is one.</param>
/// <param name="Stamp">«приказ № … от …» of the imported file, while it is not approved here.</param>
/// <param name="Version">The number of the process version.</param>
/// <param name="MayChange">This person may change rows now.</param>
public sealed record RoadmapView(Guid ProgrammeId, string Title, SchoolYear SchoolYear, ProgrammeStatus Status, string Approval, Guid? OrderId, DocumentStatus? OrderStatus, string? Stamp, int Version,
    bool MayChange, bool RunsProgramme, bool IsAdministrator, IReadOnlyList<StageView> Stages, IReadOnlyList<ProgrammeLine> Programmes, RoadmapHeaders Headers)
{
    /// <summary>The running roadmap; null until it is approved.</summary>
    public Guid? CaseId { get; init; }
    public int Done => Stages.Sum(s => s.Done);
    public int Total => Stages.Sum(s => s.Items.Count);
}

/// <summary>What the institution calls its main columns.</summary>
public sealed record RoadmapHeaders(string Number, string Activity, string Deadline, string Responsible);

/// <param name="Lines">What else the stage's row says.</param>
public sealed record StageView(string NodeId, string Number, string Name, IReadOnlyList<string> Lines, IReadOnlyList<ItemView> Items)
{
    public int Done => Items.Count(i => i.Standing.IsOver);
    public bool IsNow => Items.Any(i => i.Standing.Kind is StandingKind.Open or StandingKind.Overdue or StandingKind.BeforeApproval or StandingKind.Ongoing);
}

/// <param name="Step">The running step, for «наступило», «повторить», «пропустить»; null when none runs.</param>
/// <param name="Who">Whom it is given to.</param>
/// <param name="Holders">Who holds its open work now.</param>
/// <param name="More">Cells of the further columns, by header.</param>
public sealed record ItemView(string NodeId, string Number, string Activity, string Deadline, string Responsible, string Who, string Holders, ItemStanding Standing, string? Step,
    IReadOnlyList<EvidenceView> Evidence, IReadOnlyList<(string Header, string Text)> More);

/// <summary>What proves that an item is done.</summary>
public sealed record EvidenceView(EvidenceKind Kind, string Text, Guid? DocumentId, Guid? FileId);

/// <summary>A year to choose on the page.</summary>
public sealed record ProgrammeLine(Guid Id, SchoolYear SchoolYear, ProgrammeStatus Status);

/// <summary>One item to be changed.</summary>
/// <param name="Version">The number of the version that is shown; goes back with the change.</param>
/// <param name="Meaning">What its deadline means now.</param>
public sealed record ItemForm(Guid ProgrammeId, string NodeId, string Place, int Version, IReadOnlyList<(RoadmapColumn Column, string Text)> Cells, string Assignee, string Who, bool AllMust,
    string Meaning, IReadOnlyList<AssigneeChoice> Choices);

/// <summary>What a deadline text would mean, before it is saved.</summary>
public sealed record DeadlinePreview(string Meaning, string? Doubt);
