using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.Domain.Roadmaps;

/// <summary>How people name the places of a roadmap.</summary>
public static class RoadmapPlaces
{
    /// <summary>«пункт 1.2».</summary>
    public static string Of(RoadmapStage stage, int item) => ItemDoubts.PlaceOf(stage, item);

    /// <summary>«3. Формирование базы наставников»; empty for a flat list.</summary>
    public static string Heading(RoadmapStage stage) => (stage.Number?.TrimEnd('.', ' '), stage.Title) switch
    {
        (null or "", var title) => title ?? "",
        (var number, null or "") => $"Этап {number}",
        var (number, title) => $"{number}. {title}",
    };

    /// <summary>What else the stage's own row says, each with its label.</summary>
    public static IReadOnlyList<string> Lines(RoadmapStage stage) =>
    [
        .. Line("Цель", stage.Goal), .. Line("Задача", stage.Task), .. Line("Результат", stage.Result), .. Line("Ключевой результат", stage.KeyResult),
        .. Line("Срок", stage.DeadlineText), .. Line("Ответственный", stage.ResponsibleText), .. Line("Подтверждение", stage.Evidence), .. stage.Columns.SelectMany(c => Line(c.Key, c.Value)),
    ];

    /// <summary>«приказ № 115/1 от 17.05.2023», as free text; null for a stamp that is not filled in.</summary>
    public static string? Stamp(RoadmapApproval approval) => (approval.OrderNumber, approval.OrderDate) switch
    {
        ({ Length: > 0 } number, { } day) => $"приказ № {number} от {RussianDate.Short(day)}",
        ({ Length: > 0 } number, null) => $"приказ № {number}",
        (_, { } day) => $"приказ от {RussianDate.Short(day)}",
        _ => null,
    };

    private static IEnumerable<string> Line(string label, string? text) => string.IsNullOrWhiteSpace(text) ? [] : [$"{label}: {text}"];
}
