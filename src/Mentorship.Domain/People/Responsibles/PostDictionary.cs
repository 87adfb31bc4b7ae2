using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mentorship.Domain.People.Responsibles;

/// <summary>The posts and bodies that roadmaps name, from the data beside this file.</summary>
internal static class PostDictionary
{
    private static readonly Lazy<Entry[]> Entries = new(Load);

    /// <summary>A post found in a text.</summary>
    /// <param name="Roles">The codes it means; empty for a post that has no code of its own.</param>
    /// <param name="IsNominative">It can begin a new responsible without a separator («директор куратор»), being no part of the phrase before it.</param>
    public readonly record struct Found(int Index, int Length, IReadOnlyList<string> Roles, bool IsNominative);

    /// <summary>The posts in a text from left to right; at one place the longest wins.</summary>
    public static List<Found> FindAll(string text)
    {
        List<Found> all = [];
        foreach (Entry entry in Entries.Value)
            foreach (Match match in entry.Pattern.Matches(text))
                all.Add(new Found(match.Index, match.Length, entry.Roles, entry.Starts.Contains(FirstWord(match.Value))));
        List<Found> kept = [];
        foreach (Found found in all.OrderBy(found => found.Index).ThenByDescending(found => found.Length).ThenByDescending(found => found.Roles.Count))
            if (kept.Count == 0 || found.Index >= kept[^1].Index + kept[^1].Length) kept.Add(found);
        return kept;
    }

    private static string FirstWord(string text) => new([.. text.ToLowerInvariant().TakeWhile(char.IsLetter)]);

    private static Entry[] Load()
    {
        using Stream data = typeof(PostDictionary).Assembly.GetManifestResourceStream("Mentorship.Domain.People.Responsibles.posts.json")
            ?? throw new InvalidOperationException("The dictionary of posts is not embedded.");
        PostData[] posts = JsonSerializer.Deserialize<PostData[]>(data, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("The dictionary of posts is empty.");
        return [.. posts.Select(post => new Entry(post.Roles, [.. post.Starts], Compile(post.Patterns)))];
    }

    // «зам. директор*»: a star ends a stem (alone it is any word), a dot may be followed by blanks, a hyphen may stand between blanks.
    private static Regex Compile(IEnumerable<string> patterns)
    {
        IEnumerable<string> parts = patterns.OrderByDescending(pattern => pattern.Length).Select(pattern => Regex.Replace(Regex.Escape(pattern), @"\\\*|\\ |\\\.|-", sign => sign.Value switch
        {
            @"\*" => @"\p{L}*",
            @"\ " => @"\s+",
            @"\." => @"\.\s*",
            _ => @"\s*[-–—]\s*",
        }).Replace(@"\.\s*\s+", @"\.?\s*", StringComparison.Ordinal));
        return new Regex($@"(?<![\p{{L}}\d])(?:{string.Join('|', parts)})(?!\p{{L}})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
    }

    private sealed record Entry(IReadOnlyList<string> Roles, HashSet<string> Starts, Regex Pattern);

    private sealed record PostData(string[] Roles, string[] Starts, string[] Patterns);
}
