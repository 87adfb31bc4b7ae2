using Mentorship.UseCases;
using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.Installing;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Entering;

public sealed partial class Enter : SitePage
{
    [Inject] private SignIn SignIn { get; set; } = null!;
    [Inject] private InspectInstallation Installation { get; set; } = null!;
    [Inject] private MentorshipSettings Settings { get; set; } = null!;
    [SupplyParameterFromForm] public EnterForm? Form { get; set; }

    /// <summary>The page that asked for sign-in.</summary>
    [SupplyParameterFromQuery] public string? From { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new EnterForm();
        // In a demonstration one changes from person to person.
        if (Settings.Demonstration) return;
        if (Session.IsSignedIn) Navigation.NavigateTo(LocalAddress.Or(From, "/"));
        else if (!await Installation.HasBegunAsync(Cancel)) Navigation.NavigateTo("/start");
    }

    private async Task EnterAsync()
    {
        if (!Took(await SignIn.RunAsync(Form!.Email, Form.Password, Cancel), out Entry? entry)) return;
        await Ticket.Fresh(entry).HandOutAsync(Http);
        Navigation.NavigateTo(LocalAddress.Or(From, "/today"));
    }
}

public sealed class EnterForm
{
    public string? Email { get; set; }
    public string? Password { get; set; }
}
