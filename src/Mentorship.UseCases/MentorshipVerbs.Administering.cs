using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Calendars;
using Mentorship.UseCases.Deciding;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.UseCases;

internal static partial class MentorshipVerbs
{
    private static void AddAdministration(IServiceCollection services)
    {
        Verb<RetryStep>(services);
        Verb<SkipStep>(services);
        Verb<MoveToken>(services);
        Verb<TriggerStep>(services);
        Verb<SuspendCase>(services);
        Verb<CancelCase>(services);
        Verb<LookAtCase>(services);
        Verb<TakeBackDecision>(services);
        Verb<ChangeUndoWindow>(services);
        Verb<ChangeUsualAsking>(services);
        Verb<UsualAskingView>(services);
        Verb<LookAtCalendar>(services);
        Verb<ChangeStudyYear>(services);
        Verb<ChangeWorkingWeek>(services);
        Verb<ChangeTimeZone>(services);
        Verb<MarkDays>(services);
        Verb<UnmarkDays>(services);
    }
}
