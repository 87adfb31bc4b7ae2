namespace Mentorship.Domain.Deadlines;

/// <summary>What a deadline text means. The original text is always kept and printed back; the meaning stands beside it.</summary>
/// <param name="Text">The text as it was read, white space folded.</param>
/// <param name="From">First day; empty for <c>by</c>, <c>event</c>, <c>template</c>, <c>unresolved</c>.</param>
/// <param name="To">Last day, inclusive; empty for <c>since</c>, <c>event</c>, <c>template</c>, <c>unresolved</c>.</param>
/// <param name="Recurrence">RFC 5545-like rule, or null.</param>
/// <param name="Parts">For <c>multi</c>: the separate windows in order; empty otherwise.</param>
/// <param name="Doubt">A Russian sentence that says what a person should look at; null when there is none. It does not replace the reading.</param>
public sealed record Deadline(
    string Text, DeadlineKind Kind, DateOnly? From = null, DateOnly? To = null,
    string? Recurrence = null, IReadOnlyList<DateWindow>? Parts = null, string? Doubt = null);

/// <summary>A span of days, both inclusive.</summary>
public readonly record struct DateWindow(DateOnly From, DateOnly To);

/// <summary>The kinds of a deadline; the codes on the command line are the names in lower case.</summary>
public enum DeadlineKind { Day, By, Range, Since, Multi, Recurring, Continuous, Event, Template, Unresolved }
