using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>To what people consent, kept in the step (input <c>form</c>): one purpose, and the whole text.</summary>
public sealed record ConsentForm(string Purpose, string Text)
{
    private const int LongestText = 10_000, LongestPurpose = 300;

    /// <summary>The form of a step; null when it has none that can be read.</summary>
    public static ConsentForm? Of(FlowNode node) => Read(node.Json("form")).Form;

    public static (ConsentForm? Form, string? Problem) Read(JsonElement? json)
    {
        if (Setting.Object(json) is not { } form || Activity.String(form, "purpose")?.Trim() is not { Length: > 0 } purpose) return (null, "не названа цель согласия. Впишите одну цель.");
        if (Activity.String(form, "text")?.Trim() is not { Length: > 0 } text) return (null, "нет текста согласия. Впишите его целиком: человек решает по нему.");
        if (purpose.Length > LongestPurpose || text.Length > LongestText) return (null, $"текст согласия длиннее {LongestText} знаков или цель длиннее {LongestPurpose}. Сократите.");
        return (new ConsentForm(purpose, text), null);
    }
}
