namespace Mentorship.Domain.Mailing;

/// <summary>An invitation to make an account: bound to a person, used once, void after two weeks.</summary>
public sealed class Invitation : IInstitutionOwned
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid InvitedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
    public string TokenHash { get; set; } = "";

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < CreatedAt + Lasts;
}
