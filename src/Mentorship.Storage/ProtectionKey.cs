namespace Mentorship.Storage;

/// <summary>A data-protection key of ASP.NET Core: in the database, so that every node reads the same cookies.</summary>
public sealed class ProtectionKey
{
    public int Id { get; init; }
    public required string Name { get; init; }
    public required string Xml { get; init; }
}
