using Mentorship.UseCases.Looking;
using Mentorship.Web.Parts;

namespace Mentorship.Web.Layout;

/// <summary>An entry of the menu; give one a number of waiting things with <c>NavEntry.Inbox with { Count = 7 }</c>.</summary>
/// <param name="ShortTitle">For the bar at the foot of a phone.</param>
public sealed record NavEntry(string Href, string Title, string ShortTitle, IconName Icon)
{
    /// <summary>How many things wait there; zero shows nothing.</summary>
    public int Count { get; init; }

    public static NavEntry Today { get; } = new("/today", LayoutTexts.Today, LayoutTexts.Today, IconName.Home);
    public static NavEntry Inbox { get; } = new("/inbox", LayoutTexts.Inbox, LayoutTexts.Inbox, IconName.Inbox);
    public static NavEntry Roadmap { get; } = new("/roadmap", LayoutTexts.Roadmap, LayoutTexts.RoadmapShort, IconName.Flag);
    public static NavEntry Designer { get; } = new("/designer", LayoutTexts.Designer, LayoutTexts.Designer, IconName.Process);
    public static NavEntry Pairs { get; } = new("/pairs", LayoutTexts.Pairs, LayoutTexts.PairsShort, IconName.Pair);
    public static NavEntry Documents { get; } = new("/documents", LayoutTexts.Documents, LayoutTexts.Documents, IconName.Document);
    public static NavEntry People { get; } = new("/people", LayoutTexts.People, LayoutTexts.People, IconName.People);
    public static NavEntry Import { get; } = new("/import", LayoutTexts.Import, LayoutTexts.Import, IconName.Upload);
    public static NavEntry Mail { get; } = new("/mail", LayoutTexts.Mail, LayoutTexts.MailShort, IconName.Mail);

    /// <param name="waiting">How many things wait in the inbox.</param>
    public static NavEntry Of(Section section, int waiting) => section switch
    {
        Section.Today => Today,
        Section.Inbox => Inbox with { Count = waiting },
        Section.Roadmap => Roadmap,
        Section.Designer => Designer,
        Section.Pairs => Pairs,
        Section.Documents => Documents,
        Section.People => People,
        Section.Import => Import,
        Section.Mail => Mail,
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, "No entry for this section"),
    };

    /// <summary>Is the page at this address part of the entry? A sub-page is: /documents/12 belongs to /documents.</summary>
    public bool IsCurrent(string path) =>
        path.Equals(Href, StringComparison.OrdinalIgnoreCase) || path.StartsWith(Href + "/", StringComparison.OrdinalIgnoreCase);
}
