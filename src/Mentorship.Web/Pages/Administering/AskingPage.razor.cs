using Mentorship.Domain;
using Mentorship.UseCases;
using Mentorship.UseCases.Administering;
using Mentorship.Web.Hosting;
using Mentorship.Web.Parts;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Administering;

/// <summary>The institution's usual reminders and who is told of work that is not done.</summary>
public sealed partial class AskingPage : SitePage
{
    [Inject] private UsualAskingView Looking { get; set; } = null!;
    [Inject] private ChangeUsualAsking Changing { get; set; } = null!;
    [SupplyParameterFromQuery] public string? Said { get; set; }
    [SupplyParameterFromForm] public AskingForm? Asking { get; set; }

    private UsualAskingPage? View { get; set; }

    /// <summary>What stands in the fields: what was typed, else what holds now.</summary>
    private UsualAskingInput Typed => Asking?.Input ?? View!.Fields;

    /// <summary>A single addressee as the list names it.</summary>
    private string? Chosen => string.IsNullOrWhiteSpace(Typed.To) ? null : WhoSelect.Part(Typed.To, 0);

    protected override async Task OnInitializedAsync()
    {
        if (Took(await Looking.RunAsync(Actor, null, Cancel), out UsualAskingPage? view)) View = view;
        else Http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private async Task ChangeAsync()
    {
        if (View is null) return;
        if (Asking!.Act == "show")
        {
            View = (await Looking.RunAsync(Actor, Asking.Input, Cancel)).Value;
            Refusal = View?.TriedProblem;
            return;
        }
        Outcome<Done> outcome = await Changing.RunAsync(Actor, Asking.Input, Asking.Seen ?? "", Cancel);
        if (Took(outcome, out _)) Navigation.NavigateTo("/reminders?said=saved");
        else View = (await Looking.RunAsync(Actor, null, Cancel)).Value;
    }
}

public sealed class AskingForm
{
    /// <summary>The settings that the page showed.</summary>
    public string? Seen { get; set; }

    /// <summary>Save, or only show what it would mean.</summary>
    public string? Act { get; set; }
    public string? Before { get; set; }
    public string? After { get; set; }
    public string? Open { get; set; }
    public string? Most { get; set; }
    public string? To { get; set; }
    public string? TellAfter { get; set; }
    public bool SinceOpening { get; set; }
    public string? TellEvery { get; set; }
    public string? TellMost { get; set; }

    internal UsualAskingInput Input => new()
    {
        Before = Before, After = After, Open = Open, Most = Most, To = To, TellAfter = TellAfter, SinceOpening = SinceOpening, TellEvery = TellEvery, TellMost = TellMost,
    };
}
