using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.UseCases.Documents;

namespace Mentorship.UseCases.Looking;

/// <summary>One document with all that hangs on it, for its page. Instants are in the institution's own time zone.</summary>
public sealed record DocumentCard(Guid Id, string Kind, string Title, DocumentStatus Status, int Version, string? Number, DateOnly? RegisteredOn, ReadableOrder? Order)
{
    public required DateOnly Today { get; init; }
    public required string Author { get; init; }
    public string? ReturnReason { get; init; }
    public string? OriginalKeptAt { get; init; }

    /// <summary>What a draft still misses.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Where the grammar of a draft should be looked at.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];
    public IReadOnlyList<VersionLine> Versions { get; init; } = [];
    public IReadOnlyList<SheetLine> Sheet { get; init; } = [];
    public IReadOnlyList<AcquaintanceRow> Acquainted { get; init; } = [];
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];
    public IReadOnlyList<WaitingFor> Waiting { get; init; } = [];
    public IReadOnlyList<JournalLine> Journal { get; init; } = [];
    public bool MayEdit { get; init; }
    public bool MayWithdraw { get; init; }

    /// <summary>It waits for the head and may get its number on paper.</summary>
    public bool MayPrint { get; init; }
    public bool MayScan { get; init; }
    public bool IsElectronic { get; init; }

    /// <summary>The route, for who runs the programme; null while there is none.</summary>
    public Guid? CaseId { get; init; }
}

/// <summary>A line of the approval sheet (лист согласования).</summary>
public sealed record SheetLine(string Name, string Post, string Outcome, string? Comment, DateTimeOffset At, int? Version, Door Door);

/// <summary>A line of the acquaintance sheet (лист ознакомления); no instant: not yet.</summary>
public sealed record AcquaintanceRow(string Name, string Post, DateTimeOffset? At);

public sealed record AttachedFile(Guid Id, string Name, AttachmentKind Kind);

public sealed record WaitingFor(Guid WorkItemId, WorkKind Kind, string Who, DateOnly? Due, bool IsMine);

public sealed record JournalLine(DateTimeOffset At, string What, string? Who);
