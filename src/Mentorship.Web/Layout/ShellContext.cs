using Mentorship.Domain.Calendars;

namespace Mentorship.Web.Layout;

/// <summary>What the frame around every page shows to a person who is signed in; absent, the frame is only the name of the product.</summary>
/// <param name="PersonPost">«директор», «куратор»; empty where the person has none.</param>
/// <param name="Entries">What the person's roles use, in the order of the menu.</param>
/// <param name="IsDemonstration">The people are invented and no mail leaves.</param>
public sealed record ShellContext(
    string Institution,
    SchoolYear? SchoolYear,
    string PersonName,
    string PersonPost,
    IReadOnlyList<NavEntry> Entries,
    bool IsDemonstration);
