using Mentorship.Domain;
using Mentorship.Domain.Documents.Orders;

namespace Mentorship.UseCases.Orders;

/// <summary>T8: typed rows → text.</summary>
internal static class IncentiveOrderDraft
{
    public static ComposedOrder Compose(OrderSetting setting, IncentiveOrderForm form)
    {
        List<Refusal> problems = [];
        List<AwardRow> rows = [];
        for (int i = 0; i < form.Rows.Count; i++)
        {
            AwardLine line = form.Rows[i];
            if (setting.People.Person(line.PersonId) is not { } person) problems.Add(OrderSetting.Unknown(i + 1));
            else if (string.IsNullOrWhiteSpace(line.Ground)) problems.Add(new Refusal("GroundMissing", $"Строка {i + 1} ({person.Short}): напишите, за что поощрение."));
            else if (line is { Kind: AwardKind.Payment, Sum: <= 0 }) problems.Add(new Refusal("SumWrong", $"Строка {i + 1} ({person.Short}): сумма должна быть больше нуля. Если размер задаёт положение, оставьте её пустой."));
            else rows.Add(new AwardRow(line.Kind, person, line.Ground, line.Kind == AwardKind.Payment ? line.Sum : null));
        }
        if (form.Rows.Count == 0) problems.Add(new Refusal("NoRows", "В приказе никто не поощрён. Добавьте строку."));
        if (rows.Count == 0) return new ComposedOrder(null, [], problems);
        IncentiveOrder order = new(setting.Frame, rows)
        {
            Period = form.Period, Proposal = form.ProposalOn, PayBy = form.PayBy,
            Commission = form.CommissionOn is { } commission ? new OrderGround(commission, form.CommissionNumber) : null,
            Union = form.UnionOn is { } union ? new OrderGround(union, form.UnionNumber) : null,
        };
        return new ComposedOrder(IncentiveOrderComposer.Compose(order), OrderSetting.Named(form, form.Rows.Select(r => r.PersonId)), problems);
    }
}
