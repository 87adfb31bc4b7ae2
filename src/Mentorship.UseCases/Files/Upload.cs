using Mentorship.Domain;
using Mentorship.Domain.Files;

namespace Mentorship.UseCases.Files;

/// <summary>A file as it came from a form.</summary>
public sealed record Upload(string FileName, byte[] Content)
{
    /// <summary>The largest file that is taken: 20 MB.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>A scan or a photo of a paper: PDF, JPEG or PNG by what the file holds, whatever it is called.</summary>
    internal Outcome<StoredFile> AsScan(Actor actor, DateTimeOffset at)
    {
        if (Content.Length == 0) return new Refusal("ScanEmpty", $"Файл «{FileName}» пуст. Выберите скан ещё раз.");
        if (Content.Length > MostBytes) return new Refusal("ScanLarge", $"Файл «{FileName}» больше 20 МБ. Отсканируйте с меньшим разрешением.");
        string? type = Content switch
        {
            [0x25, 0x50, 0x44, 0x46, ..] => "application/pdf",
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            [0x89, 0x50, 0x4E, 0x47, ..] => "image/png",
            _ => null,
        };
        return type is null
            ? new Refusal("ScanKind", $"«{FileName}» – не скан. Подойдёт PDF, JPEG или PNG: отсканируйте лист или сфотографируйте его телефоном.")
            : StoredFile.Of(actor.InstitutionId, Path.GetFileName(FileName), type, Content, actor.PersonId, at);
    }
}
