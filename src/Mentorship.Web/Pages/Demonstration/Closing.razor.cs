using Mentorship.UseCases;
using Mentorship.UseCases.Demonstrating;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Demonstration;

/// <summary>Asks once more and names what is lost; then the installation that opened the demonstration is empty again.</summary>
public sealed partial class Closing : SitePage
{
    [Inject] private MentorshipSettings Settings { get; set; } = null!;
    [Inject] private Restart Restart { get; set; } = null!;
    [Inject] private IHostApplicationLifetime Lifetime { get; set; } = null!;

    private bool IsClosing { get; set; }

    protected override void OnInitialized()
    {
        if (Settings.OpenedFrom is null) Navigation.NotFound();
    }

    private async Task CloseAsync()
    {
        if (Settings.OpenedFrom is null) return;
        IsClosing = true;
        await Http.SignOutAsync(Ticket.Scheme);
        Http.Response.Cookies.Delete(Site.FormCookie);
        Http.Response.OnCompleted(() =>
        {
            Restart.Ask(Lifetime, () => CloseDemonstration.Run(Settings.DataFolder));
            return Task.CompletedTask;
        });
    }
}
