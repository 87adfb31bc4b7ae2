using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mentorship.Web.Tests.Browsing;

internal static class Arriving
{
    /// <summary>Until the page has gone where the pattern says; what it fetches there is not waited for, nor does it matter whether it has come there already.</summary>
    public static Task ArriveAsync(this IPage page, string pattern) => Assertions.Expect(page).ToHaveURLAsync(new Regex(pattern));
}
