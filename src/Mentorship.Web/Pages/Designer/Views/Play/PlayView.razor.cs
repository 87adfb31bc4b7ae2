using System.Globalization;
using Mentorship.Domain;
using Mentorship.Domain.Wording;
using Mentorship.Flow;
using Mentorship.UseCases;
using Mentorship.UseCases.Authoring.Rehearsing;
using Mentorship.Web.Hosting;
using Mentorship.Web.Parts;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Designer.Views.Play;

/// <summary>Plays the draft on the real people and dates; an answer that is chosen plays it again from the beginning.</summary>
public sealed partial class PlayView : ComponentBase
{
    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal), _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly> _events = new(StringComparer.Ordinal), _eventDays = new(StringComparer.Ordinal);
    private DateOnly _from;
    private int _days = 2;
    private bool _busy;
    private RehearsalView? _view;
    private Refusal? _refusal;
    private FlowGraph? _of;

    [Inject] private Caller Caller { get; set; } = null!;
    [Inject] private RehearseProcess Rehearse { get; set; } = null!;

    [CascadingParameter] public required DesignerSession Session { get; set; }
    [CascadingParameter] public required DesignerPlace Place { get; set; }

    [Parameter, EditorRequired] public Guid ProcessId { get; set; }

    protected override void OnInitialized() => _from = Place.Today > Place.Plan.Period.From ? Place.Today : Place.Plan.Period.From;

    private void SetFrom(ChangeEventArgs typed)
    {
        if (Day(typed) is { } day) _from = day;
    }

    private static DateOnly? Day(ChangeEventArgs typed) =>
        DateOnly.TryParseExact((string?)typed.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Year is > 1990 and < 2100 ? day : null;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day of an awaited event as it stands in its field: at first, the last day of the play.</summary>
    private DateOnly DayOf(RehearsalHalt halt) => _eventDays.TryGetValue(halt.StepId, out DateOnly day) ? day : _view?.Days is [.., var last] ? last.Day : _from;

    private void SetEvent(RehearsalHalt halt, ChangeEventArgs typed)
    {
        if (Day(typed) is { } day) _eventDays[halt.StepId] = day;
    }

    /// <summary>The event has happened; the play goes on from there.</summary>
    private Task HappenAsync(RehearsalHalt halt)
    {
        _events[halt.StepId] = DayOf(halt);
        return RunAsync();
    }

    private void SetDays(ChangeEventArgs typed)
    {
        if (int.TryParse((string?)typed.Value, CultureInfo.InvariantCulture, out int days)) _days = days;
    }

    private Task AnswerAsync(RehearsalLine line, string? outcome)
    {
        if (outcome is not null) _answers[line.StepId] = outcome;
        return RunAsync();
    }

    private Task UsualAsync()
    {
        _answers.Clear();
        _events.Clear();
        return RunAsync();
    }

    private async Task RunAsync()
    {
        _busy = true;
        FlowGraph graph = Session.Graph;
        Dictionary<string, object?> values = Session.Definition.Variables.Where(v => _values.ContainsKey(v.Name)).ToDictionary(v => v.Name, v => Value(v, _values[v.Name]), StringComparer.Ordinal);
        RehearsalRequest request = new(_from, new Dictionary<string, string>(_answers), _days, values) { Events = new Dictionary<string, DateOnly>(_events) };
        // A long play must not hold up the page.
        Outcome<RehearsalView> played = await Task.Run(() => Caller.AsAsync(actor => Rehearse.RunAsync(actor, ProcessId, graph.Definition, request, CancellationToken.None)));
        (_view, _refusal, _busy) = (played.Value, played.Refusal, false);
        _of = graph;
    }

    private void Go(string node) => Session.Select(node);

    private static object? Value(ProcessVariable field, string text) => field.Default switch
    {
        bool => text.Trim().ToUpperInvariant() is "ДА" or "TRUE" or "1",
        double => double.TryParse(text.Replace(',', '.').Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out double number) ? number : 0d,
        _ => text,
    };

    private static string Words(object? value) => value switch { bool flag => flag ? DesignerTexts.Yes : DesignerTexts.No, null => "", _ => Convert.ToString(value, CultureInfo.GetCultureInfo("ru-RU")) ?? "" };

    private static string Ending(RehearsalView view) => view.Truncated ? ViewTexts.PlayEndless : view.EndsOn is { } day ? ViewTexts.PlayEnds.With(RussianDate.Long(day)) : ViewTexts.PlayStands;

    private static string HaltWords(RehearsalHaltKind kind) => kind switch
    {
        RehearsalHaltKind.Nobody => ViewTexts.HaltNobody,
        RehearsalHaltKind.NeedsDeadline => ViewTexts.NeedsDeadline,
        RehearsalHaltKind.AwaitsEvent => ViewTexts.HaltEvent,
        _ => ViewTexts.HaltWaits,
    };

    private static string KindWords(RehearsalLine line) => line.Kind switch
    {
        RehearsalLineKind.Asked => ViewTexts.LineAsked,
        RehearsalLineKind.Answered => ViewTexts.LineAnswered,
        RehearsalLineKind.Late => ViewTexts.LineLate,
        RehearsalLineKind.Mailed => ViewTexts.LineMailed,
        RehearsalLineKind.Written => ViewTexts.LineWritten,
        RehearsalLineKind.Happened => ViewTexts.LineHappened,
        RehearsalLineKind.SummedUp => ViewTexts.LineSummedUp,
        _ => ViewTexts.LineStarted,
    };

    /// <summary>The fields that a survey fills, as the process was when it was played.</summary>
    private string ResultsOf(RehearsalLine line) =>
        _of?.Find(line.NodeId) is { } node ? string.Join(", ", (SurveyForm.Of(node)?.Fields ?? []).Select(name => $"«{_of.Definition.LabelOf(name)}»")) : "";

    private static Tone ToneOf(RehearsalLineKind kind) => kind switch
    {
        RehearsalLineKind.Answered => Tone.Ok,
        RehearsalLineKind.Late => Tone.Late,
        RehearsalLineKind.Asked => Tone.Info,
        _ => Tone.Plain,
    };
}
