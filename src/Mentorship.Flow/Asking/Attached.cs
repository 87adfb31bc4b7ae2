namespace Mentorship.Flow;

/// <summary>What goes with a mail: names of the setting <c>attach</c>, separated by commas. A name is one of the two words, or the id of a Document step.</summary>
public static class Attached
{
    public const string Input = "attach";

    /// <summary>The document that the case is about.</summary>
    public const string Document = "document";

    /// <summary>The register that the process wrote to it.</summary>
    public const string Register = "register";

    /// <summary>The kind of a Document step by which the process writes the register itself.</summary>
    public const string RegisterKind = "register-pairs";

    /// <summary>Each name once, in their order.</summary>
    public static IReadOnlyList<string> Of(FlowNode mail) => Read(mail.Text(Input));

    /// <inheritdoc cref="Of"/>
    public static IReadOnlyList<string> Read(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    public static string Write(IEnumerable<string> names) => string.Join(", ", names);

    /// <summary>The process writes the register by this step.</summary>
    public static bool WritesRegister(FlowNode step) => step.Kind == NodeKind.Document && step.Text("kind") == RegisterKind && !DocumentStep.HasDrafter(step);
}
