using System.Globalization;
using System.Text;

namespace Mentorship.Flow;

/// <summary>A comparison of one field of the process with a value.</summary>
/// <param name="Sign"><c>===</c>, <c>!==</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>.</param>
/// <param name="Value">A text, a double, a bool or null.</param>
public sealed record FieldComparison(string Field, string Sign, object? Value);

/// <summary>A condition that can be put together without code: comparisons of fields, all of which must hold or one of which is enough.</summary>
public sealed record FieldCondition(bool All, IReadOnlyList<FieldComparison> Comparisons)
{
    public static IReadOnlyList<string> Signs { get; } = ["===", "!==", ">", ">=", "<", "<="];

    /// <summary>The comparisons of an expression; null where it says more than they could, or cannot be read.</summary>
    public static FieldCondition? Read(string source)
    {
        if (Script.Read(source).Root is not { } root) return null;
        string? word = root is BinaryNode { Sign: "&&" or "||" } joined ? joined.Sign : null;
        List<FieldComparison> found = [];
        return Collect(root, word, found) ? new FieldCondition(word != "||", found) : null;
    }

    /// <summary>The expression: what <see cref="Read"/> gives back as it was.</summary>
    public string Write() => string.Join(All ? " && " : " || ", Comparisons.Select(c => $"variables.{c.Field} {c.Sign} {Literal(c.Value)}"));

    private static bool Collect(ScriptNode node, string? word, List<FieldComparison> found)
    {
        if (node is BinaryNode joined && joined.Sign == word) return Collect(joined.Left, word, found) && Collect(joined.Right, word, found);
        if (Comparison(node) is not { } comparison) return false;
        found.Add(comparison);
        return true;
    }

    private static FieldComparison? Comparison(ScriptNode node) => node switch
    {
        BinaryNode { Left: VariableNode field, Right: LiteralNode value } c when Signs.Contains(c.Sign) => new FieldComparison(field.Name, c.Sign, value.Content),
        BinaryNode { Left: VariableNode field, Right: UnaryNode { Sign: "-", Operand: LiteralNode { Content: double number } } } c when Signs.Contains(c.Sign) => new FieldComparison(field.Name, c.Sign, -number),
        _ => null,
    };

    private static string Literal(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        string text => Quoted(text),
        _ => throw new ArgumentException($"A condition compares with texts, numbers and truth, not with {value.GetType()}", nameof(value)),
    };

    private static string Quoted(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text.ReplaceLineEndings("\n"))
            _ = c switch { '"' or '\\' => quoted.Append('\\').Append(c), '\n' => quoted.Append("\\n"), '\t' => quoted.Append("\\t"), _ => quoted.Append(c) };
        return quoted.Append('"').ToString();
    }
}
