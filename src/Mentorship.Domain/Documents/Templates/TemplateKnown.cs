using Mentorship.Domain.Documents.Orders;

namespace Mentorship.Domain.Documents.Templates;

/// <summary>What a template may name without anybody being asked: the institution, its people, the year, the day.</summary>
public sealed record TemplateKnown(Letterhead Letterhead)
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
        { "куратор", "директор", "руководитель", "учреждение", "год", "следующий год", "дата", "основания", "контроль" };

    public required OrderPerson Head { get; init; }
    public OrderPerson? Curator { get; init; }

    /// <summary>On whom the control is laid; null: the head keeps it.</summary>
    public OrderPerson? Controller { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>The first calendar year of the school year.</summary>
    public required int Year { get; init; }

    /// <summary>Words for whoever writes templates, in the order in which they are told.</summary>
    public static IReadOnlyList<string> All => [.. Names];

    public static bool Knows(string name) => Names.Contains(name);

    internal OrderPerson? Person(TemplateGap gap) => gap.Is("куратор") ? Curator : gap.Is("директор") || gap.Is("руководитель") ? Head : null;

    /// <summary>Null for what is not known.</summary>
    internal string? Words(TemplateGap gap) => gap.Name.ToLowerInvariant() switch
    {
        "учреждение" => gap.Says("полностью") || string.IsNullOrWhiteSpace(Letterhead.ShortName) ? Letterhead.FullName : Letterhead.ShortName,
        "год" => $"{Year}/{Year + 1}",
        "следующий год" => $"{Year + 1}/{Year + 2}",
        "дата" => RussianDate.Short(Today),
        "основания" => Letterhead.PreambleGrounds.Trim().TrimEnd('.', ',', ';', ':'),
        _ => null,
    };
}
