using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.Auditing;
using Mentorship.UseCases.Consents;
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
using Mentorship.UseCases.Surveys;
using Mentorship.UseCases.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.UseCases;

/// <summary>Every use case by name; one line each, so that a search finds them.</summary>
internal static partial class MentorshipVerbs
{
    public static void AddVerbs(this IServiceCollection services)
    {
        AddRoadmapVerbs(services);
        AddAdministration(services);
        AddAuthoringVerbs(services);
        Verb<PrepareStorage>(services);
        Verb<CheckAudit>(services);
        Verb<InspectInstallation>(services);
        Verb<CreateInstitution>(services);
        Verb<SignIn>(services);
        Verb<ResumeSession>(services);
        Verb<EnterAs>(services);
        Verb<EnterAsView>(services);
        Verb<ShellView>(services);
        AddStaffVerbs(services);
        Verb<DecideWorkItem>(services);
        Verb<OpenLink>(services);
        Verb<DecideByLink>(services);
        Verb<AskFreshLink>(services);
        Verb<HandOverWork>(services);
        Verb<AttachEvidence>(services);
        Verb<RemindOfWork>(services);
        Verb<CommentOnWork>(services);
        Verb<EnterPaperConsent>(services);
        Verb<AnswersView>(services);
        Verb<TaskView>(services);
        Verb<RetryMail>(services);
        Verb<TodayView>(services);
        Verb<MailView>(services);
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
        Verb<AddBook>(services);
        Verb<DraftOrder>(services);
        Verb<EditOrder>(services);
        Verb<SubmitOrder>(services);
        Verb<WithdrawOrder>(services);
        Verb<AddPair>(services);
        Verb<EditPair>(services);
        Verb<ConfirmPairs>(services);
        Verb<MakePairOrder>(services);
        Verb<DownloadDocument>(services);
        Verb<DownloadConsent>(services);
        Verb<InboxView>(services);
        Verb<DocumentsView>(services);
        Verb<DocumentView>(services);
        Verb<ComparedVersionsView>(services);
        Verb<OrderFormView>(services);
        Verb<PairsView>(services);
        Verb<BooksView>(services);
        Verb<LookAtTemplates>(services);
        Verb<SaveTemplate>(services);
        Verb<SupplyInstitutions>(services);
    }

    private static void AddRoadmapVerbs(IServiceCollection services)
    {
        Verb<UploadRoadmap>(services);
        Verb<TakeTemplate>(services);
        Verb<CorrectImport>(services);
        Verb<ReadAnotherTable>(services);
        Verb<SetAssignee>(services);
        Verb<ProposeMissing>(services);
        Verb<AddResponsible>(services);
        Verb<AcceptImport>(services);
        Verb<LookAtImport>(services);
        Verb<ChangeItem>(services);
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
