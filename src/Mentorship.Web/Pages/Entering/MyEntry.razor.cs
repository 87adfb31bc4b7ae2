using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.Looking;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Entering;

/// <summary>«Мой вход»: password, PIN, other institutions, the way out.</summary>
public sealed partial class MyEntry : SitePage
{
    [Inject] private MeView MeView { get; set; } = null!;
    [Inject] private ChangePassword ChangePassword { get; set; } = null!;
    [Inject] private ChangePin ChangePin { get; set; } = null!;
    [Inject] private SwitchInstitution SwitchInstitution { get; set; } = null!;
    [SupplyParameterFromForm] public MeForm? Form { get; set; }
    [SupplyParameterFromQuery] public string? Said { get; set; }

    private Me Me { get; set; } = new("", "", "", [], false, null, []);

    private string? Words => Refusal is not null ? null : Said switch { "pin" => EnteringTexts.PinSaid, "password" => EnteringTexts.PasswordSaid, _ => null };

    protected override async Task OnInitializedAsync()
    {
        Form ??= new MeForm();
        Me = await MeView.RunAsync(Actor, Cancel);
    }

    private async Task ChangePinAsync()
    {
        if (Took(await ChangePin.RunAsync(Actor, Form!.PasswordForPin, Form.Pin, Cancel), out _)) Navigation.NavigateTo("/me?said=pin");
    }

    private async Task ChangePasswordAsync()
    {
        if (!Took(await ChangePassword.RunAsync(Actor, Form!.OldPassword, Form.NewPassword, Cancel), out Entry? entry)) return;
        await Ticket.Fresh(entry).HandOutAsync(Http);
        Navigation.NavigateTo("/me?said=password");
    }

    private async Task SwitchAsync()
    {
        if (!Took(await SwitchInstitution.RunAsync(Actor, Form!.Institution, Cancel), out Entry? entry)) return;
        await Ticket.Fresh(entry).HandOutAsync(Http);
        Navigation.NavigateTo("/");
    }

    private async Task SignOutAsync()
    {
        await Http.SignOutAsync(Ticket.Scheme);
        Navigation.NavigateTo("/sign-in");
    }
}

public sealed class MeForm
{
    public string? OldPassword { get; set; }
    public string? NewPassword { get; set; }
    public string? PasswordForPin { get; set; }
    public string? Pin { get; set; }
    public Guid Institution { get; set; }
}
