namespace Mentorship.Domain.Documents.Orders;

/// <summary>What keeps a pair order from signature: the row, counted from one (zero is the whole order), and the refusal.</summary>
public sealed record PairRowProblem(int Row, Refusal Refusal);

/// <summary>
/// A pair order goes to signature only when every row carries the consent of both and, between two employees,
/// the agreement that article 351.8 of the Labour Code asks for since 1 March 2025, or the reason why none is needed.
/// </summary>
public static class PairOrderGuard
{
    public static readonly DateOnly AgreementSince = new(2025, 3, 1);

    public static IReadOnlyList<PairRowProblem> Check(IReadOnlyList<PairRow> rows, DateOnly today)
    {
        if (rows.Count == 0) return [new PairRowProblem(0, new Refusal("pair-order.empty", "В приказе нет ни одной пары. Добавьте наставника и наставляемого."))];
        var problems = new List<PairRowProblem>();
        for (int i = 0; i < rows.Count; i++)
        {
            string place = $"Строка {i + 1} ({rows[i].Mentor.Person.Short} – {rows[i].Mentee.Person.Short})";
            int number = i + 1;
            problems.AddRange(CheckRow(rows[i], today).Select(problem => new PairRowProblem(number, problem with { Text = $"{place}: {problem.Text}" })));
            if (rows.Take(i).Any(earlier => SamePair(earlier, rows[i])))
                problems.Add(new PairRowProblem(number, new Refusal("pair-order.twice", $"{place}: эта пара уже есть в приказе. Уберите лишнюю строку.")));
        }
        return problems;
    }

    /// <summary>What one row misses; the sentences begin in small letters, for the row's name stands before them.</summary>
    public static IEnumerable<Refusal> CheckRow(PairRow row, DateOnly today)
    {
        if (row.Mentor.Person.Name == row.Mentee.Person.Name && row.Mentor.Person.Post == row.Mentee.Person.Post)
            yield return new Refusal("pair-order.same-person", "наставник и наставляемый – один человек. Выберите другого наставника.");
        if (row.From is null || row.To is null)
            yield return new Refusal("pair-order.no-term", "не указан срок. Укажите первый и последний день работы пары.");
        else if (row.From > row.To)
            yield return new Refusal("pair-order.term", "последний день раньше первого. Исправьте срок.");
        if (Consent(row.ConsentMentor, today, "mentor", "наставника") is { } mentor) yield return mentor;
        string mentee = row.Mentee.Kind == ParticipantKind.Pupil ? "наставляемого (или его законного представителя)" : "наставляемого";
        if (Consent(row.ConsentMentee, today, "mentee", mentee) is { } refused) yield return refused;
        if (NeedsAgreement(row, today) && string.IsNullOrWhiteSpace(row.Agreement?.Number) && string.IsNullOrWhiteSpace(row.UnpaidReason))
            yield return new Refusal("pair-order.no-agreement",
                "наставник и наставляемый – работники, а дополнительного соглашения нет (ст.\u00A0351.8 ТК РФ, с 01.03.2025). Впишите номер соглашения или причину, по которой оно не нужно.");
    }

    private static Refusal? Consent(PairConsent? consent, DateOnly today, string code, string whose)
    {
        if (consent is not { IsThere: true })
            return new Refusal($"pair-order.no-consent-{code}", $"нет согласия {whose}. Укажите дату согласия или приложите скан.");
        return consent.Given > today
            ? new Refusal($"pair-order.future-consent-{code}", $"дата согласия {whose} ещё не наступила ({RussianDate.Short(consent.Given.Value)}). Исправьте дату.")
            : null;
    }

    private static bool NeedsAgreement(PairRow row, DateOnly today) =>
        row.IsEmployeeToEmployee && (today >= AgreementSince || row.From >= AgreementSince);

    private static bool SamePair(PairRow a, PairRow b) =>
        a.Mentor.Person.Name == b.Mentor.Person.Name && a.Mentor.Person.Post == b.Mentor.Person.Post
        && a.Mentee.Person.Name == b.Mentee.Person.Name && a.Mentee.Person.Post == b.Mentee.Person.Post
        && a.From <= b.To && b.From <= a.To;
}
