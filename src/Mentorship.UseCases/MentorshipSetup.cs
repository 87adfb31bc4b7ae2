using Mentorship.Storage;
using Mentorship.Storage.Postgres;
using Mentorship.Storage.Sqlite;
using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Authoring;
using Mentorship.UseCases.Calendars;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Importing;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.Mailing;
using Mentorship.UseCases.Orders;
using Mentorship.UseCases.Pairing;
using Mentorship.UseCases.People;
using Mentorship.UseCases.Processes;
using Mentorship.UseCases.Programmes;
using Mentorship.UseCases.Registration;
using Mentorship.UseCases.Roadmaps;
using Mentorship.UseCases.Running;
using Mentorship.UseCases.Signing;
using Mentorship.UseCases.Templates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mentorship.UseCases;

/// <summary>Puts together what the use cases (<see cref="MentorshipVerbs"/>) stand on.</summary>
public static class MentorshipSetup
{
    public static IServiceCollection AddMentorship(this IServiceCollection services, MentorshipSettings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IPasswordHasher<IdentityUser<Guid>>, PasswordHasher<IdentityUser<Guid>>>();
        services.AddPooledDbContextFactory<MentorshipDb>(options => _ = settings.Database is { Length: > 0 } postgres
            ? options.UseMentorshipPostgres(postgres) : options.UseMentorshipSqlite(Path.Combine(settings.DataFolder, "mentorship.db")));
        services.AddIdentityCore<IdentityUser<Guid>>(identity =>
        {
            identity.Password = new PasswordOptions { RequiredLength = 10, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
            identity.Lockout.MaxFailedAccessAttempts = 10;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddEntityFrameworkStores<MentorshipDb>();
        services.AddDataProtection().SetApplicationName("mentorship");
        services.AddSingleton<ProtectionKeyStore>().AddSingleton<ProtectionKeyWrap>().AddOptions<KeyManagementOptions>()
            .Configure<ProtectionKeyStore, ProtectionKeyWrap>((keys, store, wrap) => (keys.XmlRepository, keys.XmlEncryptor) = (store, wrap));
        AddFoundations(services, settings);
        services.AddVerbs();
        return services;
    }

    private static void AddFoundations(IServiceCollection services, MentorshipSettings settings)
    {
        services.AddSingleton(_ => InstallationKey.Load(settings));
        services.AddSingleton<AccountDesk>().AddSingleton<SetupCode>();
        services.AddSingleton(_ => WorkflowLibrary.Load(Path.Combine(AppContext.BaseDirectory, "workflows")));
        services.AddSingleton(_ => TemplateLibrary.Load(Path.Combine(AppContext.BaseDirectory, "templates"))).AddSingleton<InstitutionSupplies>();
        services.AddSingleton<CaseGate>().AddSingleton<GraphCache>().AddSingleton<StaffCache>().AddSingleton<CalendarCache>().AddSingleton<CaseRelations>().AddSingleton<Surroundings>().AddSingleton<WorkWhereabouts>().AddSingleton<WorkMail>();
        services.AddSingleton<ProcessDrafts>().AddSingleton<CaseDesk>();
        services.AddSingleton<DocumentDesk>().AddSingleton<ProgrammeLaunch>().AddSingleton<Registrar>().AddSingleton<PinDesk>().AddSingleton<SigningDesk>();
        services.AddSingleton<OrderDesk>().AddSingleton<PairDesk>().AddSingleton<RoadmapDesk>().AddSingleton<DecisionDesk>().AddSingleton<LinkDesk>();
        services.AddSingleton<OrderReading>().AddSingleton<AdministrationDesk>().AddSingleton<WithdrawalDesk>().AddSingleton<TakingBackDesk>();
        services.AddSingleton<AuthoringDesk>().AddSingleton<WorkUnderWay>();
        services.AddSingleton(s => new Work(s.GetRequiredService<IDbContextFactory<MentorshipDb>>(), s.GetRequiredService<CaseGate>(), s.GetRequiredService<TimeProvider>()));
    }
}
