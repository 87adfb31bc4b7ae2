using Mentorship.Flow;
using Mentorship.UseCases;
using Mentorship.UseCases.Authoring;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Designer;

/// <summary>From the draft to a version, and back to an earlier one.</summary>
public sealed partial class DesignerDesk
{
    [Inject] private PublishProcess Publishing { get; set; } = null!;
    [Inject] private RestoreVersion Restoring { get; set; } = null!;

    /// <summary>Null when it was published; else what stands in the way, in a sentence.</summary>
    private async Task<string?> PublishAsync(string note)
    {
        if (await Keeper!.FlushAsync() is { } unsaved) return unsaved.Text;
        if (Draft is null) return DesignerTexts.NothingToPublish;
        // The dialog has shown the warnings of exactly this state.
        Outcome<Publishing> outcome = await Caller.AsAsync(actor => Publishing.RunAsync(actor, ProcessId, new PublishRequest(Draft.Revision, note, WarningsSeen: true), CancellationToken.None));
        if (outcome.Refusal is { } no) return no.Text;
        if (outcome.Value!.Number is not { } number) return DesignerTexts.ErrorsFirst;
        (Draft, Sheet) = (null, Sheet! with { CurrentNumber = number, Draft = null });
        _origin = Session!.Definition;
        _said = DesignerTexts.SaidPublished.With(number);
        CloseDialog();
        StateHasChanged();
        return null;
    }

    /// <summary>An earlier version becomes the draft.</summary>
    private async Task<string?> RestoreAsync(int number)
    {
        if (await Keeper!.FlushAsync() is { } unsaved) return unsaved.Text;
        Outcome<DraftStanding> restored = await Caller.AsAsync(actor => Restoring.RunAsync(actor, ProcessId, number, Draft?.Revision ?? 0, CancellationToken.None));
        if (restored.Refusal is { } no) return no.Text;
        await ReloadAsync();
        _said = DesignerTexts.SaidRestored.With(number);
        CloseDialog();
        StateHasChanged();
        return null;
    }
}
