using Mentorship.Domain.Cases;
using Mentorship.Domain.Deadlines;
using Mentorship.Flow;
using Mentorship.Web.Pages.Designer.Views.Table;

namespace Mentorship.Web.Pages.Designer.Views.Calendar;

/// <summary>What the moving of a bar means for the deadline behind it.</summary>
public static class CalendarEdits
{
    /// <summary>A deadline of one window; several dates, «ежемесячно» and «весь период» are changed in words.</summary>
    public static bool MayMove(Deadline? meaning) => meaning?.Kind is DeadlineKind.Range or DeadlineKind.By or DeadlineKind.Day or DeadlineKind.Since;

    /// <param name="days">What the bar covers now.</param>
    /// <param name="whole">The bar was moved and not stretched: a single date stays a single date.</param>
    public static Edit Put(FlowNode node, Deadline meaning, DateWindow days, bool whole, PlanContext plan, DateOnly today)
    {
        string text = meaning.Kind switch
        {
            DeadlineKind.By when whole => DeadlinePhrase.By(days.To),
            DeadlineKind.Day when whole => DeadlinePhrase.Of(new DateWindow(days.To, days.To)),
            DeadlineKind.Since when whole => DeadlinePhrase.Since(days.From),
            _ => DeadlinePhrase.Of(days),
        };
        return CellEdits.Deadline(node, text, StepDeadline.Read(node.Kind, text, null, plan, today).Window);
    }
}
