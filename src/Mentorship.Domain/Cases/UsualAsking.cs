using System.Text.Json;
using System.Text.Json.Nodes;
using Mentorship.Domain.Files;
using Mentorship.Domain.Institutions;
using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>When work is asked for again and who is told, in an institution whose step says nothing of its own; null: nobody is.</summary>
public sealed record UsualAsking(Reminders? Reminders, Escalation? Escalation)
{
    public static UsualAsking Of(Institution institution) => new(
        Parse(institution.UsualReminders) is { } reminders ? Reminders.Read(reminders).Reminders : null, Parse(institution.UsualEscalation) is { } escalation ? Escalation.Read(escalation).Escalation : null);

    public void PutInto(Institution institution) => (institution.UsualReminders, institution.UsualEscalation) = (Json(Reminders), Json(Escalation));

    /// <summary>The same settings have the same seal: whoever changes them shows which ones were seen.</summary>
    public string Seal => Hash.OfText($"{Json(Reminders)}\n{Json(Escalation)}");

    /// <summary>As steps keep them; null where nobody is reminded.</summary>
    private static string? Json(Reminders? rules)
    {
        if (rules is null or { Before.Count: 0, After: null, Open: null }) return null;
        JsonObject json = [];
        if (rules.Before.Count > 0) json["before"] = new JsonArray([.. rules.Before.Distinct().OrderDescending().Select(day => JsonValue.Create(day))]);
        if (rules.After is { } after) json["after"] = after;
        if (rules.Open is { } open) json["open"] = open;
        if (rules.After is not null || rules.Open is not null) json["most"] = rules.Most;
        return json.ToJsonString();
    }

    private static string? Json(Escalation? rules)
    {
        if (rules is null) return null;
        JsonObject json = new() { ["to"] = rules.To, ["after"] = rules.After };
        if (rules.SinceOpening) json["since"] = "open";
        if (rules.Every is { } every) (json["every"], json["most"]) = (every, rules.Most);
        return json.ToJsonString();
    }

    private static JsonElement? Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return null;
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
