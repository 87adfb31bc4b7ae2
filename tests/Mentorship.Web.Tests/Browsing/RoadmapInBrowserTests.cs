using Mentorship.UseCases.Importing;
using Mentorship.UseCases.Installing;
using Mentorship.Web.Tests.Pages.Import;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>«Загрузка» and «Дорожная карта» in a real browser: readable, accessible, nothing wider than the screen.</summary>
public sealed class RoadmapInBrowserTests
{
    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task Pages_WithALongRoadmap_AreAccessibleAndFit(int width, bool dark)
    {
        await using Browser browser = await Browser.Start();
        await using Site site = new();
        site.UseKestrel(0);
        site.StartServer();
        FirstPerson first = await site.Create();
        Guid programme = await site.Run(first, "004_college.docx", 2021);
        Guid import = (await site.Get<UploadRoadmap>().RunAsync(Site.Curator(first), "000_kindergarten.docx", SeedFiles.Bytes("000_kindergarten.docx"), null, null, default)).Value;
        IPage page = await browser.Open(site.ClientOptions.BaseAddress, width, dark: dark);
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name='Form.Email']", "curator@example.org");
        await page.FillAsync("[name='Form.Password']", Site.Password);
        await page.ClickAsync("button[type=submit]");

        (string Path, string Name)[] pages =
        [
            ("/import", "import"), ($"/import/{import}", "reading"), ($"/import/{import}?edit=0-0", "reading-edit"), ($"/roadmap/{programme}", "roadmap"),
            ($"/roadmap/{programme}/scheme", "scheme"), ($"/roadmap/{programme}/item/s1-i1", "item"),
        ];
        foreach ((string path, string name) in pages)
        {
            await page.GotoAsync(path);
            Assert.Empty(await Axe.FaultsAsync(page, name));
            Assert.Equal((name, width), (name, await page.EvaluateAsync<int>("document.documentElement.scrollWidth")));
            if (Environment.GetEnvironmentVariable("MENTORSHIP_SHOTS") is { Length: > 0 } folder)
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        }
    }
}
