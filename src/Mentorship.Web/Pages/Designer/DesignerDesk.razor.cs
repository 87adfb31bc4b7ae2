using Mentorship.Domain;
using Mentorship.Flow;
using Mentorship.UseCases;
using Mentorship.UseCases.Authoring;
using Mentorship.Web.Hosting;
using Mentorship.Web.Pages.Designer.Checking;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Mentorship.Web.Pages.Designer;

public enum DeskDialogKind { None, Publish, History, Compare, Move }

/// <summary>One open designer: the session that all views share, the draft on the server behind it, and what is asked of both.</summary>
public sealed partial class DesignerDesk : ComponentBase, IAsyncDisposable
{
    private ElementReference _root;
    private IJSObjectReference? _module;
    private DotNetObjectReference<DesignerDesk>? _self;
    private bool _panelOpen, _begun, _isToRender;
    private string? _wanted, _focus, _said;

    /// <summary>From what the work here set out: what was last loaded or saved.</summary>
    private ProcessDefinition? _origin;

    [Inject] private Caller Caller { get; set; } = null!;
    [Inject] private LookAtProcess Look { get; set; } = null!;
    [Inject] private SaveDraft Save { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;
    [Inject] private IJSRuntime Js { get; set; } = null!;
    [Inject] private ILogger<DesignerDesk> Log { get; set; } = null!;

    [Parameter, EditorRequired] public required Guid ProcessId { get; set; }

    /// <summary>Likely a phone: drawn for its width until the browser has measured it.</summary>
    [Parameter] public bool IsPhone { get; set; }

    private ProcessSheet? Sheet { get; set; }
    private DesignerSession? Session { get; set; }
    private DesignerPlace? Place { get; set; }
    private DraftKeeper? Keeper { get; set; }
    private DraftStanding? Draft { get; set; }
    private Refusal? Refusal { get; set; }
    private DeskDialogKind Dialog { get; set; }
    private IReadOnlyList<ConflictWords>? Conflicts { get; set; }
    private TypedAndLeft? Left { get; set; }

    /// <summary>The draft of somebody else who is at work now.</summary>
    private DraftStanding? Held => Draft is { Mine: false, IsLeft: false } ? Draft : null;

    private string Standing => Draft is null && Sheet!.CurrentNumber > 0 ? DesignerTexts.Published.With(Sheet.CurrentNumber) : DesignerTexts.DraftOf.With(Sheet!.CurrentNumber + 1);

    private string Saved => Keeper switch
    {
        { State: DraftState.Saving } => DesignerTexts.Saving,
        { State: DraftState.NotSaved } => DesignerTexts.NotSaved,
        { SavedAt: { } at } => DesignerTexts.SavedAt.With(ClockWords(at)),
        _ => Draft is { } draft ? DesignerTexts.SavedAt.With(WhenWords(draft.SavedAt)) : DesignerTexts.NoChanges,
    };

    protected override async Task OnInitializedAsync()
    {
        Outcome<ProcessSheet> found = await Caller.AsAsync(actor => Look.RunAsync(actor, ProcessId, CancellationToken.None));
        if (found.Value is not { } sheet)
        {
            Refusal = found.Refusal;
            return;
        }
        _guessed = View = FirstView(!IsPhone);
        Session = new DesignerSession(sheet.Definition, sheet.Context);
        Keeper = new DraftKeeper(Session, SaveAsync, Time);
        Take(sheet);
        Session.Changed += Render;
        Keeper.Changed += Render;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Session is null) return;
        if (!_begun)
        {
            _begun = true;
            _self = DotNetObjectReference.Create(this);
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Pages/Designer/DesignerDesk.razor.js");
            await MeasuredAsync(await _module.InvokeAsync<bool>("open", _root, _self, ProcessId.ToString("N")));
        }
        if (_focus is { } id && _module is not null)
        {
            _focus = null;
            await _module.InvokeVoidAsync("focus", id);
        }
    }

