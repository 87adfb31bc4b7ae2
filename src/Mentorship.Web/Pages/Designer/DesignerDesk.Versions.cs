using Mentorship.Flow;
using Mentorship.UseCases;
using Mentorship.UseCases.Authoring;
using Mentorship.Web.Pages.Designer.Checking;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Designer;

/// <summary>From the draft to a version, and back to an earlier one.</summary>
public sealed partial class DesignerDesk
{
    /// <summary>The draft is put together with a newer version, and not with another's draft.</summary>
    private bool _mergesPublished;

    [Inject] private MergeDraft Merging { get; set; } = null!;
    [Inject] private PublishProcess Publishing { get; set; } = null!;
    [Inject] private RestoreVersion Restoring { get; set; } = null!;

    /// <summary>What a comparison looks at is on the server first; why not, in a sentence.</summary>
    private async Task<string?> FlushAsync() => (await Keeper!.FlushAsync())?.Text;

    /// <summary>To a step that a list names.</summary>
    private Task GoAsync(ProblemPlace place)
    {
        CloseDialog();
        return OpenPlaceAsync(place);
    }

    /// <summary>Running cases were moved, or not: how many are left is asked anew.</summary>
    private async Task MovedAsync()
    {
        CloseDialog();
        Outcome<ProcessSheet> found = await Caller.AsAsync(actor => Look.RunAsync(actor, ProcessId, CancellationToken.None));
        if (found.Value is { } sheet) Sheet = Sheet! with { OlderCases = sheet.OlderCases };
    }

    /// <summary>Null when it was published; else what stands in the way, in a sentence.</summary>
    private async Task<string?> PublishAsync(string note)
    {
        if (await Keeper!.FlushAsync() is { } unsaved) return unsaved.Text;
        if (Draft is null) return DesignerTexts.NothingToPublish;
        // The dialog has shown the warnings of exactly this state.
        Outcome<Publishing> outcome = await Caller.AsAsync(actor => Publishing.RunAsync(actor, ProcessId, new PublishRequest(Draft.Revision, note, WarningsSeen: true), CancellationToken.None));
        if (outcome.Refusal is { } no) return no.Text;
        if (outcome.Value!.Number is not { } number) return DesignerTexts.ErrorsFirst;
        Outcome<ProcessSheet> now = await Caller.AsAsync(actor => Look.RunAsync(actor, ProcessId, CancellationToken.None));
        (Draft, Sheet) = (null, Sheet! with { CurrentNumber = number, Draft = null, OlderCases = now.Value?.OlderCases ?? 0 });
        _origin = Session!.Definition;
        _said = DesignerTexts.SaidPublished.With(number);
        CloseDialog();
        StateHasChanged();
        return null;
    }

    /// <summary>My work and the other's in one; where both changed the same, the person chooses first.</summary>
    private async Task MergeAsync(MergeChoice? choice)
    {
        if (choice is null) _mergesPublished = Draft is { IsBehind: true } && Keeper!.Refusal is null;
        if (_mergesPublished && await Keeper!.FlushAsync() is not null) return;
        Outcome<DraftMerged> merged = await Caller.AsAsync(actor => _mergesPublished
            ? Merging.WithPublishedAsync(actor, ProcessId, choice, CancellationToken.None)
            : Merging.WithDraftAsync(actor, ProcessId, _origin!, Session!.Definition, choice, CancellationToken.None));
        Refusal = merged.Refusal;
        if (merged.Value is not { } done) return;
        Conflicts = done.Words.Count > 0 ? done.Words : null;
        if (Conflicts is not null) return;
        await ReloadAsync();
        _said = DesignerTexts.Merged;
    }

    /// <summary>An earlier version becomes the draft.</summary>
    private async Task<string?> RestoreAsync(int number)
    {
        if (await Keeper!.FlushAsync() is { } unsaved) return unsaved.Text;
        // The old version would take the place of the newer one unseen.
        if (Draft is { IsBehind: true } behind) return DesignerTexts.Behind.With(behind.Published);
        Outcome<DraftStanding> restored = await Caller.AsAsync(actor => Restoring.RunAsync(actor, ProcessId, number, Draft?.Revision ?? 0, CancellationToken.None));
        if (restored.Refusal is { } no) return no.Text;
        Outcome<ProcessSheet> found = await Caller.AsAsync(actor => Look.RunAsync(actor, ProcessId, CancellationToken.None));
        if (found.Value is not { } sheet) return found.Refusal!.Text;
        // A change as any other: what stood here before comes back by undoing it.
        if (Session!.Apply(ReplaceParts.Between(Session.Definition, sheet.Definition)).Refusal is { } changed) return changed.Message;
        Keeper!.TakeAsSaved();
        Take(sheet);
        _said = DesignerTexts.SaidRestored.With(number);
        CloseDialog();
        StateHasChanged();
        return null;
    }
}
