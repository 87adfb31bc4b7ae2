namespace Mentorship.Web.Pages.Designer.Checking;

/// <summary>Where a problem leads: a step, and the setting of it that is to be looked at.</summary>
public sealed record ProblemPlace(string NodeId, string? Input);
