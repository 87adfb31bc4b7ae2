using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Demonstration;

/// <summary>How far the demonstration is. The page asks again by itself, without a script, and leads on when all is played.</summary>
public sealed partial class Opening : SitePage
{
    [Inject] private DemonstrationOpening Demonstration { get; set; } = null!;
    [Inject] private Restart Restart { get; set; } = null!;
    [Inject] private IHostApplicationLifetime Lifetime { get; set; } = null!;

    private OpeningState State { get; set; } = null!;

    private string Title => State.Stage switch
    {
        OpeningStage.Ready => DemonstrationTexts.Ready,
        OpeningStage.Failed => DemonstrationTexts.Failed,
        _ => DemonstrationTexts.Opening,
    };

    protected override void OnInitialized()
    {
        State = Demonstration.State;
        if (State.Stage == OpeningStage.NotBegun) Navigation.NavigateTo("/");
        // Not before somebody has this page: it waits while the host starts anew, where any other address would be refused.
        if (State.Stage != OpeningStage.Ready) return;
        Http.Response.Cookies.Delete(Site.FormCookie);
        Http.Response.OnCompleted(() =>
        {
            Restart.Ask(Lifetime);
            return Task.CompletedTask;
        });
    }

    private async Task AgainAsync()
    {
        Refusal = await Demonstration.BeginAsync(Cancel);
        Navigation.NavigateTo(Refusal is null ? "/start/demonstration" : "/");
    }
}
