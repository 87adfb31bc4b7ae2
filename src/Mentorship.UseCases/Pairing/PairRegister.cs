using System.Globalization;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Files;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Pairing;
using Mentorship.Domain.People;
using Mentorship.Domain.Wording;
using Mentorship.Office.Writing;
using Mentorship.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Pairing;

/// <summary>The register of the pairs of a signed order (реестр наставнических пар), written by the process and attached to the order.</summary>
internal static class PairRegister
{
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="step">The step of the order's case that writes it.</param>
    public static async Task AttachAsync(MentorshipDb db, Document order, Institution institution, StaffDirectory staff, string step, DateTimeOffset at, CancellationToken cancel)
    {
        List<Pair> pairs = await db.Pairs.Where(p => p.OrderId == order.Id).OrderBy(p => p.Id).ToListAsync(cancel);
        string name = $"Реестр наставнических пар к приказу № {order.RegistrationNumber}.xlsx";
        RegisterTable register = new("Реестр наставнических пар", Table(pairs, order, staff))
        {
            Institution = institution.Name, Footer = $"Приказ от {RussianDate.Short(order.RegisteredOn!.Value)} № {order.RegistrationNumber}. Реестр составлен {RussianDate.Short(institution.DayOf(at))}.",
        };
        StoredFile file = StoredFile.Of(order.InstitutionId, name, Spreadsheet, RegisterXlsx.Write(register), null, at);
        db.AddRange(file, new Attachment { DocumentId = order.Id, FileId = file.Id, Name = name, Kind = AttachmentKind.Register, StepId = step, AddedAt = at });
    }

    internal static TextTable Table(IReadOnlyList<Pair> pairs, Document order, StaffDirectory staff) => new(
        [
            new("№ п/п", 4, Centred: true), new("Наставник, должность", 18), new("Наставляемый, должность (класс)", 18), new("Форма", 12), new("Срок", 13, Centred: true),
            new("Согласие наставника", 12, Centred: true), new("Согласие наставляемого", 12, Centred: true), new("Соглашение к договору", 15), new("Приказ", 13, Centred: true),
        ],
        [.. pairs.Select((p, index) => new TextRow(
        [
            (index + 1).ToString(CultureInfo.InvariantCulture), Who(staff, p.MentorId), Who(staff, p.MenteeId), p.Form, $"{RussianDate.Short(p.From)} – {RussianDate.Short(p.To)}",
            Consent(p.MentorConsentOn, p.MentorConsentFileId), Consent(p.MenteeConsentOn, p.MenteeConsentFileId), Agreement(p),
            order.RegisteredOn is { } day ? $"от {RussianDate.Short(day)} № {order.RegistrationNumber}" : "",
        ]))]);

    private static string Who(StaffDirectory staff, Guid id) => staff.Member(id) is not { } m ? "" : string.IsNullOrWhiteSpace(m.Post) ? m.Person.FullName : $"{m.Person.FullName}, {m.Post}";

    private static string Consent(DateOnly? day, Guid? scan) => day is { } given ? $"от {RussianDate.Short(given)}" : scan is null ? "" : "скан";

    private static string Agreement(Pair pair) => pair switch
    {
        { AgreementNumber: { Length: > 0 } number, AgreementOn: { } day } => $"№ {number} от {RussianDate.Short(day)}",
        { AgreementNumber: { Length: > 0 } number } => $"№ {number}",
        _ => pair.UnpaidReason ?? "",
    };
}
