using System.Security.Claims;
using System.Security.Cryptography;
using Mentorship.UseCases.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Mentorship.Web.Hosting;

/// <summary>What the cookie carries: who, in which institution, under which password, in which session.</summary>
internal sealed record Ticket(Entry Entry, string Session)
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>A session of its own for every sign-in.</summary>
    public static Ticket Fresh(Entry entry) => new(entry, RandomNumberGenerator.GetHexString(32));

    public static Ticket? Of(ClaimsPrincipal? user) =>
        Guid.TryParse(user?.FindFirstValue(ClaimTypes.NameIdentifier), out Guid person) && Guid.TryParse(user.FindFirstValue("institution"), out Guid institution)
        && user.FindFirstValue("stamp") is { } stamp && user.FindFirstValue("session") is { } session ? new Ticket(new Entry(person, institution, stamp), session) : null;

    /// <summary>Gives the browser its cookie.</summary>
    public Task HandOutAsync(HttpContext http) => http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
    [
        new Claim(ClaimTypes.NameIdentifier, Entry.PersonId.ToString()), new Claim("institution", Entry.InstitutionId.ToString()),
        new Claim("stamp", Entry.Stamp), new Claim("session", Session),
    ], Scheme)), new AuthenticationProperties { IsPersistent = true });
}
