using System.Buffers.Text;
using System.Security.Cryptography;
using Mentorship.Domain.Files;

namespace Mentorship.Domain.Mailing;

/// <summary>A link by which one person decides one task. Only the hash of its token is stored; the token is the HMAC of id and version under the installation's key.</summary>
public sealed class ActionLink : IInstitutionOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InstitutionId { get; init; }
    public required Guid WorkItemId { get; init; }
    public required Guid PersonId { get; init; }
    public Guid? DocumentVersionId { get; init; }

    /// <summary>Goes up when the link is renewed; the token before then is void.</summary>
    public int TokenVersion { get; init; } = 1;
    public string TokenHash { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>A renewed link tells only that it is old.</summary>
    public bool Revoked { get; set; }

    /// <summary>256 bits in base64url, 43 characters.</summary>
    public string Token(ReadOnlySpan<byte> key)
    {
        Span<byte> message = stackalloc byte[20];
        Id.TryWriteBytes(message);
        BitConverter.TryWriteBytes(message[16..], TokenVersion);
        return Base64Url.EncodeToString(HMACSHA256.HashData(key, message));
    }

    /// <summary>Stores the hash; called once when the link is made.</summary>
    public ActionLink Seal(ReadOnlySpan<byte> key)
    {
        TokenHash = HashOf(Token(key));
        return this;
    }

    public static string HashOf(string token) => Hash.OfText(token);
}
