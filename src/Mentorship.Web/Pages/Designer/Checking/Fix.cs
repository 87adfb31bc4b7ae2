using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Checking;

/// <summary>A way out of a problem: an edit that can be made at once, a setting to look at, or a page where it is mended.</summary>
/// <param name="Edit">Null where a person must decide.</param>
/// <param name="Input">The setting of the step that it is about.</param>
/// <param name="Address">Another page.</param>
public sealed record Fix(string Label, Edit? Edit = null, string? Input = null, string? Address = null);
