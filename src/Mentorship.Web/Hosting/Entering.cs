using Mentorship.UseCases;
using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.Looking;
using Mentorship.Web.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.StaticAssets;

namespace Mentorship.Web.Hosting;

/// <summary>Who may open what: everything asks for sign-in unless it says <see cref="AllowAnonymousAttribute"/>.</summary>
internal static class Entering
{
    public static void AddEntering(this IServiceCollection services)
    {
        services.AddScoped<Caller>();
        services.AddScoped<Session>().AddCascadingValue(provider => provider.GetRequiredService<Session>().Shell);
        services.AddAuthentication(Ticket.Scheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "mentorship.session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "from";
            cookie.Events.OnValidatePrincipal = ResumeAsync;
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        // An address that leads nowhere is «not found» for everybody; whatever leads somewhere asks who comes.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder(Ticket.Scheme)
            .RequireAssertion(context => context.User.Identity is { IsAuthenticated: true } || context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build());
    }

    public static void UseEntering(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(FrameAsync);
    }

    private static async Task ResumeAsync(CookieValidatePrincipalContext context)
    {
        HttpContext http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return;
        Ticket? ticket = Ticket.Of(context.Principal);
        Actor? actor = ticket is null ? null : await http.RequestServices.GetRequiredService<ResumeSession>().RunAsync(ticket.Entry, http.RequestAborted);
        if (actor is null)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(Ticket.Scheme);
            return;
        }
        http.RequestServices.GetRequiredService<Session>().Open(actor, ticket!.Session);
    }

    private static async Task FrameAsync(HttpContext http, RequestDelegate next)
    {
        Session session = http.RequestServices.GetRequiredService<Session>();
        if (session.IsSignedIn && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            Frame frame = await http.RequestServices.GetRequiredService<ShellView>().RunAsync(session.Actor, http.RequestAborted);
            session.Shell = new ShellContext(frame.Institution, frame.SchoolYear, frame.PersonName, frame.PersonPost, [.. frame.Sections.Select(section => NavEntry.Of(section, frame.Waiting))], frame.IsDemonstration);
        }
        await next(http);
    }
}
