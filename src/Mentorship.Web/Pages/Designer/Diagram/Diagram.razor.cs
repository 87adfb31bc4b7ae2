using System.Collections;
using System.Globalization;
using System.Text;
using Mentorship.Flow;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Mentorship.Web.Pages.Designer.Diagram;

/// <summary>
/// The diagram of a process, to be changed by hand or only looked at. The browser carries a gesture out at once and tells it by its number; the page
/// that holds the draft decides, and the browser takes over what came of it.
/// </summary>
public sealed partial class Diagram : ComponentBase, IAsyncDisposable
{
    /// <summary>All of them are needed at once: the browser fetches them while it waits for the connection.</summary>
    internal static readonly string[] Modules =
    [
        "aligning", "bending", "clipboard", "commands", "connecting", "dragging", "drawing", "edits", "geometry", "keyboard", "labels", "marquee",
        "menu", "minimap", "model", "naming", "pad", "palette", "pointer", "queue", "routing", "search", "selection", "viewport", "words",
    ];

    private static readonly Dictionary<string, string> Words = DiagramTexts.ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, true, true)!
        .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    private readonly DiagramTold _told = new();
    private readonly SemaphoreSlim _oneByOne = new(1);
    private readonly StringBuilder _parts = new();
    private DotNetObjectReference<Diagram>? _self;
    private IJSObjectReference? _module, _board;
    private ElementReference _root;
    private bool _isGone;
    private IReadOnlyList<string>? _selected;
    private (long Seq, string? Refusal, IReadOnlyList<string>? Made) _last = (0, null, null);

    [Inject] private IJSRuntime Js { get; set; } = null!;

    /// <summary>The process as it stands; another value is told to the browser as a patch.</summary>
    [Parameter, EditorRequired] public DiagramModel Model { get; set; } = null!;

    /// <summary>Tells apart the drafts whose unsent edits a browser keeps.</summary>
    [Parameter, EditorRequired] public string Key { get; set; } = "";

    /// <summary>Makes an edit; without it the diagram is only looked at.</summary>
    [Parameter] public Func<Edit, Task<DiagramAnswer>>? OnEdit { get; set; }

    [Parameter] public Func<Task<DiagramAnswer>>? OnUndo { get; set; }

    /// <summary>Whether there is anything to take back, from whatever view.</summary>
    [Parameter] public bool CanUndo { get; set; }

    [Parameter] public bool CanRedo { get; set; }

    [Parameter] public Func<Task<DiagramAnswer>>? OnRedo { get; set; }

    /// <summary>Steps as text for the clipboard.</summary>
    [Parameter] public Func<IReadOnlyList<string>, string>? OnCopy { get; set; }

    /// <summary>Which steps are selected, a moment after they were.</summary>
    [Parameter] public EventCallback<IReadOnlyList<string>> OnSelected { get; set; }

    /// <summary>Somebody wants to see a step: its properties, or its task in a running programme.</summary>
    [Parameter] public EventCallback<string> OnOpened { get; set; }

    /// <summary>The selection of the page: at the beginning, and whenever the page gives another list.</summary>
    [Parameter] public IReadOnlyList<string>? Selected { get; set; }

    private string AfterId => "after-" + string.Concat(Key.Where(char.IsLetterOrDigit));

    private static IEnumerable<(string Keys, string Act)> Keys =>
        DiagramTexts.HelpKeys.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|', 2)).Select(parts => (parts[0], parts[1]));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await BeginAsync();
        else if (_board is not null) await FollowAsync();
    }

    private async Task BeginAsync()
    {
        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Pages/Designer/Diagram/Diagram.razor.js");
        // Another view may have been chosen while the module came: then there is nothing left to draw on.
        if (_isGone)
        {
            await CloseAsync();
            return;
        }
        _told.Tell(Model);
        _selected = Selected;
        _board = await _module.InvokeAsync<IJSObjectReference>("open", _root, _self, new { model = _told.Model, revision = _told.Revision, words = Words, key = Key, selected = Selected });
        if (_isGone) await CloseAsync();
    }

    /// <summary>The page has another model or another selection than the browser.</summary>
    private async Task FollowAsync()
    {
        if (_oneByOne.CurrentCount == 0) return; // the answer to the gesture at work tells it
        if (!ReferenceEquals(Model, _told.Model)) await _board!.InvokeVoidAsync("patch", _told.Tell(Model));
        if (ReferenceEquals(Selected, _selected) || Selected is null) return;
        _selected = Selected;
        await _board!.InvokeVoidAsync("show", Selected, false);
    }

    /// <summary>One gesture. The same number asked again, as after a lost answer, is answered and not done again.</summary>
    [JSInvokable]
    public async Task<DiagramTurn> ActAsync(long seq, string act, string? text)
    {
        await _oneByOne.WaitAsync();
        try
        {
            if (seq <= _last.Seq) return new DiagramTurn(_told.Whole(), _last.Refusal, _last.Made);
            DiagramAnswer answer = await AnswerAsync(act, text ?? _parts.ToString());
            _parts.Clear();
            _last = (seq, answer.Refusal, answer.Made);
            return new DiagramTurn(_told.Tell(answer.Model), answer.Refusal, answer.Made);
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    private async Task<DiagramAnswer> AnswerAsync(string act, string text) => act switch
    {
        "undo" when OnUndo is not null => await OnUndo(),
        "redo" when OnRedo is not null => await OnRedo(),
        "edit" when OnEdit is not null => EditJson.Read(text) is { } edit ? await OnEdit(edit) : new DiagramAnswer(Model, DiagramTexts.NotUnderstood),
        _ => new DiagramAnswer(Model, DiagramTexts.OnlyLooking),
    };

    /// <summary>A long edit comes in parts.</summary>
    /// <param name="from">Where the part begins; zero begins anew.</param>
    [JSInvokable]
    public void PartAsync(long seq, int from, string part)
    {
        if (seq <= _last.Seq) return;
        if (from < _parts.Length) _parts.Length = from;
        if (from == _parts.Length && _parts.Length + part.Length < DefinitionReader.MaxLength) _parts.Append(part);
    }

    /// <summary>Everything, for a browser that missed something.</summary>
    [JSInvokable]
    public DiagramTurn WholeAsync() => new(_told.Whole(), null, null);

    [JSInvokable]
    public Task SelectedAsync(IReadOnlyList<string> ids) => InvokeAsync(() => OnSelected.InvokeAsync(ids));

    [JSInvokable]
    public Task OpenedAsync(string id) => InvokeAsync(() => OnOpened.InvokeAsync(id));

    [JSInvokable]
    public string? CopyAsync(IReadOnlyList<string> ids) => OnCopy?.Invoke(ids);

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        await CloseAsync();
        _self?.Dispose();
        _oneByOne.Dispose();
    }

    private async Task CloseAsync()
    {
        try
        {
            if (_board is not null) await _board.InvokeVoidAsync("close");
            if (_board is not null) await _board.DisposeAsync();
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (Exception e) when (e is JSDisconnectedException or TaskCanceledException)
        {
            // The browser has gone, or goes at this instant, and everything of ours in it.
        }
    }
}

/// <summary>The answer to one gesture.</summary>
public sealed record DiagramTurn(DiagramPatch Patch, string? Refusal, IReadOnlyList<string>? Made);
