using System.Security.Cryptography;
using System.Text;

namespace Mentorship.Domain.Files;

/// <summary>SHA-256 in lower-case hex: the seal of versions, files and audit events.</summary>
public static class Hash
{
    public static string OfText(string text) => OfBytes(Encoding.UTF8.GetBytes(text));
    public static string OfBytes(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
