using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Mentorship.Web.Hosting;

/// <summary>Two questions of an operator: does the process answer, and may it be sent visitors?</summary>
internal static class Health
{
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks();

    /// <summary><c>/health/live</c> asks nobody; <c>/health/ready</c> asks every registered check.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }
}
