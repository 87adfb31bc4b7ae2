using System.Globalization;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Pairing;
using Mentorship.Domain.People;
using Mentorship.Domain.Wording;

namespace Mentorship.UseCases.Orders;

/// <summary>An order in one line and, for «что вы подписываете», line by line: names, sums, dates.</summary>
public sealed record OrderSummary(string Line, IReadOnlyList<string> Details)
{
    private static readonly NumberFormatInfo Money = new() { NumberGroupSeparator = "\u00A0", NumberDecimalSeparator = "," };

    internal static OrderSummary Of(Document document, StaffDirectory staff, IReadOnlyDictionary<Guid, Pair> pairs) => document.Kind == DocumentKind.RoadmapApproval.Code
        ? new OrderSummary("", [])
        : OrderForm.Read(document.FormJson) switch
        {
            PairOrderForm form => OfPairs([.. form.PairIds.Where(pairs.ContainsKey).Select(id => pairs[id])], staff),
            PlanOrderForm form => new OrderSummary(Plural.Count(form.Rows.Count, "план", "плана", "планов"), [.. form.Rows.Select(r => $"{Name(staff, r.MentorId)} – {Name(staff, r.MenteeId)}{Tail(r.Plan)}")]),
            IncentiveOrderForm form => OfAwards(form, staff),
            TemplateOrderForm form => new OrderSummary(form.Name ?? "", [.. form.Answers.Where(a => a.Value.Length > 0).Select(a => $"{a.Key}: {(Guid.TryParse(a.Value, out Guid person) ? Name(staff, person) : a.Value)}")]),
            _ => new OrderSummary("", []),
        };

    /// <summary>«12 500 ₽», with kopecks where there are any.</summary>
    public static string Roubles(decimal sum) => sum.ToString(sum == decimal.Truncate(sum) ? "N0" : "N2", Money) + "\u00A0₽";

    private static OrderSummary OfPairs(IReadOnlyList<Pair> pairs, StaffDirectory staff) => new(Plural.Count(pairs.Count, "пара", "пары", "пар"),
        [.. pairs.Select(p => $"{Name(staff, p.MentorId)} – {Name(staff, p.MenteeId)}, {RussianDate.Short(p.From)} – {RussianDate.Short(p.To)}")]);

    private static OrderSummary OfAwards(IncentiveOrderForm form, StaffDirectory staff)
    {
        decimal total = form.Rows.Sum(r => r.Sum ?? 0);
        string people = Plural.Count(form.Rows.Select(r => r.PersonId).Distinct().Count(), "человек", "человека", "человек");
        return new OrderSummary(total > 0 ? $"{people} · {Roubles(total)}" : people, [.. form.Rows.Select(r => $"{Name(staff, r.PersonId)}: {r.Kind switch
        {
            AwardKind.Gratitude => "благодарность",
            AwardKind.Certificate => "почётная грамота",
            _ => r.Sum is { } sum ? $"выплата {Roubles(sum)}" : "выплата по положению",
        }}")]);
    }

    private static string Name(StaffDirectory staff, Guid person) => staff.Member(person)?.Person.ShortName ?? "—";

    private static string Tail(string? plan) => string.IsNullOrWhiteSpace(plan) ? "" : $", {plan.Trim()}";
}
