using Elsa.Extensions;
using Elsa.Features.Services;

namespace Mentorship.Elsa;

public static class MentorshipModule
{
    /// <summary>Makes the steps of Mentorship known to an Elsa server: it shows them by name with their settings, keeps them whole and runs them.</summary>
    public static IModule UseMentorship(this IModule module) => module.AddActivitiesFrom<AskedStep>();
}
