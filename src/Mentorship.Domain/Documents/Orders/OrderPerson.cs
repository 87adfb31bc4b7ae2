using Mentorship.Domain.Naming;

namespace Mentorship.Domain.Documents.Orders;

/// <summary>A person in an order: the name and the post, with cases written by hand where somebody did.</summary>
public sealed record OrderPerson(PersonName Name, string Post)
{
    public NameCases? NameCases { get; init; }
    public PostCases? PostCases { get; init; }

    /// <summary>«Иванова А. П.».</summary>
    public string Short => Name.Short;

    /// <summary>«Иванова Анна Петровна, учитель математики», for tables.</summary>
    public string FullWithPost => string.IsNullOrWhiteSpace(Post) ? Name.Full : $"{Name.Full}, {Post.Trim()}";
}

/// <summary>Who drafted the order and can be asked about it.</summary>
public sealed record OrderExecutor(PersonName Name, string? Phone = null);

/// <summary>A document that an order rests on: «протокол … от … № …».</summary>
public sealed record OrderGround(DateOnly Date, string? Number = null)
{
    /// <summary>«от 15.09.2026 № 3».</summary>
    public string Requisites => string.IsNullOrWhiteSpace(Number) ? $"от {RussianDate.Short(Date)}" : $"от {RussianDate.Short(Date)} №\u00A0{Number.Trim()}";
}
