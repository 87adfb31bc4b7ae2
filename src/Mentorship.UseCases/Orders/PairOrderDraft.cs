using Mentorship.Domain;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Pairing;
using Mentorship.UseCases.Documents;

namespace Mentorship.UseCases.Orders;

/// <summary>T4: pairs → rows → text, with the guard of consents and agreements.</summary>
internal static class PairOrderDraft
{
    public static ComposedOrder Compose(OrderSetting setting, PairOrderForm form, IReadOnlyList<Pair> pairs)
    {
        List<PairRow> rows = [.. pairs.Select(p => Row(setting.People, p)).OfType<PairRow>()];
        List<Refusal> problems = [.. PairOrderGuard.Check(rows, setting.Today).Select(p => p.Refusal)];
        if (form.ProgrammesBy < setting.Today) problems.Add(new Refusal("DateGone", "Срок разработки программ уже прошёл. Поставьте день не раньше сегодняшнего."));
        if (rows.Count == 0) return new ComposedOrder(null, [], problems);
        PairOrder order = new(setting.Frame, rows) { Curator = setting.Curator, ProgrammesBy = form.ProgrammesBy, Monitoring = form.Monitoring };
        IEnumerable<Guid> named = pairs.SelectMany(p => new[] { p.MentorId, p.MenteeId }).Append(setting.CuratorId);
        return new ComposedOrder(PairOrderComposer.Compose(order), OrderSetting.Named(form, named), problems);
    }

    /// <summary>A pair as a row of the order; null when one of the two is not among the people any more.</summary>
    public static PairRow? Row(OrderPeople people, Pair pair) =>
        people.Participant(pair.MentorId) is not { } mentor || people.Participant(pair.MenteeId) is not { } mentee ? null : new PairRow
        {
            Mentor = mentor, Mentee = mentee, Form = pair.Form, From = pair.From, To = pair.To,
            ConsentMentor = new PairConsent(pair.MentorConsentOn, pair.MentorConsentFileId?.ToString()),
            ConsentMentee = new PairConsent(pair.MenteeConsentOn, pair.MenteeConsentFileId?.ToString()),
            Agreement = string.IsNullOrWhiteSpace(pair.AgreementNumber) ? null : new PairAgreement(pair.AgreementNumber, pair.AgreementOn),
            UnpaidReason = pair.UnpaidReason,
        };
}
