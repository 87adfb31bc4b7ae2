using Mentorship.UseCases.Installing;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mentorship.Web.Hosting;

/// <summary>Two questions of an operator: does the process answer, and may it be sent visitors?</summary>
internal static class Health
{
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<StorageCheck>("storage");

    /// <summary><c>/health/live</c> asks nobody; <c>/health/ready</c> asks every registered check.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    /// <summary>A question to the database: what it throws is the answer «unhealthy», with its cause in the log.</summary>
    private sealed class StorageCheck(InspectInstallation installation) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await installation.AskStorageAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
