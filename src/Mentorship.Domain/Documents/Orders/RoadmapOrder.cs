using Mentorship.Domain.Naming;
using Mentorship.Domain.Roadmaps;

namespace Mentorship.Domain.Documents.Orders;

/// <summary>The order that approves a roadmap; its annex is that version of the roadmap.</summary>
public sealed record RoadmapOrder(OrderFrame Frame, Roadmap Roadmap)
{
    /// <summary>«на 2026/2027 учебный год», «на 2023–2025 годы»; null takes the roadmap's own school year.</summary>
    public string? Period { get; init; }

    /// <summary>The meeting of the pedagogical council that adopted it, or null.</summary>
    public OrderGround? Council { get; init; }
    public required OrderPerson Curator { get; init; }
    public required DateOnly AcquaintBy { get; init; }

    /// <summary>Who publishes it on the site and by when; null where the site is nobody's duty here.</summary>
    public OrderPerson? SiteEditor { get; init; }
    public DateOnly? PublishBy { get; init; }

    /// <summary>The responsible people who sign that they know it.</summary>
    public IReadOnlyList<OrderPerson> Responsible { get; init; } = [];
}

/// <summary>«Об утверждении дорожной карты …».</summary>
public static class RoadmapOrderComposer
{
    public static OrderText Compose(RoadmapOrder order)
    {
        var draft = new OrderDraft(order.Frame);
        string period = Period(order);
        draft.Acquaint(order.Curator);
        draft.Acquaint(order.SiteEditor);
        foreach (OrderPerson person in order.Responsible) draft.Acquaint(person);

        var points = new List<OrderPoint?>
        {
            new($"Утвердить план мероприятий («дорожную карту») реализации программы наставничества{period} (приложение №\u00A01)."),
            OrderDraft.Duties(draft.Person(order.Curator, GrammaticalCase.Dative, capital: true),
                $"в срок до {RussianDate.Short(order.AcquaintBy)} ознакомить с настоящим приказом под подпись ответственных исполнителей",
                "организовать выполнение мероприятий в установленные сроки"),
            order.SiteEditor is not { } editor ? null : new OrderPoint(
                $"{draft.Person(editor, GrammaticalCase.Dative, capital: true)} разместить дорожную карту на официальном сайте{Until(order.PublishBy)}."),
        };
        string?[] grounds =
        [
            order.Council is { } council ? $"на основании решения педагогического совета (протокол {council.Requisites})" : null,
            $"в целях организации наставничества {draft.Letterhead.InInstitution}",
        ];
        return draft.Compose($"Об утверждении дорожной карты реализации программы наставничества{period}", grounds, points,
            new OrderAnnex(order.Roadmap.Title ?? $"План мероприятий («дорожная карта») реализации программы наставничества{period}", RoadmapTable.Of(order.Roadmap, []))
            {
                Paragraphs = order.Roadmap.Goals,
            });
    }

    private static string Period(RoadmapOrder order) =>
        !string.IsNullOrWhiteSpace(order.Period) ? " " + order.Period.Trim()
        : order.Roadmap.SchoolYear is { } year ? $" на {year} учебный год" : "";

    private static string Until(DateOnly? day) => day is { } known ? $" в срок до {RussianDate.Short(known)}" : "";
}
