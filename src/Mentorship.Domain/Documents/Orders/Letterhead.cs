using Mentorship.Domain.Naming;

namespace Mentorship.Domain.Documents.Orders;

/// <summary>What an institution puts on its orders; entered once, never written into code.</summary>
public sealed record Letterhead
{
    public string? Founder { get; init; }
    public required string FullName { get; init; }
    public string? ShortName { get; init; }
    public string? City { get; init; }
    public string? Address { get; init; }

    /// <summary>«Директор», «Заведующий».</summary>
    public required string HeadPost { get; init; }
    public required PersonName HeadName { get; init; }

    /// <summary>Somebody acts for the head: the block says «И. о. директора».</summary>
    public bool HeadIsActing { get; init; }

    /// <summary>The acts that the orders of this institution rest on («В соответствии с …»); regional acts come first.</summary>
    public string PreambleGrounds { get; init; } = "";

    internal IReadOnlyList<string> Lines()
    {
        string name = string.IsNullOrWhiteSpace(ShortName) ? FullName.Trim() : $"{FullName.Trim()}\n({ShortName.Trim()})";
        return [.. new[] { Founder, name, Address }.Where(line => !string.IsNullOrWhiteSpace(line)).SelectMany(line => line!.Split('\n')).Select(line => line.Trim())];
    }

    /// <summary>«в МБОУ «Школа № 5»»; without a short name «в учреждении», since full names do not decline by rule.</summary>
    internal string InInstitution => string.IsNullOrWhiteSpace(ShortName) ? "в учреждении" : $"в {ShortName.Trim()}";
}
