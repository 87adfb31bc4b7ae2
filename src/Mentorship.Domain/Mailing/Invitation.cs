using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Mentorship.Domain.Files;

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
    public string TokenHash { get; private set; } = "";

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < CreatedAt + Lasts;

    /// <summary>256 bits in base64url, made of the id under the installation's key; never stored.</summary>
    public string Token(ReadOnlySpan<byte> key) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"invitation {Id:N}")));

    /// <summary>Stores the hash; called once when the invitation is made.</summary>
    public Invitation Seal(ReadOnlySpan<byte> key)
    {
        TokenHash = HashOf(Token(key));
        return this;
    }

    public static string HashOf(string token) => Hash.OfText(token);
}
