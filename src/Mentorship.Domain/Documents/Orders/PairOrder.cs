using System.Globalization;
using Mentorship.Domain.Naming;

namespace Mentorship.Domain.Documents.Orders;

/// <summary>The order that assigns mentors to mentees.</summary>
public sealed record PairOrder(OrderFrame Frame, IReadOnlyList<PairRow> Rows)
{
    public required OrderPerson Curator { get; init; }

    /// <summary>By when the pairs have their programmes.</summary>
    public required DateOnly ProgrammesBy { get; init; }

    /// <summary>«один раз в полугодие».</summary>
    public string Monitoring { get; init; } = "один раз в полугодие";

    /// <summary>Allowances to mentors, or null.</summary>
    public PairPay? Pay { get; init; }
}

/// <summary>Allowances: where the money comes from and what each mentor gets.</summary>
public sealed record PairPay(string Source, IReadOnlyList<PairPayRow> Rows);

public sealed record PairPayRow(OrderPerson Mentor, string Amount);

/// <summary>«О закреплении наставнических пар».</summary>
public static class PairOrderComposer
{
    private const string Subject = "О закреплении наставнических пар";

    public static OrderText Compose(PairOrder order)
    {
        var draft = new OrderDraft(order.Frame);
        draft.Acquaint(order.Curator);
        // Pupils sign no line of a labour kind: their consent, or their parents', stands in the row.
        foreach (PairParticipant person in order.Rows.SelectMany(row => new[] { row.Mentor, row.Mentee }).Where(person => person.Kind != ParticipantKind.Pupil))
            draft.Acquaint(person.Person);

        var points = new List<OrderPoint?>
        {
            new(Assignment(order.Rows, draft)) { Table = Table(order.Rows) },
            new($"Наставникам в срок до {RussianDate.Short(order.ProgrammesBy)} разработать совместно с наставляемыми персонализированные программы наставничества."),
            OrderDraft.Duties(draft.Person(order.Curator, GrammaticalCase.Dative, capital: true),
                "представить персонализированные программы на утверждение", "вести журнал учёта наставнических пар",
                $"проводить мониторинг работы пар {order.Monitoring.Trim().TrimEnd('.')}"),
            order.Pay is not { } pay ? null : new OrderPoint(
                $"Установить наставникам доплату согласно приложению №\u00A01 за счёт {pay.Source.Trim().TrimEnd('.')} (ст.\u00A0151, 351.8 ТК РФ)."),
        };
        string?[] grounds = [.. Grounds(order.Rows), $"в целях организации наставничества {draft.Letterhead.InInstitution}"];
        OrderAnnex[] annexes = order.Pay is { } paid ? [new OrderAnnex("Доплаты наставникам", PayTable(paid))] : [];
        return draft.Compose(Subject, grounds, points, annexes);
    }

    private static string Assignment(IReadOnlyList<PairRow> rows, OrderDraft draft)
    {
        string term = rows.Select(row => (row.From, row.To)).Distinct().Count() == 1 && rows[0] is { From: { } from, To: { } to }
            ? $" на период с {RussianDate.Short(from)} по {RussianDate.Short(to)}" : " на сроки, указанные в таблице,";
        return rows.Count == 1
            ? $"Закрепить{term} за {Participant(rows[0].Mentee, GrammaticalCase.Instrumental, draft)} наставника {Participant(rows[0].Mentor, GrammaticalCase.Accusative, draft)}:"
            : $"Закрепить{term} за наставляемыми наставников:";
    }

    /// <summary>A class does not decline with a person: «Сидоровым П. К. (9 «А» класс)».</summary>
    private static string Participant(PairParticipant person, GrammaticalCase grammaticalCase, OrderDraft draft)
    {
        if (person.Kind != ParticipantKind.Pupil) return draft.Person(person.Person, grammaticalCase);
        string name = draft.Name(person.Person, grammaticalCase);
        return string.IsNullOrWhiteSpace(person.Person.Post) ? name : $"{name} ({person.Person.Post.Trim()})";
    }

    private static IEnumerable<string?> Grounds(IReadOnlyList<PairRow> rows)
    {
        DateOnly[] consents = [.. rows.SelectMany(row => new[] { row.ConsentMentor?.Given, row.ConsentMentee?.Given }).OfType<DateOnly>().Distinct().Order()];
        yield return consents.Length == 0
            ? "на основании письменных согласий участников"
            : $"на основании письменных согласий участников от {(consents.Length <= 2 ? string.Join(", ", consents.Select(RussianDate.Short)) : $"{RussianDate.Short(consents[0])} – {RussianDate.Short(consents[^1])}")}";
        string[] agreements = [.. rows.Select(row => row.Agreement).OfType<PairAgreement>().Where(one => one.Number.Length > 0).Select(Requisites).Distinct()];
        if (agreements.Length > 0) yield return $"дополнительных соглашений {(agreements.Length <= 3 ? string.Join(", ", agreements) : "к трудовым договорам, указанных в таблице")}";
    }

    private static TextTable Table(IReadOnlyList<PairRow> rows) => new(
        [new("№ п/п", 4, Centred: true), new("Наставник, должность", 20), new("Наставляемый, должность (класс)", 20), new("Форма", 12), new("Срок", 12, Centred: true), new("Основание", 20)],
        [.. rows.Select((row, index) => new TextRow(
        [
            (index + 1).ToString(CultureInfo.InvariantCulture), row.Mentor.Person.FullWithPost, row.Mentee.Person.FullWithPost, row.Form.Trim(),
            row is { From: { } from, To: { } to } ? $"{RussianDate.Short(from)} – {RussianDate.Short(to)}" : "", Basis(row),
        ]))]);

    private static string Basis(PairRow row)
    {
        var parts = new List<string> { Consents(row) };
        if (row.Agreement is { Number.Length: > 0 } agreement) parts.Add($"дополнительное соглашение {Requisites(agreement)}");
        else if (!string.IsNullOrWhiteSpace(row.UnpaidReason)) parts.Add(row.UnpaidReason.Trim().TrimEnd('.'));
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }

    private static string Consents(PairRow row)
    {
        string mentor = Consent(row.ConsentMentor), mentee = Consent(row.ConsentMentee);
        if (mentor.Length == 0 && mentee.Length == 0) return "";
        if (mentor == mentee) return $"согласия наставника и наставляемого {mentor}";
        return string.Join("; ", new[] { mentor.Length == 0 ? "" : $"согласие наставника {mentor}", mentee.Length == 0 ? "" : $"согласие наставляемого {mentee}" }.Where(text => text.Length > 0));
    }

    private static string Consent(PairConsent? consent) =>
        consent is not { IsThere: true } ? "" : consent.Given is { } day ? $"от {RussianDate.Short(day)}" : "(скан)";

    private static string Requisites(PairAgreement agreement) =>
        (agreement.Date is { } day ? $"от {RussianDate.Short(day)} " : "") + $"№\u00A0{agreement.Number.Trim()}";

    private static TextTable PayTable(PairPay pay) => new(
        [new("№ п/п", 5, Centred: true), new("Фамилия, имя, отчество", 25), new("Должность", 25), new("Размер доплаты", 15, Centred: true)],
        [.. pay.Rows.Select((row, index) => new TextRow([(index + 1).ToString(CultureInfo.InvariantCulture), row.Mentor.Name.Full, row.Mentor.Post, row.Amount.Trim()]))]);
}
