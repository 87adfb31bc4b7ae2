using System.Globalization;
using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>Goes once, forward, through the text of a state. Texts that repeat (partings, people, outcomes) become one object.</summary>
internal ref struct StateReader
{
    private readonly string?[] _known = new string?[256];
    private readonly List<string> _texts = [];
    private string[] _trail = [];
    private Utf8JsonReader _json;

    private delegate T ItemReader<T>(ref StateReader reader);

    public StateReader(ReadOnlySpan<byte> utf8)
    {
        _json = new Utf8JsonReader(utf8);
        _json.Read();
    }

    /// <param name="text">The text itself, for a state by newer rules.</param>
    public FlowState State(string text)
    {
        int rules = 0;
        FlowStatus status = FlowStatus.Running;
        StepState[] steps = [];
        WaitingToken[] waiting = [];
        Dictionary<string, object?> variables = new(StringComparer.Ordinal);
        Begin(JsonTokenType.StartObject);
        while (Property() is { } name)
            switch (name)
            {
                case "rules":
                    rules = _json.GetInt32();
                    if (rules > FlowState.CurrentRules) return new FlowState(rules, FlowStatus.Running, [], [], variables) { Unread = text };
                    break;
                case "status": status = EnumNames<FlowStatus>.Read(_json); break;
                case "steps": steps = List(static (ref r) => r.Step()); break;
                case "waiting": waiting = List(static (ref r) => r.Token()); break;
                case "variables": variables = Values(); break;
                default: _json.Skip(); break;
            }
        return rules > 0 ? new FlowState(rules, status, steps, waiting, variables) : throw new JsonException("A state says by which rules it was made.");
    }

    public StepState Step()
    {
        string node = "", scope = "";
        int round = 1;
        NodeKind kind = NodeKind.Unknown;
        StepStatus status = StepStatus.Preparing;
        ScheduleKind schedule = ScheduleKind.Window;
        StepStatus? leaving = null;
        string? outcome = null, reason = null;
        DateTimeOffset? came = null, left = null;
        string[] people = [], trail = [];
        OccurrenceState[] occurrences = [];
        Vote[] votes = [];
        LoopItem[] items = [];
        IReadOnlyDictionary<string, object?> values = StepState.NoValues;
        Begin(JsonTokenType.StartObject);
        while (Property() is { } name)
            switch (name)
            {
                case "node": node = _json.GetString()!; break;
                case "kind": kind = EnumNames<NodeKind>.Read(_json); break;
                case "round": round = _json.GetInt32(); break;
                case "scope": scope = Text()!; break;
                case "status": status = EnumNames<StepStatus>.Read(_json); break;
                case "outcome": outcome = Text(); break;
                case "leaving": leaving = EnumNames<StepStatus>.Read(_json); break;
                case "reason": reason = Text(); break;
                case "schedule": schedule = EnumNames<ScheduleKind>.Read(_json); break;
                case "event": came = _json.GetDateTimeOffset(); break;
                case "left": left = _json.GetDateTimeOffset(); break;
                case "people": people = Texts(); break;
                case "occurrences": occurrences = List(static (ref r) => r.Occurrence()); break;
                case "votes": votes = List(static (ref r) => r.Vote()); break;
                case "trail": trail = Trail(); break;
                case "values": values = Values(); break;
                case "items": items = List(static (ref r) => r.Item()); break;
                default: _json.Skip(); break;
            }
        return new StepState(round == 1 ? node + "#1" : $"{node}#{round}", node, kind, round, scope)
        {
            Status = status, Outcome = outcome, Leaving = leaving, Reason = reason, ScheduleKind = schedule, EventAt = came, LeftAt = left,
            Participants = people, Occurrences = occurrences, Votes = votes, Trail = trail, Values = values, Items = items
        };
    }

    public WaitingToken Token()
    {
        string scope = "", node = "", source = "", outcome = "";
        string[] trail = [];
        Begin(JsonTokenType.StartObject);
        while (Property() is { } name)
            switch (name)
            {
                case "scope": scope = Text()!; break;
                case "node": node = Text()!; break;
                case "source": source = _json.GetString()!; break;
                case "outcome": outcome = Text()!; break;
                case "trail": trail = Trail(); break;
                default: _json.Skip(); break;
            }
        return new WaitingToken(scope, node, source, outcome, trail);
    }

    public Dictionary<string, object?> Values()
    {
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        Begin(JsonTokenType.StartObject);
        while (Property() is { } name) values[name] = Value();
        return values;
    }

    private OccurrenceState Occurrence()
    {
        string key = "";
        DateTimeOffset? opens = null, due = null, closes = null;
        OccurrenceStatus status = OccurrenceStatus.Scheduled;
        DateTimeOffset[] reminders = [], escalations = [];
        Begin(JsonTokenType.StartObject);
        while (Property() is { } name)
            switch (name)
            {
                case "key": key = Text()!; break;
                case "opens": opens = _json.GetDateTimeOffset(); break;
                case "due": due = _json.GetDateTimeOffset(); break;
                case "closes": closes = _json.GetDateTimeOffset(); break;
                case "status": status = EnumNames<OccurrenceStatus>.Read(_json); break;
                case "remind": reminders = List(static (ref r) => r._json.GetDateTimeOffset()); break;
                case "escalate": escalations = List(static (ref r) => r._json.GetDateTimeOffset()); break;
                default: _json.Skip(); break;
            }
        return new OccurrenceState(key, opens, due, closes, status) { Reminders = reminders, Escalations = escalations };
    }

    private Vote Vote() => Texts() is [var participant, var occurrence, var outcome] ? new Vote(participant, occurrence, outcome) : throw new JsonException("A vote is three texts.");

    private LoopItem Item()
    {
        object? value = null;
        string? title = null;
        Dictionary<string, object?>? values = null;
        Begin(JsonTokenType.StartObject);
        while (Property() is { } name)
            switch (name)
            {
                case "value": value = Value(); break;
                case "title": title = Text(); break;
                case "values": values = Values(); break;
                default: _json.Skip(); break;
            }
        return new LoopItem(value, title, values);
    }

    private object? Value()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.True: return true;
            case JsonTokenType.False: return false;
            case JsonTokenType.Number: return _json.GetDouble();
            case JsonTokenType.String: return _json.GetString();
            case JsonTokenType.StartObject:
                return Values().GetValueOrDefault("number") is string odd ? double.Parse(odd, CultureInfo.InvariantCulture) : null;
            default:
                _json.Skip();
                return null;
        }
    }

    /// <summary>Tokens of one parting have the same trail.</summary>
    private string[] Trail()
    {
        FillTexts();
        if (_texts.Count != _trail.Length) return _trail = [.. _texts];
        for (int i = 0; i < _trail.Length; i++)
            if (_trail[i] != _texts[i]) return _trail = [.. _texts];
        return _trail;
    }

    private string[] Texts()
    {
        FillTexts();
        return [.. _texts];
    }

    private void FillTexts()
    {
        _texts.Clear();
        Begin(JsonTokenType.StartArray);
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray) _texts.Add(Text()!);
    }

    private T[] List<T>(ItemReader<T> item)
    {
        List<T> items = [];
        Begin(JsonTokenType.StartArray);
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray) items.Add(item(ref this));
        return [.. items];
    }

    private readonly void Begin(JsonTokenType wanted)
    {
        if (_json.TokenType != wanted) throw new JsonException($"{wanted} was expected where {_json.TokenType} is.");
    }

    /// <summary>Goes to the value of the next property; null at the end of the record.</summary>
    private string? Property()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject) return null;
        string name = Text()!;
        _json.Read();
        return name;
    }

    private readonly string? Text()
    {
        ReadOnlySpan<byte> bytes = _json.ValueSpan;
        if (bytes.Length == 0) return _json.GetString();
        ref string? known = ref _known[(bytes.Length * 131 + bytes[^1] * 31 + bytes[bytes.Length / 2] * 7 + bytes[0]) & 255];
        return known is not null && _json.ValueTextEquals(known) ? known : known = _json.GetString();
    }
}
