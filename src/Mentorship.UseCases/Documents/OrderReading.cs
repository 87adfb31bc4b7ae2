using Mentorship.Domain;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Signing;
using Mentorship.Storage;
using Mentorship.UseCases.Orders;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Documents;

/// <summary>An order to be read: its text, and the marks that stand on it now.</summary>
public sealed record ReadableOrder(OrderText Text, DocumentMarks Marks);

/// <summary>Opens an order for reading: the frozen version, or the draft as it would be frozen today.</summary>
internal sealed class OrderReading(OrderDesk orders)
{
    /// <summary>The current text; null while a draft has too little for one. <paramref name="problems"/> gathers what a draft misses.</summary>
    public async Task<ReadableOrder?> CurrentAsync(MentorshipDb db, Document document, DateTimeOffset at, List<Refusal> problems, CancellationToken cancel)
    {
        if (document.Status is DocumentStatus.Draft or DocumentStatus.Returned && document.Kind != DocumentKind.RoadmapApproval.Code)
        {
            ComposedOrder composed = await orders.ComposeAsync(db, OrderForm.Read(document.FormJson), at, cancel);
            problems.AddRange(composed.Problems);
            return composed.Text is { } text ? new ReadableOrder(text, new DocumentMarks { IsDraft = true }) : null;
        }
        return document.CurrentVersionId is { } version ? await VersionAsync(db, document, version, cancel) : null;
    }

    /// <summary>One frozen version; number, date and mark only on the one that was registered.</summary>
    public static async Task<ReadableOrder?> VersionAsync(MentorshipDb db, Document document, Guid version, CancellationToken cancel)
    {
        string? content = await db.DocumentVersions.Where(v => v.Id == version && v.DocumentId == document.Id).Select(v => v.Content).SingleOrDefaultAsync(cancel);
        if (content is null) return null;
        bool registered = version == document.CurrentVersionId && document.RegistrationNumber is not null;
        Signature? signature = await db.Signatures.SingleOrDefaultAsync(s => s.DocumentVersionId == version && s.Status == SignatureStatus.Completed, cancel);
        Institution institution = (await db.Institutions.FindAsync([db.Scope], cancel))!;
        return new ReadableOrder(OrderContent.Read(content), new DocumentMarks
        {
            Number = registered ? document.RegistrationNumber : null, Date = registered ? document.RegisteredOn : null, IsDraft = !registered,
            Signature = signature is { Method: SigningMethod.SimpleElectronic }
                ? new SimpleSignatureMark(signature.SignedAs, TimeZoneInfo.ConvertTime(signature.EffectiveAt, institution.Zone), signature.Sha256) : null,
        });
    }
}
