using Mentorship.Flow;

namespace Mentorship.Domain.Processes.Viewing;

/// <summary>A piece of a sentence; one with a setting says what a person may change there.</summary>
/// <param name="Setting">An input of the step, <see cref="Title"/> or <see cref="Next"/>; null for words in between.</param>
public sealed record SentencePart(string Text, string? Setting = null)
{
    /// <summary>What the step is called.</summary>
    public const string Title = "title";

    /// <summary>What follows it.</summary>
    public const string Next = "next";

    public static implicit operator SentencePart(string text) => new(text);

    internal static SentencePart TitleOf(FlowNode step) => new(SentenceView.Quote(step.Name), Title);
}
