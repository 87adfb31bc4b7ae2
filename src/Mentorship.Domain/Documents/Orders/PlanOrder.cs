using System.Globalization;
using Mentorship.Domain.Naming;

namespace Mentorship.Domain.Documents.Orders;

/// <summary>The order that approves the individual plans (personalised programmes) of pairs.</summary>
public sealed record PlanOrder(OrderFrame Frame, IReadOnlyList<PlanRow> Rows)
{
    public required OrderPerson Curator { get; init; }
    public required DateOnly StartOn { get; init; }
    public required DateOnly ReportsBy { get; init; }

    /// <summary>The methodical body that looked at the plans («методического совета») and its minutes, or null.</summary>
    public string? ReviewedBy { get; init; }
    public OrderGround? Review { get; init; }
}

/// <summary>One plan: whose, what it is called, from when to when.</summary>
public sealed record PlanRow(PairParticipant Mentor, PairParticipant Mentee, string? Plan = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>«Об утверждении персонализированных программ (индивидуальных планов) наставничества».</summary>
public static class PlanOrderComposer
{
    private const string Subject = "Об утверждении персонализированных программ (индивидуальных планов) наставничества";

    public static OrderText Compose(PlanOrder order)
    {
        var draft = new OrderDraft(order.Frame);
        draft.Acquaint(order.Curator);
        foreach (PairParticipant mentor in order.Rows.Select(row => row.Mentor).Where(mentor => mentor.Kind != ParticipantKind.Pupil)) draft.Acquaint(mentor.Person);

        OrderPoint[] points =
        [
            new("Утвердить персонализированные программы (индивидуальные планы) наставничества согласно приложению №\u00A01."),
            new($"Наставникам приступить к реализации программ с {RussianDate.Short(order.StartOn)}."),
            new($"Наставникам представить отчёты о реализации программ {draft.Person(order.Curator, GrammaticalCase.Dative)} в срок до {RussianDate.Short(order.ReportsBy)}."),
        ];
        string?[] grounds =
        [
            order.Review is { } review ? $"на основании решения {(string.IsNullOrWhiteSpace(order.ReviewedBy) ? "методического совета" : order.ReviewedBy.Trim())} (протокол {review.Requisites})" : null,
            $"в целях реализации программы наставничества {draft.Letterhead.InInstitution}",
        ];
        return draft.Compose(Subject, grounds, points, new OrderAnnex("Перечень персонализированных программ (индивидуальных планов) наставничества", Table(order.Rows)));
    }

    private static TextTable Table(IReadOnlyList<PlanRow> rows) => new(
        [new("№ п/п", 4, Centred: true), new("Наставник, должность", 22), new("Наставляемый, должность (класс)", 22), new("Программа (план)", 22), new("Срок реализации", 13, Centred: true)],
        [.. rows.Select((row, index) => new TextRow(
        [
            (index + 1).ToString(CultureInfo.InvariantCulture), row.Mentor.Person.FullWithPost, row.Mentee.Person.FullWithPost,
            string.IsNullOrWhiteSpace(row.Plan) ? "Индивидуальный план" : row.Plan.Trim(), Term(row),
        ]))]);

    private static string Term(PlanRow row) => (row.From, row.To) switch
    {
        ({ } from, { } to) => $"{RussianDate.Short(from)} – {RussianDate.Short(to)}",
        ({ } from, null) => $"с {RussianDate.Short(from)}",
        (null, { } to) => $"до {RussianDate.Short(to)}",
        _ => "",
    };
}
