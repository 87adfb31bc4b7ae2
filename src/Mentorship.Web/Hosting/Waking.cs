using Mentorship.UseCases;
using Mentorship.UseCases.Mailing;
using Mentorship.UseCases.Running;
using Mentorship.UseCases.Signing;
using Quartz;

namespace Mentorship.Web.Hosting;

/// <summary>
/// Wakes what waits for no visitor: due timers, signatures whose minute is over, mails. On PostgreSQL one node at a time does it, whoever is alive;
/// on SQLite there is one node. What fails is logged and tried again at the next waking: nothing is taken out of the database before it is done.
/// </summary>
internal static class Waking
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(3), Usual = TimeSpan.FromSeconds(10);

    public static void AddWaking(this WebApplicationBuilder builder, MentorshipSettings settings)
    {
        if (!builder.Configuration.GetValue("Waking", true)) return;
        builder.Services.AddQuartz(quartz =>
        {
            if (settings.Database is { } postgres)
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(postgres);
                    store.UseSystemTextJsonSerializer();
                    store.UseClustering();
                    store.ProvisionSchema();
                });
            else quartz.UseInMemoryStore();
            quartz.Wake<SignatureJob>("signatures", Often);
            quartz.Wake<TimerJob>("timers", Usual);
            quartz.Wake<MailJob>("mails", Usual);
        });
        builder.Services.AddQuartzHostedService(options => (options.WaitForJobsToComplete, options.AwaitApplicationStarted) = (true, true));
    }

    private static void Wake<T>(this IQuartzBuilder quartz, string name, TimeSpan every) where T : class, IJob => quartz.ScheduleJob<T>(
        trigger => trigger.WithIdentity(name).WithSimpleSchedule(schedule => schedule.WithInterval(every).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithExistingCount)),
        job => job.WithIdentity(name));

    [DisallowConcurrentExecution]
    private sealed class SignatureJob(CompleteSignatures signatures) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await signatures.RunAsync(cancellationToken);
    }

    [DisallowConcurrentExecution]
    private sealed class TimerJob(FireDueTimers timers) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await timers.RunAsync(cancellationToken);
    }

    [DisallowConcurrentExecution]
    private sealed class MailJob(SendOutgoingMail mails) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await mails.RunAsync(cancellationToken);
    }
}
