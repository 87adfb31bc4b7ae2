using Mentorship.Domain.Pairing;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.Pairing;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Pairs;

/// <summary>«Закрепление пар»: who is whose mentor, what each pair misses, and one button to the order.</summary>
public sealed partial class PairsPage : SitePage
{
    [Inject] private PairsView Looking { get; set; } = null!;
    [Inject] private MakePairOrder Make { get; set; } = null!;

    [Inject] private ConfirmPairs Confirming { get; set; } = null!;
    [SupplyParameterFromQuery] public string? Said { get; set; }
    [SupplyParameterFromForm(FormName = "confirm")] public ConfirmForm? Confirm { get; set; }

    private PairTable? Table { get; set; }
    private int Ready => Table?.Pairs.Count(p => p is { Status: PairStatus.Proposed, Missing.Count: 0 }) ?? 0;
    private int Left => Table?.Pairs.Count(p => p is { Status: PairStatus.Proposed, Missing.Count: > 0 }) ?? 0;

    protected override async Task OnInitializedAsync()
    {
        if (Took(await Looking.RunAsync(Actor, Cancel), out PairTable? table)) Table = table;
    }

    private async Task ConfirmAsync()
    {
        if (Confirm?.Work is { } work && Took(await Confirming.RunAsync(Actor, work, Confirm.Pairs ?? [], Cancel), out PairsConfirmed? confirmed))
            Navigation.NavigateTo(confirmed.IsDone ? "/pairs?said=confirmed" : "/pairs?said=some");
    }

    private static string? SaidWords(string said) => said switch { "confirmed" => PairsTexts.SaidConfirmed, "some" => PairsTexts.SaidSome, _ => null };

    private async Task MakeAsync()
    {
        if (Took(await Make.RunAsync(Actor, Cancel), out PairOrderMade? made)) Navigation.NavigateTo($"/documents/{made.DocumentId}");
    }
}

/// <summary>The ticked pairs and the task in which they are confirmed.</summary>
public sealed class ConfirmForm
{
    public Guid? Work { get; set; }
    public List<Guid>? Pairs { get; set; }
}
