using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Web.Parts;

namespace Mentorship.Web.Pages.Documents;

/// <summary>States, outcomes and doors of documents in words.</summary>
internal static class DocumentWords
{
    public static (string Text, Tone Tone) Of(DocumentStatus status) => status switch
    {
        DocumentStatus.Draft => (DocumentsTexts.StatusDraft, Tone.Plain),
        DocumentStatus.OnRoute => (DocumentsTexts.StatusOnRoute, Tone.Info),
        DocumentStatus.Returned => (DocumentsTexts.StatusReturned, Tone.Wait),
        DocumentStatus.Signing => (DocumentsTexts.StatusSigning, Tone.Wait),
        DocumentStatus.OnPaper => (DocumentsTexts.StatusOnPaper, Tone.Wait),
        DocumentStatus.Signed => (DocumentsTexts.StatusSigned, Tone.Ok),
        _ => (DocumentsTexts.StatusAnnulled, Tone.Plain),
    };

    public static string Kind(WorkKind kind) => kind switch
    {
        WorkKind.Concur => DocumentsTexts.WaitsConcur,
        WorkKind.Sign => DocumentsTexts.WaitsSign,
        WorkKind.Prepare => DocumentsTexts.WaitsRework,
        _ => DocumentsTexts.WaitsDo,
    };

    public static string Door(Door door) => door switch
    {
        Domain.Cases.Door.Paper => DocumentsTexts.DoorPaper,
        Domain.Cases.Door.Link => DocumentsTexts.DoorLink,
        Domain.Cases.Door.LinkWithPin => DocumentsTexts.DoorLinkPin,
        _ => DocumentsTexts.DoorSession,
    };
}
