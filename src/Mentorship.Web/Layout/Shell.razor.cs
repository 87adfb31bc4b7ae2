using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace Mentorship.Web.Layout;

/// <summary>The frame around every page: a rail beside it on a desk, a dock below it on a phone.</summary>
public sealed partial class Shell : LayoutComponentBase
{
    private const int PlacesInDock = 4;

    [CascadingParameter] public ShellContext? Context { get; set; }

    [CascadingParameter] public HttpContext? Http { get; set; }

    [CascadingParameter] public Microsoft.AspNetCore.Components.RouteData? Route { get; set; }

    /// <summary>Where something is drawn, the board needs the room.</summary>
    private bool IsWide => Route?.PageType.IsDefined(typeof(WideAttribute), inherit: false) == true;

    /// <summary>The address in the browser with its query, also where a page of trouble stands in for the one that was asked.</summary>
    private string Here => Http?.Features.Get<IStatusCodeReExecuteFeature>() is { } asked
        ? asked.OriginalPath + asked.OriginalQueryString
        : "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    private string Path => Here.Split('?')[0];

    private string? Year => Context?.SchoolYear is { } year ? LayoutTexts.SchoolYear.With(year) : null;

    /// <summary>All entries where they fit; otherwise the last place is «Ещё».</summary>
    private IEnumerable<NavEntry> InDock => Context!.Entries.Take(Context.Entries.Count > PlacesInDock ? PlacesInDock - 1 : PlacesInDock);

    private IReadOnlyList<NavEntry> UnderMore => [.. Context!.Entries.Except(InDock)];
}
