using Mentorship.Flow;
using Mentorship.Web.Pages.Designer.Checking;
using Mentorship.Web.Pages.Designer.Diagram;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Mentorship.Web.Pages.Designer.Views.Table;

/// <summary>The table of the process: rows are written in, added, moved and taken away; the keys that a person knows from a table work.</summary>
public sealed partial class TableView : ComponentBase, IAsyncDisposable
{
    private static readonly TableColumn StageNumber = new(ViewTexts.Number, CellShape.Text, "number"), StageTitle = new(ViewTexts.OwnStage, CellShape.Title);

    /// <summary>Rows that are there at once, more than a window shows; the others follow as soon as these are seen.</summary>
    private const int FirstSight = 40;

    private ElementReference _root;
    private IJSObjectReference? _module, _keys;
    private DotNetObjectReference<TableView>? _self;
    private TableSheet? _sheet;
    private FlowGraph? _of;
    private (string Row, string? Setting)? _editing;
    private string? _message, _fresh;
    private bool _isWhole;

    [Inject] private IJSRuntime Js { get; set; } = null!;

    [CascadingParameter] public required DesignerSession Session { get; set; }

    /// <summary>All properties of a step are wanted.</summary>
    [Parameter] public EventCallback<ProblemPlace> OnOpen { get; set; }

    private bool IsLocked => Session.Locked is not null;

    private FlowNode? Chosen => Session.Selection.Count > 0 ? Session.Graph.Find(Session.Selection[0]) : null;

    private static IEnumerable<DiagramKind> Others => DiagramWords.Palette.Where(k => k.Type is not ("Mentorship.Task" or "Mentorship.Stage"));

    private TableSheet Sheet
    {
        get
        {
            if (_sheet is not null && ReferenceEquals(_of, Session.Graph)) return _sheet;
            TableSheet sheet = TableSheet.Of(_of = Session.Graph);
            // The same columns stay the same value, so that rows know that nothing has changed in them.
            return _sheet = _sheet is not null && _sheet.Columns.SequenceEqual(sheet.Columns) ? sheet with { Columns = _sheet.Columns } : sheet;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _isWhole = true;
            StateHasChanged();
            _self = DotNetObjectReference.Create(this);
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Pages/Designer/Views/Table/TableView.razor.js");
            _keys = await _module.InvokeAsync<IJSObjectReference>("open", _root, _self);
            if (Chosen is { } chosen) await _keys.InvokeVoidAsync("show", chosen.Id);
        }
        if (_fresh is { } row && _keys is not null)
        {
            _fresh = null;
            await _keys.InvokeVoidAsync("write", row);
        }
    }

    /// <summary>Alt with an arrow in a row.</summary>
    [JSInvokable]
    public void MoveByKey(string row, int by)
    {
        Session.Select(row);
        Move(by);
        StateHasChanged();
    }

    private void Select(string row)
    {
        if (_editing is { } open && open.Row != row) _editing = null;
        if (!Session.Selection.Contains(row)) Session.Select(row);
    }

    private void Edit((string Row, string? Setting) wanted)
    {
        _editing = wanted.Setting is null || _editing == wanted ? null : wanted;
        Session.Select(wanted.Row);
    }

    private void AddOther(ChangeEventArgs chosen)
    {
        if (DiagramWords.Palette.FirstOrDefault(k => k.Type == (string?)chosen.Value) is { } kind) Add(kind.Type, kind.Name);
    }

    /// <summary>After the chosen row; in the chosen stage; else at the end of the last one.</summary>
    private void Add(string type, string title)
    {
        FlowNode? chosen = Chosen;
        SheetGroup? group = (chosen is null ? null : Sheet.GroupOf(chosen.Id)) ?? (Sheet.Groups.Count > 0 ? Sheet.Groups[^1] : null);
        Put(group is null ? new AddStep(Session.Definition.Root.Id, type, title) : RowEdits.Add(Session.Graph, group, chosen is { Kind: not NodeKind.Stage } ? chosen : null, type, title));
    }

    private void AddStage() => Put(RowEdits.AddStage(Session.Graph, ViewTexts.NewStage));

    private void Move(int by)
    {
        if (Chosen is not { } chosen) return;
        _message = RowEdits.Move(Session.Graph, Sheet, chosen, by) is { } move ? Session.Apply(move).Refusal?.Message : IsAtEdge(chosen, by) ? null : ViewTexts.SwapByArrows;
    }

    private bool IsAtEdge(FlowNode row, int by) => Sheet.GroupOf(row.Id) is { } group && (group.Rows.Count == 0 || row.Kind == NodeKind.Stage || group.Rows[by < 0 ? 0 : ^1].Id == row.Id);

    private void Remove()
    {
        if (Chosen is not { } chosen) return;
        List<FlowNode> rows = [.. Sheet.Rows];
        int at = rows.FindIndex(r => r.Id == chosen.Id);
        _message = Session.Apply(new RemoveSteps(Session.Selection)).Refusal?.Message;
        if (_message is null && at >= 0 && rows.Count > 1) Session.Select(rows[at + 1 < rows.Count ? at + 1 : at - 1].Id);
    }

    private void Put(Edit edit)
    {
        Edited edited = Session.Apply(edit);
        _message = edited.Refusal?.Message;
        _fresh = edited.Made is [string made, ..] ? made : null;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_keys is not null) await _keys.InvokeVoidAsync("close");
            if (_keys is not null) await _keys.DisposeAsync();
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and its keys with it.
        }
        _self?.Dispose();
    }
}
