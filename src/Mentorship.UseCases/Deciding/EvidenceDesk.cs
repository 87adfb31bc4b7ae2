using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Files;
using Mentorship.Storage;
using Mentorship.UseCases.Files;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Deciding;

/// <summary>Takes what proves that an item is done: checks it, stores files, names documents.</summary>
internal static class EvidenceDesk
{
    private const int MostFiles = 10, LongestText = 500;

    public static async Task<Outcome<IReadOnlyList<Evidence>>> StoreAsync(MentorshipDb db, WorkItem item, Guid person, EvidenceGiven given, DateTimeOffset at, CancellationToken cancel, bool seesAll = false)
    {
        List<Evidence> proofs = [];
        if (given.NumberAndDate?.Trim() is { Length: > 0 } number)
        {
            if (number.Length > LongestText) return TextLong;
            proofs.Add(new Evidence { WorkItemId = item.Id, Kind = EvidenceKind.NumberAndDate, Text = number });
        }
        if (given.Address?.Trim() is { Length: > 0 } address)
        {
            if (Link(address) is not { } link) return AddressWrong;
            proofs.Add(new Evidence { WorkItemId = item.Id, Kind = EvidenceKind.Address, Text = link });
        }
        if (given.Files.Count > MostFiles) return FilesMany;
        foreach (Upload upload in given.Files)
        {
            Outcome<StoredFile> file = EvidenceFile.Of(upload, item.InstitutionId, person, at);
            if (file.Refusal is { } no) return no;
            db.Files.Add(file.Value!);
            proofs.Add(new Evidence { WorkItemId = item.Id, Kind = EvidenceKind.File, FileId = file.Value!.Id, Text = file.Value.Name });
        }
        IReadOnlyList<DocumentChoice> fitting = given.Documents.Count == 0 ? [] : await FittingAsync(db, item, person, seesAll, cancel);
        foreach (Guid id in given.Documents.Distinct())
        {
            if (fitting.FirstOrDefault(d => d.Id == id) is not { } document) return DocumentUnknown;
            proofs.Add(new Evidence { WorkItemId = item.Id, Kind = EvidenceKind.Document, DocumentId = document.Id, Text = document.Title });
        }
        return proofs;
    }

    /// <summary>Signed documents that may prove the item, the newest first: those with which the person had to do; all of the institution for who may see all.</summary>
    public static async Task<IReadOnlyList<DocumentChoice>> FittingAsync(MentorshipDb db, WorkItem item, Guid person, bool seesAll, CancellationToken cancel)
    {
        List<Document> signed = await db.Documents.AsNoTracking().Where(d => d.Status == DocumentStatus.Signed).OrderByDescending(d => d.RegisteredOn).ThenByDescending(d => d.Id).Take(500).ToListAsync(cancel);
        if (!seesAll)
        {
            HashSet<Guid> seen = [.. await db.WorkItems.Where(w => w.PersonId == person && w.DocumentId != null).Select(w => w.DocumentId!.Value).Distinct().ToListAsync(cancel)];
            signed = [.. signed.Where(d => d.AuthorId == person || d.NamedPeople.Contains(person) || seen.Contains(d.Id))];
        }
        HashSet<Guid> given = [.. item.Evidence.Select(e => e.DocumentId).OfType<Guid>()];
        return [.. signed.Where(d => !given.Contains(d.Id)).Select(d => new DocumentChoice(d.Id, TitleOf(d)))];
    }

    public static Refusal Missing { get; } = new("EvidenceMissing", "Приложите, чем это подтверждается: файл или фото, адрес страницы, номер и дату документа. Если подтвердить нечем, нажмите «Выполнено, подтверждения нет».");

    private static string TitleOf(Document document)
    {
        string title = document.RegistrationNumber is { } number ? $"{document.Title}, №\u00A0{number} от {document.RegisteredOn:dd.MM.yyyy}" : document.Title;
        return title.Length <= LongestText ? title : title[..LongestText];
    }

    /// <summary>An address of the web; the scheme may be left out.</summary>
    private static string? Link(string typed)
    {
        string whole = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        return whole.Length <= 2000 && Uri.TryCreate(whole, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && uri.Host.Contains('.', StringComparison.Ordinal) && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri : null;
    }

    private static Refusal TextLong { get; } = new("EvidenceLong", "Номер и дата длиннее 500 знаков. Оставьте только вид документа, номер и дату.");
    private static Refusal AddressWrong { get; } = new("AddressWrong", "Адрес страницы не похож на адрес. Скопируйте его из строки браузера целиком, он начинается с https://");
    private static Refusal FilesMany { get; } = new("FilesMany", "Больше десяти файлов сразу не поместится. Приложите главные, остальные можно добавить потом.");
    private static Refusal DocumentUnknown { get; } = new("DocumentUnknown", "Выбранного документа среди подписанных нет. Обновите страницу и выберите снова.");
}

/// <summary>A document of the system that may prove an item.</summary>
public sealed record DocumentChoice(Guid Id, string Title);
