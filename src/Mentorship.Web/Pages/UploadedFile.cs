using Mentorship.UseCases.Files;

namespace Mentorship.Web.Pages;

/// <summary>Files of a form, read into memory; one that is too large is read no further than the rule needs to refuse it.</summary>
internal static class UploadedFile
{
    public static async Task<Upload?> OfAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null or { Length: 0, FileName: "" }) return null;
        byte[] content = new byte[Math.Min(file.Length, Upload.MostBytes + 1L)];
        await using Stream stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancel);
        return new Upload(file.FileName, content);
    }

    public static async Task<IReadOnlyList<Upload>> AllAsync(IReadOnlyList<IFormFile>? files, CancellationToken cancel)
    {
        List<Upload> uploads = [];
        foreach (IFormFile file in files ?? []) if (await OfAsync(file, cancel) is { } upload) uploads.Add(upload);
        return uploads;
    }
}
