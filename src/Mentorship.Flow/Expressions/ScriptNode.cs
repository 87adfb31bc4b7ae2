namespace Mentorship.Flow;

/// <summary>Where an expression finds its variables.</summary>
internal delegate bool Lookup(string name, out object? value);

/// <summary>A part of a parsed expression; values are null, bool, double, string, a list (<c>object?[]</c>) or a record (a dictionary).</summary>
internal abstract record ScriptNode(int Position)
{
    public abstract object? Value(Lookup variables);

    protected ScriptException Wrong(string message) => new(Position, message);
}

internal sealed record LiteralNode(int Position, object? Content) : ScriptNode(Position)
{
    public override object? Value(Lookup variables) => Content;
}

internal sealed record VariableNode(int Position, string Name) : ScriptNode(Position)
{
    public override object? Value(Lookup variables) =>
        variables(Name, out object? value) ? value : throw Wrong($"нет переменной «{Name}»");
}

/// <summary>
/// Elsa's way to a variable: <c>getSum()</c> reads the one that is called <c>sum</c> or <c>Sum</c>.
/// </summary>
internal sealed record AccessorNode(int Position, string Name) : ScriptNode(Position)
{
    /// <summary>The names that it may mean, the likelier first.</summary>
    public static IReadOnlyList<string> NamesOf(string name) => char.IsUpper(name[0]) ? [char.ToLowerInvariant(name[0]) + name[1..], name] : [name];

    public override object? Value(Lookup variables)
    {
        foreach (string name in NamesOf(Name))
            if (variables(name, out object? value)) return value;
        throw Wrong($"нет переменной «{NamesOf(Name)[0]}»");
    }
}

/// <summary>A text in backticks with values in it. Only texts and numbers read alike wherever it runs.</summary>
internal sealed record TemplateNode(int Position, IReadOnlyList<ScriptNode> Parts) : ScriptNode(Position)
{
    public override object? Value(Lookup variables) => string.Concat(Parts.Select(part => part.Value(variables) switch
    {
        string text => text,
        double number => Script.Text(number),
        _ => throw new ScriptException(part.Position, "в текст вставляются только тексты и числа")
    }));
}

/// <summary>A list in square brackets.</summary>
internal sealed record ListNode(int Position, IReadOnlyList<ScriptNode> Items) : ScriptNode(Position)
{
    public override object? Value(Lookup variables) => Items.Select(item => item.Value(variables)).ToArray();
}

/// <summary>A record in braces: <c>({ name: value })</c>.</summary>
internal sealed record RecordNode(int Position, IReadOnlyList<(string Name, ScriptNode Value)> Fields) : ScriptNode(Position)
{
    public override object? Value(Lookup variables)
    {
        Dictionary<string, object?> record = new(StringComparer.Ordinal);
        foreach ((string name, ScriptNode value) in Fields) record[name] = value.Value(variables);
        return record;
    }
}

internal sealed record ConditionalNode(int Position, ScriptNode Condition, ScriptNode Yes, ScriptNode No) : ScriptNode(Position)
{
    public override object? Value(Lookup variables) =>
        (Script.IsTrue(Condition.Value(variables)) ? Yes : No).Value(variables);
}

internal sealed record UnaryNode(int Position, string Sign, ScriptNode Operand) : ScriptNode(Position)
{
    public override object? Value(Lookup variables)
    {
        object? value = Operand.Value(variables);
        if (Sign == "!") return !Script.IsTrue(value);
        return value is double number ? -number : throw Wrong("минус ставится только перед числом");
    }
}

internal sealed record BinaryNode(int Position, string Sign, ScriptNode Left, ScriptNode Right) : ScriptNode(Position)
{
    public override object? Value(Lookup variables)
    {
        object? left = Left.Value(variables);
        if (Sign == "&&") return Script.IsTrue(left) ? Right.Value(variables) : left;
        if (Sign == "||") return Script.IsTrue(left) ? left : Right.Value(variables);
        object? right = Right.Value(variables);
        return Sign switch
        {
            "===" => Same(left, right),
            "!==" => !Same(left, right),
            _ when left is double a && right is double b => Numbers(a, b),
            _ when left is string a && right is string b => Texts(a, b),
            _ => throw Wrong($"«{Sign}» применяется к двум числам или двум текстам")
        };
    }

    /// <summary>Strict equality: of one kind and of one value; NaN equals nothing.</summary>
    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (double a, double b) => a == b,
        (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
        (bool a, bool b) => a == b,
        _ => left is null && right is null
    };

    private object Numbers(double a, double b) => Sign switch
    {
        "<" => a < b,
        "<=" => a <= b,
        ">" => a > b,
        ">=" => a >= b,
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => a / b,
        _ => a % b
    };

    private object Texts(string a, string b) => Sign switch
    {
        "<" => string.CompareOrdinal(a, b) < 0,
        "<=" => string.CompareOrdinal(a, b) <= 0,
        ">" => string.CompareOrdinal(a, b) > 0,
        ">=" => string.CompareOrdinal(a, b) >= 0,
        "+" => a + b,
        _ => throw Wrong($"«{Sign}» применяется только к числам")
    };
}
