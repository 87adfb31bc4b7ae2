using Mentorship.UseCases;
using Mentorship.UseCases.Accounts;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Entering;

/// <summary>Behind the link of an invitation: a password, a PIN, and in. Opening it decides nothing.</summary>
public sealed partial class Join : SitePage
{
    [Inject] private OpenInvitation OpenInvitation { get; set; } = null!;
    [Inject] private AcceptInvitation AcceptInvitation { get; set; } = null!;
    [Parameter] public string Token { get; set; } = "";
    [SupplyParameterFromForm] public JoinForm? Form { get; set; }

    private InvitationView? Invitation { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new JoinForm();
        Outcome<InvitationView> found = await OpenInvitation.RunAsync(Token, Cancel);
        if (Took(found, out InvitationView? invitation)) Invitation = invitation;
        else Http.Response.StatusCode = StatusCodes.Status410Gone;
    }

    private async Task JoinAsync()
    {
        if (Invitation is null || !Took(await AcceptInvitation.RunAsync(Token, Form!.Password, Form.Pin, Cancel), out Entry? entry)) return;
        await Ticket.Fresh(entry).HandOutAsync(Http);
        Navigation.NavigateTo("/");
    }
}

public sealed class JoinForm
{
    public string? Password { get; set; }
    public string? Pin { get; set; }
}
