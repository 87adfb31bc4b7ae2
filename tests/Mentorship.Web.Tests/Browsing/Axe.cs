using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>What the rules of accessibility (axe) find wrong with a page as it is shown.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <param name="where">Begins each line.</param>
    /// <returns>A line for each fault, with the first place of it.</returns>
    /// <remarks>Run in the page itself, and without what only passes: a second page for the report, the style sheets fetched anew and a list of all that is well take several times as long.</remarks>
    public static async Task<List<string>> FaultsAsync(IPage page, string where)
    {
        Assert.Single(page.Frames); // what is inside a frame would have to be looked at there
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Script);
        string[] faults = await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ["violations"], preload: false })).violations.map(v => `${v.id}: ${v.nodes[0].html}`)
            """);
        return [.. faults.Select(fault => $"{where}: {fault}")];
    }
}
