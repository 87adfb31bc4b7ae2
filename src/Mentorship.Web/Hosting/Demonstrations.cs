using Mentorship.UseCases;
using Mentorship.UseCases.Demonstrating;

namespace Mentorship.Web.Hosting;

/// <summary>What the host needs to show, open and close a demonstration.</summary>
internal static class Demonstrations
{
    public static void AddDemonstrations(this IServiceCollection services, MentorshipSettings settings, Restart restart)
    {
        services.AddSingleton(restart);
        services.AddSingleton(new DemonstrationNotice(DemonstrationMark.DayOf(settings.DataFolder), settings.OpenedFrom is not null));
        services.AddSingleton<PlayDemonstration>(async (folder, today, progress, cancel) => (await BuildDemonstration.RunAsync(folder, today, progress, cancel)).Refusal);
        services.AddSingleton<DemonstrationOpening>();
    }
}

/// <summary>What the banner says about the folder that is served.</summary>
/// <param name="Day">The day to which everything was played; null where there is no demonstration.</param>
/// <param name="CanClose">It was opened from the first page, which comes back when it is closed.</param>
public sealed record DemonstrationNotice(DateOnly? Day, bool CanClose);
