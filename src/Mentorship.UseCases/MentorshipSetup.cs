using Mentorship.Storage;
using Mentorship.Storage.Postgres;
using Mentorship.Storage.Sqlite;
using Mentorship.UseCases.Accounts;
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
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mentorship.UseCases;

/// <summary>Puts the use cases together; one line each, so that a search finds them.</summary>
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
        AddVerbs(services);
        AddRoadmapVerbs(services);
        return services;
    }

    private static void AddFoundations(IServiceCollection services, MentorshipSettings settings)
    {
        services.AddSingleton(_ => InstallationKey.Load(settings));
        services.AddSingleton<AccountDesk>().AddSingleton<SetupCode>();
        services.AddSingleton(_ => WorkflowLibrary.Load(Path.Combine(AppContext.BaseDirectory, "workflows")));
        services.AddSingleton<CaseGate>().AddSingleton<GraphCache>().AddSingleton<StaffCache>().AddSingleton<CaseRelations>().AddSingleton<WorkMail>().AddSingleton<CaseDesk>();
        services.AddSingleton<DocumentDesk>().AddSingleton<ProgrammeLaunch>().AddSingleton<Registrar>().AddSingleton<PinDesk>().AddSingleton<SigningDesk>();
        services.AddSingleton<OrderDesk>().AddSingleton<PairDesk>().AddSingleton<RoadmapDesk>().AddSingleton<DecisionDesk>().AddSingleton<LinkDesk>();
        services.AddSingleton<OrderReading>();
        services.AddSingleton(s => new Work(s.GetRequiredService<IDbContextFactory<MentorshipDb>>(), s.GetRequiredService<CaseGate>(), s.GetRequiredService<TimeProvider>()));
    }

    private static void AddVerbs(IServiceCollection services)
    {
        Verb<PrepareStorage>(services);
        Verb<InspectInstallation>(services);
        Verb<CreateInstitution>(services);
        Verb<SignIn>(services);
        Verb<ResumeSession>(services);
        Verb<ShellView>(services);
        AddStaffVerbs(services);
        Verb<DecideWorkItem>(services);
        Verb<OpenLink>(services);
        Verb<DecideByLink>(services);
        Verb<AskFreshLink>(services);
        Verb<HandOverWork>(services);
        Verb<AttachEvidence>(services);
        Verb<FireDueTimers>(services);
        Verb<SendOutgoingMail>(services);
        Verb<RequestSignature>(services);
        Verb<TakeBackSignature>(services);
        Verb<CompleteSignatures>(services);
        Verb<SignMany>(services);
        Verb<PrintForSignature>(services);
        Verb<UploadSignedScan>(services);
        Verb<VoidPrint>(services);
        Verb<EnterElectronicDecision>(services);
        Verb<ChangeBook>(services);
        Verb<DraftOrder>(services);
        Verb<EditOrder>(services);
        Verb<SubmitOrder>(services);
        Verb<WithdrawOrder>(services);
        Verb<AddPair>(services);
        Verb<EditPair>(services);
        Verb<MakePairOrder>(services);
        Verb<DownloadDocument>(services);
        Verb<DownloadConsent>(services);
        Verb<InboxView>(services);
        Verb<DocumentsView>(services);
        Verb<DocumentView>(services);
        Verb<OrderFormView>(services);
        Verb<PairsView>(services);
        Verb<BooksView>(services);
    }

    private static void AddRoadmapVerbs(IServiceCollection services)
    {
        Verb<UploadRoadmap>(services);
        Verb<CorrectImport>(services);
        Verb<ReadAnotherTable>(services);
        Verb<SetAssignee>(services);
        Verb<ProposeMissing>(services);
        Verb<AddResponsible>(services);
        Verb<AcceptImport>(services);
        Verb<LookAtImport>(services);
        Verb<ChangeItem>(services);
        Verb<AdministerItem>(services);
        Verb<SubmitRoadmap>(services);
        Verb<DownloadRoadmap>(services);
        Verb<ApprovedEarlier>(services);
        Verb<CarryOver>(services);
        Verb<LookAtRoadmap>(services);
        Verb<LookAtItem>(services);
        Verb<LookAtScheme>(services);
        Verb<LookAtApproval>(services);
    }

    private static void AddStaffVerbs(IServiceCollection services)
    {
        Verb<AddPerson>(services);
        Verb<EditPerson>(services);
        Verb<InvitePerson>(services);
        Verb<ResetPin>(services);
        Verb<SaveBody>(services);
        Verb<RemoveBody>(services);
        Verb<PeopleView>(services);
        Verb<PersonView>(services);
        Verb<BodiesView>(services);
        Verb<OpenInvitation>(services);
        Verb<AcceptInvitation>(services);
        Verb<MeView>(services);
        Verb<ChangePassword>(services);
        Verb<ChangePin>(services);
        Verb<SwitchInstitution>(services);
    }

    /// <summary>A use case is public, what it is made of is not: so its constructor is internal and is called here.</summary>
    private static void Verb<T>(IServiceCollection services) where T : class
    {
        System.Reflection.ConstructorInfo constructor = typeof(T).GetConstructors(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public).Single();
        services.AddSingleton(s => (T)constructor.Invoke([.. constructor.GetParameters().Select(p => s.GetRequiredService(p.ParameterType))]));
    }
}
