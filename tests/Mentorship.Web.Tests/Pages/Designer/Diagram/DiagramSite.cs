using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mentorship.Web.Tests.Pages.Designer.Diagram;

/// <summary>One page with the diagram on it, served with the product's own files and policy, around a draft in memory.</summary>
public sealed class DiagramSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DiagramSite(WebApplication app, Draft draft) => (_app, Draft) = (app, draft);

    public Draft Draft { get; }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<DiagramSite> Start(Draft draft)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Mentorship.Web", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(draft);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        WebApplication app = builder.Build();
        app.UseSecurityHeaders();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<DiagramPage>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        app.MapGet("/", () => new RazorComponentResult<DiagramPage>());
        await app.StartAsync();
        return new DiagramSite(app, draft);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>The document around the island.</summary>
public sealed class DiagramPage : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, """
            <!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Схема</title><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><base href="/"><link rel="stylesheet" href="tokens.css"><link rel="stylesheet" href="app.css">
            <link rel="stylesheet" href="Mentorship.Web.styles.css"></head><body><main><h1>Схема</h1>
            """);
        builder.OpenComponent<DiagramIsland>(1);
        builder.AddComponentRenderMode(RenderMode.InteractiveServer);
        builder.CloseComponent();
        builder.AddMarkupContent(2, """</main><script src="_framework/blazor.web.js"></script></body></html>""");
    }
}

/// <summary>What a page does around the diagram: it keeps the draft and passes edits on.</summary>
public sealed class DiagramIsland : ComponentBase, IDisposable
{
    [Inject] private Draft Draft { get; set; } = null!;

    public void Dispose() => Draft.Changed -= Follow;

    protected override void OnInitialized() => Draft.Changed += Follow;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Mentorship.Web.Pages.Designer.Diagram.Diagram>(0);
        builder.AddComponentParameter(1, "Model", Draft.Model);
        builder.AddComponentParameter(2, "Key", "test");
        if (!Draft.IsLookedAt)
        {
            builder.AddComponentParameter(3, "OnEdit", (Flow.Edit edit) => Task.FromResult(Draft.Do(edit)));
            builder.AddComponentParameter(4, "OnUndo", () => Task.FromResult(Draft.Undo()));
            builder.AddComponentParameter(5, "OnRedo", () => Task.FromResult(Draft.Redo()));
            builder.AddComponentParameter(6, "OnCopy", (IReadOnlyList<string> ids) => Flow.StepClip.Copy(Draft.Definition, ids));
        }
        builder.AddComponentParameter(7, "OnSelected", EventCallback.Factory.Create<IReadOnlyList<string>>(this, ids => Draft.Selected = ids));
        builder.AddComponentParameter(8, "OnOpened", EventCallback.Factory.Create<string>(this, Draft.Opened.Add));
        builder.AddComponentParameter(9, "CanUndo", Draft.CanUndo);
        builder.AddComponentParameter(10, "CanRedo", Draft.CanRedo);
        builder.CloseComponent();
    }

    private void Follow() => _ = InvokeAsync(StateHasChanged);
}
