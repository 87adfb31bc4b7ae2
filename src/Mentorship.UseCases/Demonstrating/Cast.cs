using System.Text.Json;
using System.Text.Json.Serialization;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;

namespace Mentorship.UseCases.Demonstrating;

/// <summary>Who plays in the demonstration: five institutions with invented people, and which orders each writes. Data, in <c>cast.json</c>.</summary>
internal sealed record Cast(IReadOnlyList<CastInstitution> Institutions)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static Cast Load()
    {
        using Stream data = typeof(Cast).Assembly.GetManifestResourceStream("Demonstration/cast.json")!;
        return JsonSerializer.Deserialize<Cast>(data, Options)!;
    }

    /// <summary>The institution's own Word file.</summary>
    public static byte[] SeedOf(CastInstitution institution)
    {
        using Stream data = typeof(Cast).Assembly.GetManifestResourceStream($"Demonstration/{institution.Seed}.docx")!;
        using MemoryStream copy = new();
        data.CopyTo(copy);
        return copy.ToArray();
    }
}

/// <param name="Seed">Name of the Word file with its roadmap.</param>
/// <param name="Study">How its lessons are divided: <c>quarter</c>, <c>trimester</c>, <c>semester</c>; null: it keeps no study schedule.</param>
internal sealed record CastInstitution(
    string Seed, InstitutionKind Kind, string Name, string ShortName, string City, string Founder, string HeadPost, string TimeZone,
    IReadOnlyList<CastPerson> People, IReadOnlyList<CastBody> Bodies, IReadOnlyList<CastPair> Pairs, IReadOnlyList<CastOrder> Orders, string? Study = null)
{
    /// <summary>Who runs the programme: the first curator.</summary>
    public CastPerson Curator => People.First(p => p.Roles.Contains(Roles.Curator));
    public CastPerson Director => People.First(p => p.Roles.Contains(Roles.Director));
    public CastPerson Administrator => People.First(p => p.Roles.Contains(Roles.Administrator));
}

internal sealed record CastPerson(string Name, string Post, IReadOnlyList<string> Roles, MemberKind Kind = MemberKind.Employee);

internal sealed record CastBody(string Name, string Role, string Lead, IReadOnlyList<string> Members, bool AnyoneCloses = false);

internal sealed record CastPair(string Mentor, string Mentee, string Form);

/// <param name="Kind"><c>pairs</c>, <c>plans</c>, <c>incentive</c>.</param>
/// <param name="On">Month and day of the school year, or</param>
/// <param name="DaysBefore">days before today, so that it waits for the director.</param>
/// <param name="Returned">The director returns it once with this reason.</param>
internal sealed record CastOrder(string Kind, string? On = null, int? DaysBefore = null, string? Returned = null);
