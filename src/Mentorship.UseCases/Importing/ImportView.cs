using Mentorship.Domain.Calendars;
using Mentorship.Domain.Naming;
using Mentorship.Domain.Roadmaps;

namespace Mentorship.UseCases.Importing;

/// <summary>The page of one upload: what was read, with its doubts beside the rows.</summary>
/// <param name="Version">Goes back with every correction.</param>
/// <param name="Doubts">Those that belong to no row.</param>
/// <param name="Blocking">What must be mended before accepting.</param>
/// <param name="Unheld">Roles that nobody holds yet: their items would wait.</param>
/// <param name="Blanks">Rows that wait for a date or a name, and can be filled by proposals.</param>
public sealed record ImportView(Guid Id, int Version, string FileName, string? Title, SchoolYear? SchoolYear, string? Stamp, bool HasFile, Guid? ProgrammeId,
    IReadOnlyList<RoadmapColumn> Columns, IReadOnlyList<ImportStage> Stages, IReadOnlyList<ReadingDoubt> Doubts, IReadOnlyList<ImportResponsible> Responsibles,
    IReadOnlyList<AssigneeChoice> Choices, IReadOnlyList<string> Blocking, IReadOnlyList<string> Unheld, int Blanks);

public sealed record ImportStage(int Index, string Heading, IReadOnlyList<string> Lines, IReadOnlyList<ImportItem> Items);

/// <param name="Cells">In the order of the columns.</param>
/// <param name="Meaning">What the deadline is understood to mean.</param>
/// <param name="Who">Whom it would be given to; empty for nobody.</param>
public sealed record ImportItem(int Index, string Place, IReadOnlyList<string> Cells, string Meaning, string Who, IReadOnlyList<string> Doubts);

/// <summary>A responsible text of the file and whom it means.</summary>
/// <param name="IsChosen">A person has decided; otherwise it is the system's proposal.</param>
/// <param name="Unknown">Named people who are not on the staff list.</param>
public sealed record ImportResponsible(string Text, int Items, string Assignee, string Who, bool IsChosen, IReadOnlyList<PersonName> Unknown, IReadOnlyList<string> Doubts);

/// <summary>Somebody whom work can be given to.</summary>
public sealed record AssigneeChoice(string Value, string Label, ChoiceGroup Group);

public enum ChoiceGroup { Roles, Bodies, People }

/// <summary>An upload in the list of the page.</summary>
public sealed record ImportLine(Guid Id, string FileName, string? Title, DateOnly UploadedOn, bool IsAccepted);
