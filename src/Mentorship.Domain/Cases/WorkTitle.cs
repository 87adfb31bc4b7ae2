using Mentorship.Flow;

namespace Mentorship.Domain.Cases;

/// <summary>How a task is called in lists and mails.</summary>
public static class WorkTitle
{
    /// <summary>A roadmap item is its activity; a step of a document's route is the document's title, for the list says what is to be done with it.</summary>
    /// <param name="item">What the loop around the step is at: it tells one task from the next.</param>
    public static string Of(FlowNode node, Case subject, string occurrence, string? item = null)
    {
        string title = subject.DocumentId is not null && node.Kind is NodeKind.Approval or NodeKind.Signature or NodeKind.Acquaintance ? subject.Title : node.Name ?? subject.Title;
        if (item is { Length: > 0 }) title = $"{title}: {item}";
        if (Month(occurrence) is { } month) title = $"{title} ({month})";
        return title.Length <= 1000 ? title : title[..999] + "…";
    }

    private static string? Month(string occurrence) =>
        DateOnly.TryParseExact(occurrence + "-01", "yyyy-MM-dd", out DateOnly month) ? $"{Months[month.Month - 1]} {month.Year}"
        : DateOnly.TryParseExact(occurrence, "yyyy-MM-dd", out DateOnly day) ? day.ToString("dd.MM.yyyy") : null;

    private static readonly string[] Months = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];
}
