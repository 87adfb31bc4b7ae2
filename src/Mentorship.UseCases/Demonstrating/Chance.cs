using System.Security.Cryptography;
using System.Text;

namespace Mentorship.UseCases.Demonstrating;

/// <summary>Variety without chance: the same words give the same number on every machine and every day.</summary>
internal static class Chance
{
    /// <summary>A number from 0 to <paramref name="below"/> − 1.</summary>
    public static int Of(int below, params ReadOnlySpan<string> words)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words!)));
        return (int)(BitConverter.ToUInt32(hash) % (uint)below);
    }
}
