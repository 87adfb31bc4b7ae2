using System.Globalization;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Processes.Viewing;
using Mentorship.Flow;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Mentorship.Web.Pages.Designer.Views.Calendar;

/// <summary>The process by months. The browser carries the moving of a bar out at once and tells what came of it.</summary>
public sealed partial class CalendarView : ComponentBase, IAsyncDisposable
{
    private ElementReference _root;
    private IJSObjectReference? _module, _bars;
    private DotNetObjectReference<CalendarView>? _self;
    private ProcessCalendar? _calendar;
    private FlowGraph? _of;
    private string? _open, _message;

    [Inject] private IJSRuntime Js { get; set; } = null!;

    [CascadingParameter] public required DesignerSession Session { get; set; }
    [CascadingParameter] public required DesignerPlace Place { get; set; }

    private ProcessCalendar Calendar
    {
        get
        {
            if (_calendar is null || !ReferenceEquals(_of, Session.Graph)) _calendar = ProcessCalendar.Of(_of = Session.Graph, Place.Plan, Place.OpenDaysBefore);
            return _calendar;
        }
    }

    private TimeAxis Axis => TimeAxis.Of(Calendar, Place.Plan);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Pages/Designer/Views/Calendar/CalendarView.razor.js");
        _bars = await _module.InvokeAsync<IJSObjectReference>("open", _root, _self);
    }

    /// <summary>A bar was moved or stretched to these days; false when that cannot be, and it goes back.</summary>
    [JSInvokable]
    public bool Put(string node, string from, string to, bool whole)
    {
        if (!Day(from, out DateOnly first) || !Day(to, out DateOnly last) || last < first) return false;
        if (Calendar.Items.FirstOrDefault(i => i.NodeId == node) is not { Meaning: { } meaning } || !CalendarEdits.MayMove(meaning) || Session.Graph.Find(node) is not { } step) return false;
        Session.Select(node);
        _message = Session.Apply(CalendarEdits.Put(step, meaning, new DateWindow(first, last), whole, Place.Plan, Place.Today)).Refusal?.Message;
        StateHasChanged();
        return _message is null;
    }

    /// <summary>Enter on a bar.</summary>
    [JSInvokable]
    public void OpenByKey(string node)
    {
        Open(node);
        StateHasChanged();
    }

    private void Select(string node)
    {
        _open = _open == node ? null : node;
        Session.Select(node);
    }

    private void Open(string node)
    {
        _open = node;
        Session.Select(node);
    }

    private static bool Day(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static string Month(DateOnly first) => CultureInfo.GetCultureInfo("ru-RU").DateTimeFormat.MonthNames[first.Month - 1][..3];

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_bars is not null) await _bars.InvokeVoidAsync("close");
            if (_bars is not null) await _bars.DisposeAsync();
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and its bars with it.
        }
        _self?.Dispose();
    }
}
