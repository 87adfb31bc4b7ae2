using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Flow;
using Mentorship.UseCases;
using Mentorship.UseCases.Authoring.Progress;
using Mentorship.Web.Hosting;
using Mentorship.Web.Pages.Designer.Diagram;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SheetOfProgress = Mentorship.UseCases.Authoring.Progress.ProgressView;

namespace Mentorship.Web.Pages.Designer.Views.Progress;

public enum ProgressShape { Table, Diagram, Words }

/// <summary>Follows a case: while it runs and the page is looked at, the browser asks every few seconds, and what has changed is drawn.</summary>
public sealed partial class ProgressView : ComponentBase, IAsyncDisposable
{
    private IJSObjectReference? _module, _watch;
    private DotNetObjectReference<ProgressView>? _self;
    private SheetOfProgress? _view;
    private Actor? _actor;
    private Refusal? _refusal;
    private ProgressShape _shape;
    private string? _step, _seen;
    private bool _isAsking;
    private IReadOnlyList<string> _shown = [];
    private (string Seen, DiagramModel Model)? _drawn;

    [Inject] private Caller Caller { get; set; } = null!;
    [Inject] private LookAtProgress Look { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private IJSRuntime Js { get; set; } = null!;

    [CascadingParameter] public required DesignerSession Session { get; set; }
    [CascadingParameter] public required DesignerPlace Place { get; set; }
    [Parameter, EditorRequired] public Guid ProcessId { get; set; }

    private static (ProgressShape Shape, string Name)[] Shapes => [(ProgressShape.Table, ViewTexts.Table), (ProgressShape.Diagram, DesignerTexts.ViewDiagram), (ProgressShape.Words, ViewTexts.Words)];

    /// <summary>What is over does not change any more.</summary>
    private bool IsFollowed => _view is { } view && (view.Chosen is not { } chosen || view.Cases.Any(c => c.Id == chosen.Id && c.Status is CaseStatus.Running or CaseStatus.Suspended));

    protected override Task OnInitializedAsync()
    {
        _step = Session.Selected?.Id;
        return LoadAsync(null);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Pages/Designer/Views/Progress/ProgressView.razor.js");
        _watch = await _module.InvokeAsync<IJSObjectReference>("watch", _self);
    }

    /// <summary>The browser shows the page and some seconds have passed.</summary>
    [JSInvokable]
    public async Task RefreshAsync()
    {
        if (_isAsking || !IsFollowed || await IsAsSeenAsync()) return;
        (string? before, Refusal? refused) = (_seen, _refusal);
        await LoadAsync(_view?.Chosen?.Id);
        if (before != _seen || refused != _refusal) StateHasChanged();
    }

    /// <summary>Asked as who looked last: an answer shows nothing. Who one is today is asked when there is something to show.</summary>
    private async Task<bool> IsAsSeenAsync()
    {
        if (_view is not { } view || _actor is not { } actor || _refusal is not null) return false;
        _isAsking = true;
        try
        {
            return await Look.IsAsSeenAsync(actor, view, CancellationToken.None);
        }
        finally
        {
            _isAsking = false;
        }
    }

    private async Task ChooseAsync(ChangeEventArgs chosen)
    {
        if (Guid.TryParse((string?)chosen.Value, out Guid id)) await LoadAsync(id);
    }

    private async Task LoadAsync(Guid? caseId)
    {
        _isAsking = true;
        try
        {
            Outcome<SheetOfProgress> found = await Caller.AsAsync(actor => Look.RunAsync(_actor = actor, ProcessId, caseId, CancellationToken.None));
            _refusal = found.Refusal;
            if (found.Value is { } view) _view = view;
            _seen = _view is null ? null : ProgressWords.Digest(_view);
        }
        finally
        {
            _isAsking = false;
        }
    }

    private void Choose(string? step)
    {
        _step = step;
        _shown = step is null ? [] : [step];
        if (step is not null) Session.Select(step);
    }

    /// <summary>To the task of a step: the one that somebody holds, else the last.</summary>
    private void OpenTask(string node)
    {
        if (_view?.Chosen?.Steps.FirstOrDefault(s => s.NodeId == node) is { } step && ((step.Holders is [var holder, ..] ? holder.Task : step.LastTask) is { } task)) Navigation.NavigateTo($"/task/{task}");
    }

    private DiagramModel Drawn(CaseProgress chosen, DateOnly today)
    {
        if (_drawn is not { } drawn || drawn.Seen != _seen)
            _drawn = drawn = (_seen!, DiagramDrafting.Draw(chosen.Definition, new DiagramSurroundings(Place.WordsOf, [], ProgressWords.Standings(chosen, today))));
        return drawn.Model;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_watch is not null) await _watch.InvokeVoidAsync("close");
            if (_watch is not null) await _watch.DisposeAsync();
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and asks no more.
        }
        _self?.Dispose();
    }
}
