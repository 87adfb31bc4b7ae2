namespace Mentorship.House.Tests;

/// <summary>Which room may know which. Every rule takes what was found and returns complaints; none means that it holds.</summary>
public static class ArrowRules
{
    /// <summary>Room → the rooms that it may know, as drawn in the design: arrows point one way.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Allowed = new Dictionary<string, string[]>
    {
        ["Mentorship.Flow"] = [],
        ["Mentorship.Domain"] = ["Mentorship.Flow"],
        ["Mentorship.Office"] = ["Mentorship.Domain", "Mentorship.Flow"],
        ["Mentorship.Storage"] = ["Mentorship.Domain", "Mentorship.Flow"],
        ["Mentorship.Storage.Sqlite"] = ["Mentorship.Storage", "Mentorship.Domain", "Mentorship.Flow"],
        ["Mentorship.Storage.Postgres"] = ["Mentorship.Storage", "Mentorship.Domain", "Mentorship.Flow"],
        ["Mentorship.UseCases"] =
            ["Mentorship.Storage", "Mentorship.Storage.Sqlite", "Mentorship.Storage.Postgres", "Mentorship.Office", "Mentorship.Domain", "Mentorship.Flow"],
        ["Mentorship.Web"] = ["Mentorship.UseCases", "Mentorship.Domain", "Mentorship.Flow"],
        ["Mentorship.Cli"] = ["Mentorship.UseCases", "Mentorship.Office", "Mentorship.Domain", "Mentorship.Flow"],
    };

    /// <summary>Package (by the beginning of its assembly's name) → the rooms that may know it.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Owners = new Dictionary<string, string[]>
    {
        ["NPOI"] = ["Mentorship.Office"],
        ["ICSharpCode"] = ["Mentorship.Office"],
        ["Npgsql"] = ["Mentorship.Storage.Postgres"],
        ["Microsoft.Data.Sqlite"] = ["Mentorship.Storage.Sqlite"],
        ["Microsoft.EntityFrameworkCore"] = ["Mentorship.Storage", "Mentorship.Storage.Sqlite", "Mentorship.Storage.Postgres", "Mentorship.UseCases"],
    };

    /// <summary>A reference from one room to another that the design does not draw, and a room that the design does not know.</summary>
    public static IEnumerable<string> Rooms(IReadOnlyDictionary<string, IReadOnlyList<string>> references)
    {
        foreach ((string room, IReadOnlyList<string> known) in references)
        {
            if (!Allowed.TryGetValue(room, out string[]? allowed)) yield return $"{room} is no room of the design";
            else
                foreach (string other in known.Where(name => name.StartsWith("Mentorship.", StringComparison.Ordinal) && !allowed.Contains(name)))
                    yield return $"{room} must not know {other}";
        }
    }

    /// <summary>A package known outside the rooms that own it.</summary>
    public static IEnumerable<string> Packages(IReadOnlyDictionary<string, IReadOnlyList<string>> references) =>
        from room in references
        from assembly in room.Value
        from owner in Owners
        where assembly.StartsWith(owner.Key, StringComparison.Ordinal) && !owner.Value.Contains(room.Key)
        select $"{room.Key} must not know {assembly}";

    /// <summary>Rooms without any package: their assemblies reference the base class library and the rooms they may know, nothing else.</summary>
    public static IEnumerable<string> PackageFree(string room, IEnumerable<string> assemblies, Func<string, bool> isBaseClassLibrary) =>
        assemblies.Where(name => !isBaseClassLibrary(name) && !Allowed[room].Contains(name)).Select(name => $"{room} must do without {name}");
}
