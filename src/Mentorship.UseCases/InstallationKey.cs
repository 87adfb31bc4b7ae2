using System.Security.Cryptography;

namespace Mentorship.UseCases;

/// <summary>The secret under which the tokens of mail links are made: 256 bits from <c>MENTORSHIP_KEY</c> (base64), else a file of the data folder, made at the first start.</summary>
internal sealed class InstallationKey(byte[] bytes)
{
    public ReadOnlySpan<byte> Bytes => bytes;

    public static InstallationKey Load(MentorshipSettings settings)
    {
        if (settings.Key is { Length: > 0 } given)
        {
            byte[] key = Convert.FromBase64String(given);
            return key.Length >= 32 ? new InstallationKey(key) : throw new InvalidOperationException("MENTORSHIP_KEY: нужно не меньше 32 байт в base64");
        }
        string path = Path.Combine(settings.DataFolder, "keys", "links.key");
        if (File.Exists(path)) return new InstallationKey(File.ReadAllBytes(path));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        byte[] fresh = RandomNumberGenerator.GetBytes(32);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (FileStream file = new(path, options)) file.Write(fresh);
        return new InstallationKey(fresh);
    }
}
