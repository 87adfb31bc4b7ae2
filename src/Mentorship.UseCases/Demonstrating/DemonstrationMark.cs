using System.Globalization;
using System.Text.Json;

namespace Mentorship.UseCases.Demonstrating;

/// <summary>The file that makes a data folder a demonstration for ever: it bears the banner and never sends mail, whatever the environment says.</summary>
public static class DemonstrationMark
{
    /// <summary>The PIN of everybody in a demonstration; its banner says so.</summary>
    public const string Pin = "2580";

    private const string File = "demonstration.json";

    /// <summary>Where a host keeps the demonstration that was opened from its first page.</summary>
    public static string FolderIn(string dataFolder) => Path.Combine(dataFolder, "demonstration");

    public static bool IsIn(string folder) => System.IO.File.Exists(Path.Combine(folder, File));

    /// <summary>The day to which the demonstration was played; null where the folder bears no mark.</summary>
    public static DateOnly? DayOf(string folder)
    {
        if (!IsIn(folder)) return null;
        using JsonDocument mark = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(folder, File)));
        return DateOnly.ParseExact(mark.RootElement.GetProperty("today").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    internal static void Put(string folder, DateOnly today) =>
        System.IO.File.WriteAllText(Path.Combine(folder, File), JsonSerializer.Serialize(new { today = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }) + "\n");
}
