using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Files;
using Mentorship.Domain.Mailing;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Mailing;

/// <summary>What goes with a mail of the process, as it stands when the step runs.</summary>
/// <param name="Attached">What will go.</param>
/// <param name="Missing">Why something does not, a sentence each.</param>
/// <param name="Document">The document itself, where one of them is it.</param>
internal sealed record MailLoad(List<MailAttachment> Attached, List<string> Missing, Guid? Document)
{
    public long Bytes { get; set; }
}

/// <summary>Finds what a Mail step sends along. What is not there is left out and said: the mail itself goes.</summary>
internal static class MailAttaching
{
    public static async Task<MailLoad> OfAsync(MentorshipDb db, OpenedCase opened, SendMail step, CancellationToken cancel)
    {
        if (opened.Graph.Find(step.NodeId) is not { } mail || Attached.Of(mail) is not { Count: > 0 } names) return new MailLoad([], [], null);
        Guid? about = opened.Case.DocumentId ?? About(opened, step, mail);
        MailLoad load = new([], [], about);
        Document? document = about is { } id ? await db.Documents.FindAsync([id], cancel) : null;
        if (document is not null && db.Entry(document).State != EntityState.Added) await db.Entry(document).Collection(d => d.Attachments).LoadAsync(cancel);
        foreach (string name in names)
            if ((Paper(opened, step, name) is { } paper ? OfDocument(opened, await db.Documents.FindAsync([paper], cancel)) : Find(opened, step, document, name)) is { } found) await AddAsync(db, load, found, cancel);
            else load.Missing.Add($"{What(opened, name)}: к этому времени приложить нечего.");
        return load;
    }

    private static Guid? About(OpenedCase opened, SendMail step, FlowNode node) => CasePaper.Of(node, step.Step, opened.Graph, FlowStateJson.Read(opened.Case.State), opened.Around)?.Document;

    /// <summary>The document of its own that the named step brought forth; null where it brings forth none.</summary>
    private static Guid? Paper(OpenedCase opened, SendMail step, string name) =>
        opened.Graph.Find(name) is { } writer && Papers.TemplateOf(writer) is not null && Written(opened, step, name) is { } run ? About(opened, new SendMail(run, name), writer) : null;

    private static MailAttachment? Find(OpenedCase opened, SendMail mail, Document? document, string name) => name switch
    {
        Attached.Document => OfDocument(opened, document),
        Attached.Register => OfFile(document?.Attachments.Where(a => a.Kind == AttachmentKind.Register).MaxBy(a => a.AddedAt)),
        _ when opened.Graph.Find(name) is not { Kind: NodeKind.Document } writer || Papers.TemplateOf(writer) is not null => null,
        _ when !string.IsNullOrWhiteSpace(opened.Graph.Node(name).Text("drafter")) => Written(opened, mail, name) is null ? null : OfDocument(opened, document),
        _ => OfFile(document?.Attachments.FirstOrDefault(a => a.StepId is not null && a.StepId == Written(opened, mail, name))),
    };

    /// <summary>The last run of a step that is over, in a loop the one of the same round.</summary>
    private static string? Written(OpenedCase opened, SendMail mail, string node)
    {
        IReadOnlyList<StepState> steps = FlowStateJson.Read(opened.Case.State).Steps;
        string? scope = steps.FirstOrDefault(s => s.Id == mail.Step)?.Scope;
        List<StepState> over = [.. steps.Where(s => s.NodeId == node && s.Status == StepStatus.Done)];
        return (over.FindLast(s => s.Scope == scope) ?? over.LastOrDefault())?.Id;
    }

    private static MailAttachment? OfDocument(OpenedCase opened, Document? document)
    {
        if (document?.CurrentVersionId is not { } version) return null;
        // The mail carries the text itself: the name of the file hides only what no mail may say.
        string title = MailPrivacy.Allows(document.Title, opened.Around.Staff) ? document.Title : document.KindOf.Name;
        return new MailAttachment(DownloadDocument.FileName(title, document.RegistrationNumber) + ".docx") { DocumentVersionId = version, Number = document.RegistrationNumber, RegisteredOn = document.RegisteredOn };
    }

    private static MailAttachment? OfFile(Attachment? attachment) => attachment is null ? null : new MailAttachment(DownloadDocument.Plain(attachment.Name)) { FileId = attachment.FileId };

    private static async Task AddAsync(MentorshipDb db, MailLoad load, MailAttachment found, CancellationToken cancel)
    {
        if (load.Attached.Contains(found)) return;
        load.Bytes += await SizeAsync(db, found, cancel);
        if (load.Bytes <= MailAttachment.MostBytes) load.Attached.Add(found);
        else load.Missing.Add($"{found.Name}: все вложения письма вместе не больше {MailAttachment.MostBytes / 1024 / 1024} МБ. Пришлите его отдельным письмом или откройте в системе.");
    }

    /// <summary>A document is told by the length of its text: as a file it is smaller.</summary>
    private static async Task<long> SizeAsync(MentorshipDb db, MailAttachment found, CancellationToken cancel) => found switch
    {
        { FileId: { } id } => db.Held<StoredFile>(id)?.Content.Length ?? await db.Files.Where(f => f.Id == id).Select(f => f.Content.Length).SingleAsync(cancel),
        { DocumentVersionId: { } id } => db.Held<DocumentVersion>(id)?.Content.Length ?? await db.DocumentVersions.Where(v => v.Id == id).Select(v => v.Content.Length).SingleAsync(cancel),
        _ => 0,
    };

    private static string What(OpenedCase opened, string name) => name switch
    {
        Attached.Document => "Документ дела",
        Attached.Register => "Реестр",
        _ => $"То, что пишет шаг «{opened.Graph.Find(name)?.Name ?? name}»",
    };
}
