using Mentorship.Storage.Sqlite;

namespace Mentorship.UseCases.Demonstrating;

/// <summary>Takes a demonstration away with all that was done in it. Nothing may be running on its folder.</summary>
public static class CloseDemonstration
{
    /// <summary>Moved aside first: a crash in the middle leaves no half of a demonstration.</summary>
    public static void Run(string folder)
    {
        if (!DemonstrationMark.IsIn(folder)) throw new InvalidOperationException($"{folder} bears no mark of a demonstration and is not deleted");
        SqliteStorage.LetGo();
        string aside = $"{Path.TrimEndingDirectorySeparator(folder)}.closed";
        if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        Directory.Move(folder, aside);
        Directory.Delete(aside, recursive: true);
    }
}
