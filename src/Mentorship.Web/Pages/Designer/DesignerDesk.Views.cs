using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Mentorship.Web.Pages.Designer;

/// <summary>Which of the views is shown; the address remembers it, so that a reload comes back to it.</summary>
public sealed partial class DesignerDesk
{
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private DeskView View { get; set; }

    /// <summary>The view that was shown before the browser had said how much room there is; null afterwards.</summary>
    private DeskView? _guessed;

    /// <summary>The view takes the whole width; the panel comes over it when it is asked for.</summary>
    private bool IsWide => View is not (DeskView.Diagram or DeskView.Steps);

    /// <summary>The view of the address; else the board, and on a phone, where that is only looked at, the steps.</summary>
    private DeskView FirstView(bool isWide) =>
        QueryHelpers.ParseQuery(Navigation.ToAbsoluteUri(Navigation.Uri).Query).TryGetValue("view", out var wanted) && Enum.TryParse(wanted, true, out DeskView view) && Enum.IsDefined(view)
            ? view : isWide ? DeskView.Diagram : DeskView.Steps;

    /// <summary>The browser has measured its window; whoever has chosen a view meanwhile keeps it.</summary>
    private async Task MeasuredAsync(bool isWide)
    {
        bool isChosen = View != _guessed;
        _guessed = null;
        // The browser could not be told yet.
        if (isChosen) await TellAsync("remember", View.ToString().ToLowerInvariant());
        else if (View != FirstView(isWide))
        {
            View = FirstView(isWide);
            StateHasChanged();
        }
    }

    private async Task ShowAsync(DeskView view)
    {
        (View, _panelOpen) = (view, false);
        await TellAsync("remember", view.ToString().ToLowerInvariant());
    }
}
