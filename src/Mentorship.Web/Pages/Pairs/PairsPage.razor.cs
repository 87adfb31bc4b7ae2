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

    private PairTable? Table { get; set; }
    private int Ready => Table?.Pairs.Count(p => p is { Status: PairStatus.Proposed, Missing.Count: 0 }) ?? 0;
    private int Left => Table?.Pairs.Count(p => p is { Status: PairStatus.Proposed, Missing.Count: > 0 }) ?? 0;

    protected override async Task OnInitializedAsync()
    {
        if (Took(await Looking.RunAsync(Actor, Cancel), out PairTable? table)) Table = table;
    }

    private async Task MakeAsync()
    {
        if (Took(await Make.RunAsync(Actor, Cancel), out PairOrderMade? made)) Navigation.NavigateTo($"/documents/{made.DocumentId}");
    }
}
