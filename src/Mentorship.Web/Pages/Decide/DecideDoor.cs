using System.Net;
using System.Threading.RateLimiting;
using Mentorship.Domain;
using Mentorship.UseCases;
using Mentorship.UseCases.Deciding;
using Mentorship.Web.Parts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Web.Pages.Decide;

/// <summary>
/// The door of a mail link: asking shows, posting decides. The token in the address is the whole credential: no cookie is read, so a foreign page gains nothing
/// from a session, and the forms need no token of their own.
/// </summary>
internal static class DecideDoor
{
    public static void MapDecide(this WebApplication app)
    {
        PartitionedRateLimiter<HttpContext> guesses = PartitionedRateLimiter.Create<HttpContext, IPAddress>(http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress ?? IPAddress.None, _ => new FixedWindowRateLimiterOptions { PermitLimit = 20, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
        RouteGroupBuilder door = app.MapGroup("/d/{token}").AllowAnonymous().DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(AnswerFields.MostBytes)).AddEndpointFilter((call, next) => Guard(guesses, call, next));
        door.MapMethods("", ["GET", "HEAD"], (string token, HttpContext http, OpenLink open) => ShowAsync(guesses, token, http, open));
        door.MapMethods("/document", ["GET", "HEAD"], (string token, HttpContext http, OpenLink open) => PaperAsync(guesses, token, http, open));
        door.MapPost("", (string token, HttpContext http, OpenLink open, DecideByLink decide) => DecideAsync(guesses, token, http, open, decide));
        door.MapPost("/take-back", (string token, HttpContext http, OpenLink open, TakeBackDecision takeBack) => TakeBackAsync(guesses, token, http, open, takeBack));
        door.MapPost("/fresh", (string token, HttpContext http, AskFreshLink ask) => FreshAsync(guesses, token, http, ask));
    }

    /// <summary>Nothing of a link is kept, indexed or passed on; an address that has guessed wrong too often waits.</summary>
    private static ValueTask<object?> Guard(PartitionedRateLimiter<HttpContext> guesses, EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        IHeaderDictionary headers = call.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        using RateLimitLease lease = guesses.AttemptAcquire(call.HttpContext, 0);
        return lease.IsAcquired ? next(call) : ValueTask.FromResult<object?>(Page(new DecidePageState { IsTooOften = true }, StatusCodes.Status429TooManyRequests));
    }

    private static async Task<RazorComponentResult> ShowAsync(PartitionedRateLimiter<HttpContext> guesses, string token, HttpContext http, OpenLink open) =>
        await open.RunAsync(token, http.RequestAborted) is { } view ? Page(new DecidePageState { Token = token, View = view }) : Unknown(guesses, http);

    private static async Task<RazorComponentResult> PaperAsync(PartitionedRateLimiter<HttpContext> guesses, string token, HttpContext http, OpenLink open)
    {
        if (await open.RunAsync(token, http.RequestAborted) is not { } view) return Unknown(guesses, http);
        return Page(new DecidePageState { Token = token, View = view, ShowsPaper = view.Sheet?.Document is not null });
    }

    private static async Task<IResult> DecideAsync(PartitionedRateLimiter<HttpContext> guesses, string token, HttpContext http, OpenLink open, DecideByLink decide)
    {
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is BadHttpRequestException or InvalidDataException or InvalidOperationException)
        {
            return Results.StatusCode((unreadable as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest);
        }
        Answer answer = await AnswerFields.ReadAsync(form, http.RequestAborted);
        Outcome<DecisionReceipt> outcome = await decide.RunAsync(token, answer, http.RequestAborted);
        // A fresh page at the same address: reloading it repeats nothing.
        if (outcome.Succeeded) return new SeeOther($"/d/{token}");
        return await open.RunAsync(token, http.RequestAborted) is { } view
            ? Page(new DecidePageState { Token = token, View = view, Given = answer, Refusal = outcome.Refusal }, StatusCodes.Status422UnprocessableEntity)
            : Unknown(guesses, http);
    }

    private static async Task<IResult> TakeBackAsync(PartitionedRateLimiter<HttpContext> guesses, string token, HttpContext http, OpenLink open, TakeBackDecision takeBack)
    {
        Outcome<Done> outcome = await takeBack.RunAsync(token, http.RequestAborted);
        if (outcome.Succeeded) return new SeeOther($"/d/{token}");
        return await open.RunAsync(token, http.RequestAborted) is { } view
            ? Page(new DecidePageState { Token = token, View = view, Refusal = outcome.Refusal }, StatusCodes.Status422UnprocessableEntity)
            : Unknown(guesses, http);
    }

    /// <summary>The answer is the same whether or not the link exists; asking counts as guessing.</summary>
    private static async Task<RazorComponentResult> FreshAsync(PartitionedRateLimiter<HttpContext> guesses, string token, HttpContext http, AskFreshLink ask)
    {
        guesses.AttemptAcquire(http).Dispose();
        await ask.RunAsync(token, http.RequestAborted);
        return Page(new DecidePageState { IsFreshAsked = true });
    }

    private static RazorComponentResult Unknown(PartitionedRateLimiter<HttpContext> guesses, HttpContext http)
    {
        guesses.AttemptAcquire(http).Dispose();
        return Page(new DecidePageState(), StatusCodes.Status404NotFound);
    }

    private static RazorComponentResult<DecidePage> Page(DecidePageState state, int status = StatusCodes.Status200OK) =>
        new(new Dictionary<string, object?> { [nameof(DecidePage.State)] = state }) { StatusCode = status };

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}

/// <summary>What the page of a mail link has to show.</summary>
public sealed record DecidePageState
{
    public string Token { get; init; } = "";

    /// <summary>Null: there is no such link.</summary>
    public LinkView? View { get; init; }
    public Answer? Given { get; init; }
    public Refusal? Refusal { get; init; }
    public bool ShowsPaper { get; init; }
    public bool IsFreshAsked { get; init; }
    public bool IsTooOften { get; init; }
}
