using Mentorship.Domain;
using Mentorship.Domain.Documents.Orders;

namespace Mentorship.UseCases.Orders;

/// <summary>T6: typed rows → text.</summary>
internal static class PlanOrderDraft
{
    public static ComposedOrder Compose(OrderSetting setting, PlanOrderForm form)
    {
        List<Refusal> problems = [];
        List<PlanRow> rows = [];
        for (int i = 0; i < form.Rows.Count; i++)
        {
            PlanLine line = form.Rows[i];
            if (setting.People.Participant(line.MentorId) is not { } mentor || setting.People.Participant(line.MenteeId) is not { } mentee) problems.Add(OrderSetting.Unknown(i + 1));
            else if (line.MentorId == line.MenteeId) problems.Add(new Refusal("SamePerson", $"Строка {i + 1}: наставник и наставляемый – один человек. Выберите другого."));
            else if (line.From > line.To) problems.Add(new Refusal("TermReversed", $"Строка {i + 1}: последний день раньше первого. Исправьте срок."));
            else rows.Add(new PlanRow(mentor, mentee, line.Plan, line.From, line.To));
        }
        if (form.Rows.Count == 0) problems.Add(new Refusal("NoRows", "В приказе нет ни одного плана. Добавьте строку с наставником и наставляемым."));
        if (form.ReportsBy < form.StartOn) problems.Add(new Refusal("TermReversed", "Отчёты нужны раньше начала работы по планам. Исправьте даты."));
        if (rows.Count == 0) return new ComposedOrder(null, [], problems);
        PlanOrder order = new(setting.Frame, rows)
        {
            Curator = setting.Curator, StartOn = form.StartOn, ReportsBy = form.ReportsBy, ReviewedBy = form.ReviewedBy,
            Review = form.ReviewOn is { } day ? new OrderGround(day, form.ReviewNumber) : null,
        };
        return new ComposedOrder(PlanOrderComposer.Compose(order), OrderSetting.Named(form, form.Rows.SelectMany(r => new[] { r.MentorId, r.MenteeId }).Append(setting.CuratorId)), problems);
    }
}
