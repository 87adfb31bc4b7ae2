namespace Mentorship.Domain.Institutions;

/// <summary>A time zone as people in Russia call it: by cities, and by how far it is from Moscow.</summary>
/// <param name="Id">IANA name.</param>
/// <param name="FromMoscow">Hours.</param>
public sealed record RussianZone(string Id, string Cities, int FromMoscow)
{
    /// <summary>From west to east.</summary>
    public static IReadOnlyList<RussianZone> All { get; } =
    [
        new("Europe/Kaliningrad", "Калининград", -1), new("Europe/Moscow", "Москва", 0), new("Europe/Samara", "Самара, Саратов, Ижевск", 1), new("Asia/Yekaterinburg", "Екатеринбург, Уфа, Пермь", 2),
        new("Asia/Omsk", "Омск", 3), new("Asia/Novosibirsk", "Новосибирск, Барнаул, Томск", 4), new("Asia/Krasnoyarsk", "Красноярск, Кемерово, Кызыл", 4), new("Asia/Irkutsk", "Иркутск, Улан-Удэ", 5),
        new("Asia/Yakutsk", "Якутск, Чита, Благовещенск", 6), new("Asia/Vladivostok", "Владивосток, Хабаровск", 7), new("Asia/Magadan", "Магадан, Южно-Сахалинск", 8), new("Asia/Kamchatka", "Петропавловск-Камчатский, Анадырь", 9),
    ];

    /// <summary>«Екатеринбург, Уфа, Пермь: МСК+2».</summary>
    public string Name => $"{Cities}: {(FromMoscow == 0 ? "МСК" : FromMoscow > 0 ? $"МСК+{FromMoscow}" : $"МСК−{-FromMoscow}")}";

    /// <summary>The zone of that name, else the first whose clock shows the same now (Europe/Saratov goes as Europe/Samara does); null where there is none.</summary>
    public static RussianZone? Of(string id, DateTimeOffset at)
    {
        if (All.FirstOrDefault(z => z.Id == id) is { } own) return own;
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone) ? All.FirstOrDefault(z => TimeZoneInfo.FindSystemTimeZoneById(z.Id).GetUtcOffset(at) == zone.GetUtcOffset(at)) : null;
    }
}
