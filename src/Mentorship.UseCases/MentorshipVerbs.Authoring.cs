using Mentorship.UseCases.Authoring;
using Mentorship.UseCases.Authoring.Progress;
using Mentorship.UseCases.Authoring.Rehearsing;
using Mentorship.UseCases.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.UseCases;

internal static partial class MentorshipVerbs
{
    private static void AddAuthoringVerbs(IServiceCollection services)
    {
        Verb<LookAtProcesses>(services);
        Verb<LookAtProcess>(services);
        Verb<LookAtPublished>(services);
        Verb<LookAtVersions>(services);
        Verb<SaveDraft>(services);
        Verb<MergeDraft>(services);
        Verb<DiscardDraft>(services);
        Verb<PublishProcess>(services);
        Verb<RestoreVersion>(services);
        Verb<MoveCases>(services);
        Verb<CompareProcess>(services);
        Verb<StartProcess>(services);
        Verb<ExportProcess>(services);
        Verb<LookAtLibrary>(services);
        Verb<StartCase>(services);
        Verb<RehearseProcess>(services);
        Verb<LookAtProgress>(services);
    }
}
