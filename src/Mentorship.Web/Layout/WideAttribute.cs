namespace Mentorship.Web.Layout;

/// <summary>A page that takes the whole width of the window.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WideAttribute : Attribute;
