using System.Text.Json.Nodes;
using Mentorship.Flow;
using Mentorship.UseCases.Authoring;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

/// <summary>«Конструктор» and what nobody should give it: scripts in every text, garbage on the clipboard, endless names, a definition of a newer product.</summary>
public sealed class DesignerBadInputTests : DesignerSite
{
    private const string Evil = "<img src=x onerror=\"window.ran=1\"><script>window.ran=1</script>{{7*7}}";

    [Fact]
    public async Task WhateverIsGiven_IsSaidInASentence_NothingIsLostAndNothingRuns()
    {
        IPage page = await EnterAsync();
        List<string> dialogs = [];
        page.Dialog += (_, dialog) => { dialogs.Add(dialog.Message); _ = dialog.DismissAsync(); };
        await page.GotoAsync("/designer");
        await page.GetByText("Загрузить файл Elsa").ClickAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "newer.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(Newer()) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Начать", Exact = true }).Last.ClickAsync();
        await page.Locator(".diagram[data-ready]").WaitForAsync();
        await Assertions.Expect(page.Locator(".problems")).ToContainTextAsync("Mentorship.Teleport");

        // What stands in the way of publishing is told in its dialog, and leads to the step.
        await page.GetByRole(AriaRole.Button, new() { Name = "Опубликовать…" }).ClickAsync();
        await Assertions.Expect(page.Locator("dialog[open]")).ToContainTextAsync("Mentorship.Teleport");
        await page.Locator("dialog[open] .problem .link").First.ClickAsync();
        await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-node=teleport] .face")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(page.Locator("#panel-title")).ToBeFocusedAsync();

        // Every text of the panel, then every view that shows them.
        await page.Locator("[data-node=known] .face").ClickAsync();
        await Assertions.Expect(page.Locator(".panel")).ToContainTextAsync("Поручение");
        await page.EvaluateAsync("document.querySelectorAll('.panel details').forEach(d => d.open = true)");
        int fields = await page.EvaluateAsync<int>("""
            evil => {
              const ids = [...document.querySelectorAll(".panel :is(textarea, input[type=text])")].filter(e => e.id).map(e => e.id);
              for (const id of ids) { const field = document.getElementById(id); field.value = evil; for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true })); }
              return ids.length;
            }
            """, Evil);
        Assert.InRange(fields, 4, 100);
        await Until.True(async () => (await MineAsync()).Definition.Find("known")!.Title == Evil);
        foreach (string view in (string[])["Таблица", "Словами", "Календарь", "Шаги", "Проиграть", "Ход", "Схема"])
        {
            await page.Locator(".head .seg").GetByRole(AriaRole.Button, new() { Name = view, Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator(".head .seg button[aria-pressed=true]")).ToHaveTextAsync(view);
        }
        await page.Locator(".diagram[data-ready]").WaitForAsync();

        // Garbage on the board, and far too much in a field.
        int steps = await page.Locator("[data-node]").CountAsync();
        await page.Locator("[data-node=known] .face").FocusAsync();
        foreach (string garbage in (string[])["просто текст", "<b onclick=alert(1)>жирно</b>", """{"steps":[{"id":"a","type":""", """{"steps":[{"id":1}]}""", new string('{', 5_000_000)])
        {
            await page.EvaluateAsync("document.querySelector('[data-notice-text]').textContent = ''");
            await PasteAsync(page, ".board", garbage);
            await Assertions.Expect(page.Locator("[data-notice]")).ToContainTextAsync("В буфере нет шагов");
        }
        Assert.Equal(steps, await page.Locator("[data-node]").CountAsync());
        await page.Locator("#step-title").FocusAsync();
        Assert.Equal(10_000, await page.EvaluateAsync<int>("document.querySelector('#step-title').maxLength"));
        await PasteAsync(page, "#step-title", new string('ё', 5_000_000));
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("только начало");
        await page.Locator("#step-title").FillAsync(new string('щ', 10_000));
        await page.Locator("#step-title").PressAsync("Tab");
        await Until.True(async () => (await MineAsync()).Definition.Find("known")!.Title.Length == 10_000);
        List<string> found = [];
        await LookAsync(page, "designer-long-name", found);

        Assert.Empty(found);
        Assert.Empty(dialogs);
        Assert.True(await page.EvaluateAsync<bool>("window.ran === undefined"));
        JsonNode kept = JsonNode.Parse(DefinitionWriter.Write((await MineAsync()).Definition))!;
        Assert.Equal("9.1.0", (string?)kept["toolVersion"]);
        Assert.Equal("да", (string?)kept["fromTomorrow"]!["deep"]);
        Assert.Equal("нет", (string?)kept["root"]!["activities"]!.AsArray().Single(a => (string?)a!["id"] == "teleport")!["futureSetting"]!["safe"]);
    }

    /// <summary>As another program would write it in a year: with a kind of step, settings and marks that nobody knows here, and scripts in every text.</summary>
    private static string Newer() => $$"""
        {"id":"newer","definitionId":"newer","name":"Процесс из будущего","description":{{Json(Evil)}},"version":3,"toolVersion":"9.1.0","fromTomorrow":{"deep":"да"},
        "root":{"id":"flow","type":"Elsa.Flowchart","version":99,"activities":[
          {"id":"begin","type":"Elsa.Start","version":99},
          {"id":"known","type":"Mentorship.Task","version":99,"metadata":{"displayText":{{Json(Evil)}} },"assignee":{"typeName":"String","expression":{"type":"Literal","value":"role:curator"} },"result":{"typeName":"String","expression":{"type":"Literal","value":{{Json(Evil)}} } } },
          {"id":"teleport","type":"Mentorship.Teleport","version":4,"metadata":{"displayText":{{Json(Evil)}} },"futureSetting":{"safe":"нет"} }],
          "connections":[{"source":{"activity":"begin","port":"Done"},"target":{"activity":"known","port":"In"} },{"source":{"activity":"known","port":"Done"},"target":{"activity":"teleport","port":"In"} }] } }
        """;

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private Task<ProcessSheet> MineAsync() => SheetAsync(line => line.Name == "Процесс из будущего");

    private static Task PasteAsync(IPage page, string into, string text) => page.EvaluateAsync("""
        ([into, text]) => {
          const data = new DataTransfer(), field = document.querySelector(into);
          data.setData("text/plain", text);
          (field.matches("textarea") ? field : document.activeElement).dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """, new[] { into, text });
}
