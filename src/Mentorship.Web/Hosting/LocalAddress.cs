namespace Mentorship.Web.Hosting;

/// <summary>An address that a link brought along is followed only inside the product.</summary>
internal static class LocalAddress
{
    public static string Or(string? asked, string otherwise) => asked is ['/', ..] and not ['/', '/' or '\\', ..] && !asked.Any(char.IsControl) ? asked : otherwise;
}
