using System.Globalization;
using Mentorship.Domain.Naming;

namespace Mentorship.Domain.Documents.Orders;

/// <summary>Благодарность, грамота, выплата.</summary>
public enum AwardKind { Gratitude, Certificate, Payment }

/// <summary>Who is awarded and for what.</summary>
/// <param name="Ground">«за …», or for a payment its ground or points.</param>
/// <param name="Sum">Roubles, for a payment.</param>
public sealed record AwardRow(AwardKind Kind, OrderPerson Person, string Ground, decimal? Sum = null);

/// <summary>The order that thanks and pays mentors.</summary>
public sealed record IncentiveOrder(OrderFrame Frame, IReadOnlyList<AwardRow> Rows)
{
    /// <summary>«2025/2026 учебный год», the period of the monitoring.</summary>
    public string? Period { get; init; }

    /// <summary>The curator's proposal.</summary>
    public DateOnly? Proposal { get; init; }

    /// <summary>Minutes of the commission that shares the incentive fund.</summary>
    public OrderGround? Commission { get; init; }

    /// <summary>The opinion of the trade-union body.</summary>
    public OrderGround? Union { get; init; }
    public DateOnly? PayBy { get; init; }

    /// <summary>Who pays; null addresses the accounting office.</summary>
    public OrderPerson? Accountant { get; init; }

    /// <summary>Who publishes the awarded, with their consent only; null where nobody does.</summary>
    public OrderPerson? SiteEditor { get; init; }
}

/// <summary>«О поощрении наставников».</summary>
public static class IncentiveOrderComposer
{
    public static OrderText Compose(IncentiveOrder order)
    {
        var draft = new OrderDraft(order.Frame);
        foreach (AwardRow row in order.Rows) draft.Acquaint(row.Person);
        AwardRow[] payments = Of(order, AwardKind.Payment);
        if (payments.Length > 0) draft.Acquaint(order.Accountant);
        draft.Acquaint(order.SiteEditor);

        var points = new List<OrderPoint?>
        {
            Awards("Объявить благодарность", Of(order, AwardKind.Gratitude), GrammaticalCase.Dative, draft),
            Awards("Наградить почётной грамотой", Of(order, AwardKind.Certificate), GrammaticalCase.Accusative, draft),
            payments.Length == 0 ? null : new OrderPoint("Установить стимулирующие выплаты:") { Table = Table(payments) },
            payments.Length == 0 ? null : new OrderPoint(
                $"{(order.Accountant is { } accountant ? draft.Person(accountant, GrammaticalCase.Dative, capital: true) : "Бухгалтерии")} произвести выплаты{(order.PayBy is { } day ? $" в срок до {RussianDate.Short(day)}" : "")}."),
            order.SiteEditor is not { } editor ? null : new OrderPoint(
                $"{draft.Person(editor, GrammaticalCase.Dative, capital: true)} разместить сведения о награждённых на официальном сайте при наличии их согласий на распространение персональных данных."),
        };
        string subject = payments.Length == 0 ? "О поощрении наставников" : payments.Length == order.Rows.Count ? "О стимулирующих выплатах наставникам" : "О поощрении и стимулирующих выплатах наставникам";
        return draft.Compose(subject, Grounds(order), points);
    }

    private static AwardRow[] Of(IncentiveOrder order, AwardKind kind) => [.. order.Rows.Where(row => row.Kind == kind)];

    private static OrderPoint? Awards(string what, AwardRow[] rows, GrammaticalCase grammaticalCase, OrderDraft draft)
    {
        if (rows.Length == 0) return null;
        string[] lines = [.. rows.Select(row => draft.NameAndPost(row.Person, grammaticalCase) + Ground(row.Ground))];
        return lines.Length == 1 ? new OrderPoint(OrderDraft.Stopped($"{what} {lines[0]}")) : new OrderPoint(what + ":") { Points = OrderDraft.Listed(lines) };
    }

    /// <summary>«, – за высокие результаты»: the comma closes the post in apposition.</summary>
    private static string Ground(string ground)
    {
        string text = ground.Trim().TrimEnd('.', ';');
        return text.Length == 0 ? "" : text.StartsWith("за ", StringComparison.OrdinalIgnoreCase) ? $", {char.ToLowerInvariant(text[0])}{text[1..]}" : $" ({text})";
    }

    private static IEnumerable<string?> Grounds(IncentiveOrder order)
    {
        yield return $"по итогам мониторинга реализации программы наставничества{(string.IsNullOrWhiteSpace(order.Period) ? "" : $" за {order.Period.Trim()}")}";
        if (order.Proposal is { } proposal) yield return $"на основании представления куратора от {RussianDate.Short(proposal)}";
        if (order.Commission is { } commission) yield return $"на основании протокола комиссии по распределению стимулирующей части фонда оплаты труда {commission.Requisites}";
        if (order.Union is { } union) yield return $"с учётом мнения профсоюзного комитета (протокол {union.Requisites})";
    }

    private static TextTable Table(AwardRow[] rows)
    {
        var lines = rows.Select((row, index) => new TextRow(
            [(index + 1).ToString(CultureInfo.InvariantCulture), row.Person.Name.Full, row.Person.Post.Trim(), row.Ground.Trim(), row.Sum is { } sum ? Roubles(sum) : "по положению об оплате труда"])).ToList();
        if (rows.Length > 1 && rows.All(row => row.Sum is not null))
            lines.Add(new TextRow(["", "Итого", "", "", Roubles(rows.Sum(row => row.Sum ?? 0))], TextRowKind.Strong));
        return new TextTable(
            [new("№ п/п", 4, Centred: true), new("Фамилия, имя, отчество", 20), new("Должность", 18), new("Основание, баллы", 22), new("Размер", 13, Centred: true)], lines);
    }

    /// <summary>«12 500,00 руб.».</summary>
    private static string Roubles(decimal sum) =>
        sum.ToString("N2", new NumberFormatInfo { NumberGroupSeparator = "\u00A0", NumberDecimalSeparator = "," }) + "\u00A0руб.";
}
