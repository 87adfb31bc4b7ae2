namespace Mentorship.Domain.Documents;

/// <summary>An order on its way from the draft to the signed original. What was shown for decision is a frozen <see cref="DocumentVersion"/>.</summary>
public sealed class Document : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }

    /// <summary>Code of a <see cref="DocumentKind"/>.</summary>
    public required string Kind { get; init; }
    public required string Title { get; set; }
    public Guid? ProgrammeId { get; init; }
    public Guid? CaseId { get; set; }

    /// <summary>The step of its case that brought it forth, so that the case's own steps are about it; null where it goes the route of its kind.</summary>
    public string? FromStep { get; set; }
    public DocumentStatus Status { get; set; }
    public required Guid AuthorId { get; init; }

    /// <summary>What the curator typed (JSON of the kind's form); the text is composed from it when a version is frozen.</summary>
    public string FormJson { get; set; } = "{}";

    /// <summary>People whom the document names; those who are employees are acquainted with it.</summary>
    public List<Guid> NamedPeople { get; set; } = [];
    public Guid? CurrentVersionId { get; private set; }
    public int CurrentNumber { get; private set; }

    /// <summary>Number as printed, once registered.</summary>
    public string? RegistrationNumber { get; set; }
    public DateOnly? RegisteredOn { get; set; }

    /// <summary>Why it came back the last time, and from whom.</summary>
    public string? ReturnReason { get; set; }
    public int ReturnCount { get; set; }

    /// <summary>«оригинал хранится в …», for paper.</summary>
    public string? OriginalKeptAt { get; set; }
    public List<Attachment> Attachments { get; init; } = [];
    public DateTimeOffset CreatedAt { get; init; }
    public int Version { get; set; }

    public DocumentKind KindOf => DocumentKind.Of(Kind);

    /// <summary>Freezes a new version and makes it the current one.</summary>
    /// <param name="content">Canonical JSON of the composed text.</param>
    public DocumentVersion Freeze(string content, Guid by, DateTimeOffset at, string? change = null)
    {
        DocumentVersion version = new()
        {
            InstitutionId = InstitutionId, DocumentId = Id, Number = CurrentNumber + 1, Content = content,
            Sha256 = Files.Hash.OfText(content), CreatedBy = by, CreatedAt = at, Change = change,
        };
        CurrentVersionId = version.Id;
        CurrentNumber = version.Number;
        return version;
    }
}

public enum DocumentStatus { Draft, OnRoute, Returned, Signing, OnPaper, Signed, Annulled }

/// <summary>редакция: frozen by its SHA-256.</summary>
public sealed class DocumentVersion : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required Guid DocumentId { get; init; }
    public required int Number { get; init; }
    public required string Content { get; init; }
    public required string Sha256 { get; init; }
    public required Guid CreatedBy { get; init; }

    /// <summary>What changed against the version before, in the author's words.</summary>
    public string? Change { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A file that belongs to a document: the register that the process wrote, the scan of the signed paper.</summary>
public sealed class Attachment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid DocumentId { get; init; }
    public required Guid FileId { get; init; }
    public required string Name { get; init; }
    public required AttachmentKind Kind { get; init; }

    /// <summary>The step of the document's case that wrote it; null where a person added it.</summary>
    public string? StepId { get; init; }
    public DateTimeOffset AddedAt { get; init; }
}

public enum AttachmentKind { Register, Scan }