    /// <summary>Shows what the server has, instead of what is here.</summary>
    private async Task ReloadAsync()
    {
        Outcome<ProcessSheet> found = await Caller.AsAsync(actor => Look.RunAsync(actor, ProcessId, CancellationToken.None));
        Refusal = found.Refusal;
        if (found.Value is not { } sheet) return;
        Session!.Lock(null);
        Session.Reopen(sheet.Definition);
        Take(sheet);
        Keeper!.TakeAsSaved();
    }

    private void Take(ProcessSheet sheet)
    {
        (Sheet, Draft, _origin) = (sheet, sheet.Draft, sheet.Definition);
        Place = new DesignerPlace(sheet.Choices, sheet.Plan, sheet.Today, sheet.Zone, sheet.OpenDaysBefore) { Processes = sheet.Processes, Books = sheet.Books, Templates = sheet.Templates };
        Session!.Check(sheet.Context);
        Session.Lock(Held is null ? null : DesignerTexts.LockedByOther);
    }

    private async Task<Refusal?> SaveAsync(ProcessDefinition definition)
    {
        Outcome<DraftStanding> saved = await TryAsync(() => Caller.AsAsync(actor => Save.RunAsync(actor, ProcessId, new DraftSave(Draft?.Revision ?? 0, definition) { BasedOn = Sheet!.CurrentNumber }, CancellationToken.None)));
        if (saved.Value is { } draft) (Draft, _origin) = (draft, definition);
        if (saved.Succeeded && _module is not null && ReferenceEquals(definition, Session!.Definition)) await TellAsync("settled");
        return saved.Refusal;
    }

    /// <summary>The other's work is taken as it stands, and this person goes on with it.</summary>
    private async Task TakeOverAsync()
    {
        await ReloadAsync();
        if (Refusal is not null || Draft is null) return;
        Outcome<DraftStanding> taken = await Caller.AsAsync(actor => Save.RunAsync(actor, ProcessId, new DraftSave(Draft.Revision, Session!.Definition, TakeOver: true), CancellationToken.None));
        Refusal = taken.Refusal;
        if (taken.Value is not { } draft) return;
        Draft = draft;
        Session!.Lock(null);
    }

    /// <summary>Whatever goes wrong on the server, the work here stays, and the person is told.</summary>
    private async Task<Outcome<T>> TryAsync<T>(Func<Task<Outcome<T>>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception e)
        {
            Log.LogError(e, "A draft of {Process} could not be saved", ProcessId);
            return new Refusal("NotSaved", DesignerTexts.ServerFailed);
        }
    }

    private Task OpenPlaceAsync(ProblemPlace place)
    {
        Session!.Select(place.NodeId);
        (_wanted, _panelOpen) = (place.Input, true);
        _focus = place.Input is { } input ? Panel.StepFieldBase.IdOf(input) : "panel-title";
        return Task.CompletedTask;
    }

    private void Open(DeskDialogKind dialog) => (Dialog, _said) = (dialog, null);

    private void CloseDialog() => Dialog = DeskDialogKind.None;

    /// <summary>Once for all that one gesture changes, and after its answer has gone.</summary>
    private void Render()
    {
        if (_isToRender) return;
        _isToRender = true;
        _ = InvokeAsync(async () =>
        {
            await Task.Yield();
            _isToRender = false;
            StateHasChanged();
        });
    }

    private string ClockWords(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Place!.Zone).ToString("HH:mm");

    /// <summary>«14:05», «14:05 12.10.2026».</summary>
    private string WhenWords(DateTimeOffset at)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(at, Place!.Zone);
        return DateOnly.FromDateTime(local.DateTime) == Place.Today ? local.ToString("HH:mm") : local.ToString("HH:mm dd.MM.yyyy");
    }

    public async ValueTask DisposeAsync()
    {
        if (Session is not null) Session.Changed -= Render;
        if (Keeper is not null)
        {
            Keeper.Changed -= Render;
            await Keeper.DisposeAsync();
        }
        await LeaveAsync();
        _self?.Dispose();
    }
}
