using System.Diagnostics;
using System.Globalization;
using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Running;
using Mentorship.UseCases.Signing;
using Mentorship.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.UseCases.Demonstrating;

/// <summary>
/// Makes a data folder with five institutions at work: their roadmaps are read from their own Word files, carried over to the current school
/// year and approved, and every working day up to yesterday is played by the use cases themselves on a simulated clock. It is a host like the
/// web and the command line, which is why it may call use cases.
/// </summary>
public static class BuildDemonstration
{
    /// <summary>The first day that is played: teachers are back from leave.</summary>
    private static DateOnly FirstDay(SchoolYear year) => new(year.FirstYear, 8, 24);

    private const string Unfinished = ".building-";

    /// <summary>Builds beside the folder and puts it in place when all is done, so that a crash leaves nothing half-made.</summary>
    /// <param name="folder">Must not exist, or be empty.</param>
    /// <param name="today">Nothing of this day has happened yet.</param>
    /// <param name="progress">Told each day that has been played.</param>
    public static async Task<Outcome<DemonstrationSummary>> RunAsync(string folder, DateOnly today, IProgress<DateOnly>? progress, CancellationToken cancel)
    {
        folder = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) return new Refusal("FolderTaken", $"Папка {folder} не пуста. Укажите новую или пустую папку: демонстрация ничего не перезаписывает.");
        foreach (string left in Abandoned(folder)) Directory.Delete(left, recursive: true);
        string building = folder + Unfinished + Environment.ProcessId;
        DemonstrationSummary summary;
        SchoolYear year = SchoolYear.Of(today);
        SimulatedClock clock = new(At(FirstDay(year), 5));
        ServiceProvider verbs = Services(building, clock);
        await using (verbs)
        {
            await verbs.GetRequiredService<PrepareStorage>().RunAsync(cancel);
            summary = await PlayAsync(verbs, clock, year, today, progress, cancel);
        }
        DemonstrationMark.Put(building, today);
        SqliteStorage.LetGo();
        if (Directory.Exists(folder)) Directory.Delete(folder);
        Directory.Move(building, folder);
        return summary;
    }

    /// <summary>What builders that were stopped half-way have left beside the folder; one that still builds is let alone.</summary>
    internal static List<string> Abandoned(string folder)
    {
        string parent = Path.GetDirectoryName(folder)!;
        if (!Directory.Exists(parent)) return [];
        HashSet<string> alive = [.. Process.GetProcesses().Where(p => p.Id != Environment.ProcessId).Select(p => p.Id.ToString(CultureInfo.InvariantCulture))];
        return [.. Directory.EnumerateDirectories(parent, Path.GetFileName(folder) + Unfinished + "*").Where(left => !alive.Contains(left[(left.LastIndexOf('-') + 1)..]))];
    }

    private static async Task<DemonstrationSummary> PlayAsync(ServiceProvider verbs, SimulatedClock clock, SchoolYear year, DateOnly today, IProgress<DateOnly>? progress, CancellationToken cancel)
    {
        Work work = verbs.GetRequiredService<Work>();
        Season season = new(verbs, work, year, today);
        Players players = new(verbs, work, season, today);
        Opening opening = new(verbs, work, year);
        List<Company> companies = [];
        foreach (CastInstitution cast in Cast.Load().Institutions) companies.Add(await opening.PlayAsync(cast, FirstDay(year), cancel));
        for (DateOnly day = FirstDay(year); day < today; day = day.AddDays(1))
        {
            clock.GoTo(At(day, 5).AddMinutes(1));
            await verbs.GetRequiredService<FireDueTimers>().RunAsync(cancel);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                clock.GoTo(At(day, 7));
                foreach (Company company in companies)
                {
                    await season.PlayAsync(company, day, cancel);
                    await players.PlayAsync(company, day, cancel);
                }
                clock.GoTo(At(day, 7).AddMinutes(2));
                await verbs.GetRequiredService<CompleteSignatures>().RunAsync(cancel);
            }
            progress?.Report(day);
        }
        clock.GoTo(At(today, 3));
        await verbs.GetRequiredService<FireDueTimers>().RunAsync(cancel);
        return new DemonstrationSummary(year.ToString(), today, [.. companies.Select(c => new DemonstrationInstitution(c.InstitutionId, c.Cast.ShortName, c.Cast.Director.Name, c.Cast.Curator.Name))]);
    }

    private static ServiceProvider Services(string folder, TimeProvider clock)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddMentorship(new MentorshipSettings { DataFolder = folder, Demonstration = true });
        return services.BuildServiceProvider();
    }

    private static DateTimeOffset At(DateOnly day, int hourUtc) => new(day.ToDateTime(new TimeOnly(hourUtc, 0)), TimeSpan.Zero);
}

/// <summary>What was built.</summary>
public sealed record DemonstrationSummary(string SchoolYear, DateOnly Today, IReadOnlyList<DemonstrationInstitution> Institutions);

public sealed record DemonstrationInstitution(Guid Id, string Name, string Director, string Curator);
