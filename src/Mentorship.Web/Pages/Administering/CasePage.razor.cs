using System.Globalization;
using Mentorship.Domain.Cases;
using Mentorship.UseCases;
using Mentorship.UseCases.Administering;
using Mentorship.Web.Hosting;
using Mentorship.Web.Parts;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Administering;

/// <summary>One case for who runs the programme: where it stands, its history, and what an administrator does when it does not go on by itself.</summary>
public sealed partial class CasePage : SitePage
{
    private const int Few = 30;

    [Inject] private LookAtCase Looking { get; set; } = null!;
    [Inject] private RetryStep Retry { get; set; } = null!;
    [Inject] private SkipStep Skip { get; set; } = null!;
    [Inject] private MoveToken Move { get; set; } = null!;
    [Inject] private SuspendCase Suspend { get; set; } = null!;
    [Inject] private CancelCase Cancelling { get; set; } = null!;

    [Parameter] public Guid Id { get; set; }

    /// <summary>The step to be settled; without it the first that needs attention.</summary>
    [SupplyParameterFromQuery] public string? Step { get; set; }
    [SupplyParameterFromQuery] public bool All { get; set; }
    [SupplyParameterFromForm] public ActForm? Act { get; set; }

    private CaseView? View { get; set; }
    private CaseStep? Chosen => View!.Steps.FirstOrDefault(s => s.Id == (Act!.Step ?? Step)) ?? (Step is null ? View.Steps.FirstOrDefault(s => s.Kind == CaseStepKind.Attention) : null);
    private IReadOnlyList<CaseStep> Now => [.. View!.Steps.Where(s => s.Kind != CaseStepKind.Waiting)];
    private IReadOnlyList<CaseStep> Later => [.. View!.Steps.Where(s => s.Kind == CaseStepKind.Waiting)];

    private (Tone Tone, string Text) Standing => View!.Status switch
    {
        CaseStatus.Suspended => (Tone.Wait, CaseTexts.IsSuspended),
        CaseStatus.Finished => (Tone.Ok, CaseTexts.IsFinished),
        CaseStatus.Cancelled => (Tone.Plain, CaseTexts.IsCancelled),
        _ when View.Steps.Any(s => s.Kind == CaseStepKind.Attention) => (Tone.Wait, CaseTexts.NeedsAttention),
        _ => (Tone.Info, CaseTexts.IsRunning),
    };

    protected override async Task OnInitializedAsync()
    {
        Act ??= new ActForm();
        if (Took(await Looking.RunAsync(Actor, Id, Cancel), out CaseView? view)) View = view;
        else Http.Response.StatusCode = Refusal!.Code == "NoCase" ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
    }

    private async Task RetryAsync() => await ShowAsync(await Retry.RunAsync(Actor, Id, Act!.Step ?? "", Act.RetryWhy, Cancel));

    private async Task SkipAsync() => await ShowAsync(await Skip.RunAsync(Actor, Id, Act!.Step ?? "", Act.Outcome ?? "", Act.SkipWhy, Cancel));

    private async Task MoveAsync() => await ShowAsync(await Move.RunAsync(Actor, Id, Act!.Step ?? "", Act.To ?? "", Act.MoveWhy, Cancel));

    private async Task SuspendAsync() => await ShowAsync(await Suspend.RunAsync(Actor, Id, Act!.SuspendWhy, Cancel));

    private async Task ResumeAsync() => await ShowAsync(await Suspend.ResumeAsync(Actor, Id, Cancel));

    private async Task CancelAsync() => await ShowAsync(await Cancelling.RunAsync(Actor, Id, Act!.CancelWhy, Cancel));

    /// <summary>A fresh page after what was done; after a refusal the same page with its sentence and what has changed meanwhile.</summary>
    private async Task ShowAsync(Outcome<Done> outcome)
    {
        if (outcome.Succeeded)
        {
            Navigation.NavigateTo($"/case/{Id}");
            return;
        }
        View = (await Looking.RunAsync(Actor, Id, Cancel)).Value;
        Refusal = outcome.Refusal;
    }

    private static string Day(DateTimeOffset at) => at.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);
}

public sealed class ActForm
{
    public string? Step { get; set; }
    public string? Outcome { get; set; }

    /// <summary>The node to go to.</summary>
    public string? To { get; set; }
    public string? RetryWhy { get; set; }
    public string? SkipWhy { get; set; }
    public string? MoveWhy { get; set; }
    public string? SuspendWhy { get; set; }
    public string? CancelWhy { get; set; }
}
