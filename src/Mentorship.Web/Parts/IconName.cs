namespace Mentorship.Web.Parts;

/// <summary>The drawings there are; <c>Icon</c> holds their lines.</summary>
public enum IconName
{
    Home,
    Inbox,
    Flag,
    Process,
    People,
    Pair,
    Document,
    Chart,
    Settings,
    Upload,
    Mail,
    More,
    Search,
    Check,
    Download,
}
