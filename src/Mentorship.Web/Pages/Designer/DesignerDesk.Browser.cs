using Mentorship.Flow;
using Microsoft.JSInterop;

namespace Mentorship.Web.Pages.Designer;

/// <summary>A text that was typed before the connection broke and never arrived.</summary>
public sealed record TypedAndLeft(string? Step, string Field, string Text);

/// <summary>What the browser tells and is told: keys, the focus, texts that did not arrive.</summary>
public sealed partial class DesignerDesk
{
    [JSInvokable]
    public void UndoByKey() => Session?.Undo();

    [JSInvokable]
    public void RedoByKey() => Session?.Redo();

    [JSInvokable]
    public async Task SaveByKey()
    {
        if (Keeper is not null && Session?.Locked is null) await Keeper.FlushAsync();
    }

    /// <summary>The browser kept a text of an earlier visit.</summary>
    [JSInvokable]
    public void LeftByBrowser(TypedAndLeft left)
    {
        Left = left;
        StateHasChanged();
    }

    /// <summary>More was pasted than the field holds.</summary>
    [JSInvokable]
    public void CutByBrowser(int most)
    {
        _said = DesignerTexts.PasteCut.With(most);
        StateHasChanged();
    }

    private async Task PutLeftAsync()
    {
        if (Left is not { } left) return;
        Left = null;
        Session!.Select(left.Step is { } step ? [step] : []);
        // A text of the table goes back into its cell, any other into the panel.
        if (left.Field.StartsWith("cell-", StringComparison.Ordinal)) await ShowAsync(DeskView.Table);
        else _panelOpen = true;
        await Task.Yield();
        StateHasChanged();
        await TellAsync("put", left.Field, left.Text);
    }

    private async Task ForgetLeftAsync()
    {
        Left = null;
        await TellAsync("forget");
    }

    private async Task TellAsync(string function, params object?[] values)
    {
        try
        {
            if (_module is not null) await _module.InvokeVoidAsync(function, values);
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone; what it keeps stays with it.
        }
    }

    private async Task LeaveAsync()
    {
        await TellAsync("close");
        try
        {
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the module with it.
        }
    }
}
