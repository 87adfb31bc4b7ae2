using Mentorship.Domain;
using Mentorship.UseCases;
using Mentorship.UseCases.Accounts;
using Microsoft.AspNetCore.Components.Authorization;

namespace Mentorship.Web.Hosting;

/// <summary>Who sits before an interactive page. Such a page outlives the request that opened it, so the staff list is asked anew for everything that is done.</summary>
public sealed class Caller(AuthenticationStateProvider state, ResumeSession resume)
{
    /// <summary>Does something as this person is today; refused when the sign-in has ended.</summary>
    public async Task<Outcome<T>> AsAsync<T>(Func<Actor, Task<Outcome<T>>> act)
    {
        Ticket? ticket = Ticket.Of((await state.GetAuthenticationStateAsync()).User);
        Actor? actor = ticket is null ? null : await resume.RunAsync(ticket.Entry, CancellationToken.None);
        return actor is null ? SignedOut : await act(actor);
    }

    private static Refusal SignedOut { get; } = new("SignedOut", "Вход закончился. Войдите ещё раз в соседней вкладке и вернитесь сюда: то, что здесь изменено, не пропадёт.");
}
