using System.Net;
using System.Text.RegularExpressions;
using Mentorship.Domain.Calendars;
using Mentorship.UseCases;
using Mentorship.UseCases.Importing;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Programmes;

namespace Mentorship.Web.Tests.Pages.Import;

/// <summary>The seed documents, as a person uploads them.</summary>
internal static partial class SeedFiles
{
    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Seeds", file));

    /// <summary>Posts the file by the form of the page.</summary>
    public static async Task<HttpResponseMessage> Upload(this Visitor visitor, string name, byte[] content, string year = "")
    {
        string page = await visitor.Read("/import");
        string token = WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value);
        using MultipartFormDataContent form = new();
        form.Add(new StringContent("upload"), "_handler");
        form.Add(new StringContent(token), "__RequestVerificationToken");
        form.Add(new StringContent(year), "Year");
        using ByteArrayContent file = new(content);
        form.Add(file, "file", name);
        return await visitor.Client.PostAsync("/import", form);
    }

    /// <summary>A roadmap that runs, every item given to the curator.</summary>
    public static async Task<Guid> Run(this Site site, FirstPerson first, string file = "003_extra_education.docx", int year = 2026, bool start = true)
    {
        Actor curator = Site.Curator(first);
        Guid import = (await site.Get<UploadRoadmap>().RunAsync(curator, file, Bytes(file), new SchoolYear(year), null, default)).Value;
        ImportView view = (await site.Get<LookAtImport>().RunAsync(curator, import, default)).Value!;
        int version = view.Version;
        foreach (ImportResponsible one in view.Responsibles) await site.Get<SetAssignee>().RunAsync(curator, import, version++, one.Text, "role:curator", default);
        Guid programme = (await site.Get<AcceptImport>().RunAsync(curator, import, version, default)).Value;
        if (start) Assert.True((await site.Get<ApprovedEarlier>().RunAsync(curator, programme, "приказ № 7 от 01.09.2026", default)).Succeeded);
        return programme;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
