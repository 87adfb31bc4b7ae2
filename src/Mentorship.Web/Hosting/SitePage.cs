using System.Diagnostics.CodeAnalysis;
using Mentorship.Domain;
using Mentorship.UseCases;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Hosting;

/// <summary>A page rendered on the server: who asks, and what was refused.</summary>
public abstract class SitePage : ComponentBase
{
    [Inject] protected Session Session { get; set; } = null!;
    [Inject] protected NavigationManager Navigation { get; set; } = null!;
    [CascadingParameter] protected HttpContext Http { get; set; } = null!;

    protected Actor Actor => Session.Actor;
    protected CancellationToken Cancel => Http.RequestAborted;

    /// <summary>What the last thing asked of a use case was refused with; <c>Refused</c> shows it.</summary>
    protected Refusal? Refusal { get; set; }

    /// <summary>True with the value; else keeps the refusal.</summary>
    protected bool Took<T>(Outcome<T> outcome, [NotNullWhen(true)] out T? value)
    {
        (value, Refusal) = (outcome.Value, outcome.Refusal);
        return outcome.Succeeded;
    }
}
