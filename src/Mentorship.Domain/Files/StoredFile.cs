namespace Mentorship.Domain.Files;

/// <summary>Bytes that must not be lost: uploads, scans, evidence, written registers.</summary>
public sealed class StoredFile : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required byte[] Content { get; init; }
    public required string Sha256 { get; init; }
    public Guid? UploadedBy { get; init; }
    public DateTimeOffset StoredAt { get; init; }

    public static StoredFile Of(Guid institution, string name, string contentType, byte[] content, Guid? by, DateTimeOffset at) => new()
    {
        InstitutionId = institution, Name = name, ContentType = contentType, Content = content,
        Sha256 = Hash.OfBytes(content), UploadedBy = by, StoredAt = at,
    };
}
