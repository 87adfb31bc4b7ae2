using System.Text.Encodings.Web;
using System.Text.Unicode;
using Mentorship.UseCases.Installing;
using Mentorship.Web.Layout;
using Mentorship.Web.Pages.Answers;
using Mentorship.Web.Pages.Designer;
using Mentorship.Web.Pages.Roadmap;
using Microsoft.AspNetCore.Diagnostics;

namespace Mentorship.Web.Hosting;

/// <summary>Pages: rendered on the server, with interactive islands where a page asks for one.</summary>
internal static class Site
{
    /// <summary>What a form of one data folder is sealed with; no other folder can read it.</summary>
    public const string FormCookie = "mentorship.form";

    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Files of wwwroot come from the project when it was built and not published, in every environment.
        builder.WebHost.UseStaticWebAssets();
        // A long text or many pasted steps come as one message.
        builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = 1024 * 1024);
        // Letters as they are: an escaped Russian page weighs three times as much.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = FormCookie;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    /// <summary>Russian is the language of pages, dates and numbers, whatever the server or the browser speaks.</summary>
    public static void UseRussian(this WebApplication app) =>
        app.UseRequestLocalization(options => options
            .SetDefaultCulture("ru-RU").AddSupportedCultures("ru-RU").AddSupportedUICultures("ru-RU"));

    /// <summary>A kind page in place of a bare status code or a stack trace; answers that have a body stay as they are.</summary>
    public static void UseTroublePages(this WebApplication app)
    {
        app.UseExceptionHandler("/trouble/500", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/trouble/{0}", createScopeForStatusCodePages: true);
        app.Use(async (context, next) =>
        {
            // The page of trouble is read, whatever was asked: it must not be taken for the form that was posted.
            bool isTrouble = context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
            if (isTrouble && !HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
            await next(context);
            // A form without its token is refused without a word, but as a page: only an answer of no kind gets the page of trouble.
            if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest } refused) refused.ContentType = null;
        });
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapGet("/", async (Session session, InspectInstallation installation, CancellationToken cancel) => Results.LocalRedirect(
            session.IsSignedIn ? "/today" : await installation.HasBegunAsync(cancel) ? "/sign-in" : "/start")).AllowAnonymous();
        app.MapStaticAssets().AllowAnonymous();
        app.MapDocumentFiles();
        app.MapRoadmapFiles();
        app.MapDesignerFiles();
        app.MapAnswerFiles();
        // The policy of SecurityHeaders already says who may frame a page.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
