using Mentorship.UseCases.Installing;

namespace Mentorship.Web.Hosting;

/// <summary>What must stand before the first visitor is answered.</summary>
internal static class Preparing
{
    /// <summary>Brings the storage to this program's schema; on an empty installation the console gets the code of the first start.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<PrepareStorage>().RunAsync(app.Lifetime.ApplicationStopping);
        await app.Services.GetRequiredService<SupplyInstitutions>().RunAsync(app.Lifetime.ApplicationStopping);
        if (await app.Services.GetRequiredService<InspectInstallation>().HasBegunAsync(app.Lifetime.ApplicationStopping)) return;
        Console.WriteLine(HostingTexts.SetupCode.With(app.Services.GetRequiredService<SetupCode>().Text));
    }
}
