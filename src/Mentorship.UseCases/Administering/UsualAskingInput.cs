using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.People;
using Mentorship.Flow;

namespace Mentorship.UseCases.Administering;

/// <summary>The usual reminders and escalation as a person typed them; an empty field says nothing.</summary>
public sealed record UsualAskingInput
{
    /// <summary>«3, 1, 0»: so many days before the last day.</summary>
    public string? Before { get; init; }
    public string? After { get; init; }
    public string? Open { get; init; }
    public string? Most { get; init; }

    /// <summary>As steps name people; empty: nobody is told.</summary>
    public string? To { get; init; }
    public string? TellAfter { get; init; }
    public bool SinceOpening { get; init; }
    public string? TellEvery { get; init; }
    public string? TellMost { get; init; }

    public static UsualAskingInput Of(UsualAsking usual) => new()
    {
        Before = usual.Reminders is { } reminders ? string.Join(", ", reminders.Before) : null, After = Text(usual.Reminders?.After), Open = Text(usual.Reminders?.Open),
        Most = usual.Reminders is { After: null, Open: null } ? null : Text(usual.Reminders?.Most),
        To = usual.Escalation?.To, TellAfter = Text(usual.Escalation?.After), SinceOpening = usual.Escalation?.SinceOpening == true, TellEvery = Text(usual.Escalation?.Every),
        TellMost = usual.Escalation?.Every is null ? null : Text(usual.Escalation.Most),
    };

    /// <summary>What it means, or what to correct.</summary>
    internal Outcome<UsualAsking> Read(StaffDirectory staff)
    {
        Outcome<Reminders?> reminders = ReadReminders();
        if (reminders.Refusal is { } no) return no;
        Outcome<Escalation?> escalation = ReadEscalation(staff);
        return escalation.Refusal is { } wrong ? wrong : new UsualAsking(reminders.Value, escalation.Value);
    }

    private Outcome<Reminders?> ReadReminders()
    {
        JsonObject json = [];
        JsonArray before = [];
        foreach (string day in (Before ?? "").Split([',', ' ', ';', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
            if (Number(day) is { } number) before.Add(number);
            else return new Refusal("DaysWrong", "Дни до срока напишите числами через запятую, например «3, 1, 0». Ноль – в день срока.");
        if (before.Count > 0) json["before"] = before;
        if (Put(json, "after", After, "После срока напоминать") is { } after) return after;
        if (Put(json, "open", Open, "С открытия напоминать") is { } open) return open;
        if (json.Count == 0) return (Reminders?)null;
        if (Put(json, "most", Most, "Сколько раз напоминать") is { } most) return most;
        (Reminders? rules, string? problem) = Reminders.Read(JsonSerializer.SerializeToElement(json));
        return problem is null ? rules : new Refusal("RemindersWrong", $"Напоминания: {problem}");
    }

    private Outcome<Escalation?> ReadEscalation(StaffDirectory staff)
    {
        if (string.IsNullOrWhiteSpace(To)) return (Escalation?)null;
        if (!AssigneeWords.IsKnown(To, staff)) return new Refusal("AssigneeUnknown", "Того, кому сообщать, в учреждении больше нет. Выберите другого.");
        JsonObject json = new() { ["to"] = To.Trim() };
        if (Put(json, "after", TellAfter, "Через сколько дней сообщать") is { } after) return after;
        if (Put(json, "every", TellEvery, "Повторять сообщение") is { } every) return every;
        if (Put(json, "most", TellMost, "Сколько раз сообщать") is { } most) return most;
        if (SinceOpening) json["since"] = "open";
        (Escalation? rules, string? problem) = Escalation.Read(JsonSerializer.SerializeToElement(json));
        return problem is null ? rules : new Refusal("EscalationWrong", $"Сообщение о невыполненном: {problem}");
    }

    private static Refusal? Put(JsonObject json, string name, string? typed, string label)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (Number(typed) is not { } number) return new Refusal("NumberWrong", $"«{label}»: напишите целое число, например 3, или оставьте поле пустым.");
        json[name] = number;
        return null;
    }

    private static int? Number(string typed) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
