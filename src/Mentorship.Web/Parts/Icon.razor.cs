using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Parts;

public sealed partial class Icon : ComponentBase
{
    private static readonly Dictionary<IconName, string> Lines = new()
    {
        [IconName.Home] = """<path d="M4 10l8-6 8 6v9a1 1 0 01-1 1h-5v-6h-4v6H5a1 1 0 01-1-1z"/>""",
        [IconName.Inbox] = """<path d="M4 13l3-8h10l3 8v6H4zM4 13h5l1 2h4l1-2h5"/>""",
        [IconName.Flag] = """<path d="M5 4v16M5 5h12l-3 4 3 4H5"/>""",
        [IconName.Process] = """<rect x="3" y="4" width="7" height="5" rx="1.5"/><rect x="14" y="15" width="7" height="5" rx="1.5"/><path d="M6.5 9v4a2 2 0 002 2H14"/>""",
        [IconName.People] = """<circle cx="9" cy="8" r="3.2"/><path d="M3.5 19c.6-3.2 2.8-5 5.5-5s4.9 1.8 5.5 5M15.5 5.2a3 3 0 010 5.6M17 14.2c2 .6 3.2 2.3 3.6 4.8"/>""",
        [IconName.Pair] = """<circle cx="7" cy="9" r="3"/><circle cx="17" cy="9" r="3"/><path d="M10 9h4M3 19c.4-2.8 2-4.5 4-4.5M21 19c-.4-2.8-2-4.5-4-4.5M8 19h8"/>""",
        [IconName.Document] = """<path d="M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5"/>""",
        [IconName.Chart] = """<path d="M4 20V4M4 20h16M8 16v-5M12 16V8M16 16v-3"/>""",
        [IconName.Settings] = """<circle cx="12" cy="12" r="3"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M5.6 18.4l2.1-2.1M16.3 7.7l2.1-2.1"/>""",
        [IconName.Upload] = """<path d="M12 16V4M7 9l5-5 5 5M4 16v4h16v-4"/>""",
        [IconName.Mail] = """<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M3.5 7l8.5 6 8.5-6"/>""",
        [IconName.More] = """<path d="M4 7h16M4 12h16M4 17h16"/>""",
        [IconName.Search] = """<circle cx="11" cy="11" r="7"/><path d="M20 20l-4-4"/>""",
        [IconName.Check] = """<path d="M5 12.5l4.5 4.5L19 7.5"/>""",
        [IconName.Download] = """<path d="M12 4v12M7 11l5 5 5-5M4 16v4h16v-4"/>""",
    };

    [Parameter, EditorRequired] public IconName Name { get; set; }
}
