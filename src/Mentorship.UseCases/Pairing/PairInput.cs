using Mentorship.Domain;
using Mentorship.Domain.Files;
using Mentorship.Domain.Pairing;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Files;

namespace Mentorship.UseCases.Pairing;

/// <summary>What the curator types about a pair. Consents and the agreement may come later: the order waits for them.</summary>
public sealed record PairInput(Guid MentorId, Guid MenteeId, string Form, DateOnly From, DateOnly To)
{
    public DateOnly? MentorConsentOn { get; init; }
    public Upload? MentorConsent { get; init; }
    public DateOnly? MenteeConsentOn { get; init; }
    public Upload? MenteeConsent { get; init; }
    public string? AgreementNumber { get; init; }
    public DateOnly? AgreementOn { get; init; }
    public string? UnpaidReason { get; init; }
}

/// <summary>Puts what was typed into a pair: adding and editing share it.</summary>
internal sealed class PairDesk(CaseDesk cases)
{
    /// <summary>Null when everything was taken over.</summary>
    public async Task<Refusal?> FillAsync(MentorshipDb db, Pair pair, PairInput input, Actor actor, DateTimeOffset at, CancellationToken cancel)
    {
        StaffDirectory staff = await cases.StaffAsync(db, cancel);
        if (staff.Member(input.MentorId) is null) return new Refusal("MentorMissing", "Выберите наставника из списка людей учреждения.");
        if (staff.Member(input.MenteeId) is null) return new Refusal("MenteeMissing", "Выберите наставляемого из списка людей учреждения.");
        if (input.MentorId == input.MenteeId) return new Refusal("SamePerson", "Наставник и наставляемый – один человек. Выберите другого.");
        if (string.IsNullOrWhiteSpace(input.Form)) return new Refusal("FormMissing", "Укажите форму наставничества, например «педагог – педагог».");
        if (input.From > input.To) return new Refusal("TermReversed", "Последний день работы пары раньше первого. Исправьте срок.");
        Outcome<Guid?> mentor = Keep(db, input.MentorConsent, pair.MentorConsentFileId, actor, at), mentee = Keep(db, input.MenteeConsent, pair.MenteeConsentFileId, actor, at);
        if ((mentor.Refusal ?? mentee.Refusal) is { } no) return no;
        if (pair.MentorId != input.MentorId || pair.MenteeId != input.MenteeId) (pair.ConfirmedAt, pair.ConfirmedBy) = (null, null);
        (pair.MentorId, pair.MenteeId, pair.Form, pair.From, pair.To) = (input.MentorId, input.MenteeId, input.Form.Trim(), input.From, input.To);
        (pair.MentorConsentOn, pair.MentorConsentFileId, pair.MenteeConsentOn, pair.MenteeConsentFileId) = (input.MentorConsentOn, mentor.Value, input.MenteeConsentOn, mentee.Value);
        (pair.AgreementNumber, pair.AgreementOn, pair.UnpaidReason) = (Text(input.AgreementNumber), input.AgreementOn, Text(input.UnpaidReason));
        return null;
    }

    /// <summary>A new scan takes the place of the old one; without a new one the old one stays.</summary>
    private static Outcome<Guid?> Keep(MentorshipDb db, Upload? upload, Guid? known, Actor actor, DateTimeOffset at)
    {
        if (upload is null) return known;
        Outcome<StoredFile> scan = upload.AsScan(actor, at);
        if (scan.Refusal is { } no) return no;
        db.Files.Add(scan.Value!);
        return scan.Value!.Id;
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
