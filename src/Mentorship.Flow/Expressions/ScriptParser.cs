namespace Mentorship.Flow;

/// <summary>Reads an expression by the precedence of JavaScript: <c>?:</c>, <c>||</c>, <c>&amp;&amp;</c>, equality, comparison, sums, products, signs.</summary>
internal sealed class ScriptParser(string source)
{
    private const int MaxDepth = 64;

    private static readonly string[][] Levels = [["||"], ["&&"], ["===", "!=="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "/", "%"]];

    private readonly List<ScriptToken> _tokens = ScriptTokens.Cut(source);
    private readonly List<ScriptName> _variables = [];
    private int _at;
    private int _depth;

    /// <summary>Names that the expression asks for.</summary>
    public IReadOnlyList<ScriptName> Variables => _variables;

    /// <summary>An expression, or the one statement that gives its value.</summary>
    public ScriptNode Parse()
    {
        if (Next is { Kind: ScriptTokenKind.Name, Content: "return" }) _at++;
        ScriptNode root = Conditional();
        Take(";");
        if (Next.Kind != ScriptTokenKind.End) throw new ScriptException(Next.Position, $"лишнее «{Shown(Next)}»");
        return root;
    }

    private ScriptToken Next => _tokens[_at];

    private ScriptNode Conditional()
    {
        if (++_depth > MaxDepth) throw new ScriptException(Next.Position, "слишком много вложенных скобок");
        ScriptNode condition = Level(0);
        int position = Next.Position;
        if (Take("?"))
        {
            ScriptNode yes = Conditional();
            Expect(":");
            condition = new ConditionalNode(position, condition, yes, Conditional());
        }
        _depth--;
        return condition;
    }

    private ScriptNode Level(int level)
    {
        if (level == Levels.Length) return Unary();
        ScriptNode left = Level(level + 1);
        while (Next is { Kind: ScriptTokenKind.Sign, Content: string sign })
        {
            if (level == 2 && sign is "==" or "!=") throw new ScriptException(Next.Position, $"вместо «{sign}» пишите «{sign}=»");
            if (!Levels[level].Contains(sign)) break;
            int position = Next.Position;
            _at++;
            left = new BinaryNode(position, sign, left, Level(level + 1));
        }
        return left;
    }

    private ScriptNode Unary()
    {
        int position = Next.Position;
        foreach (string sign in (ReadOnlySpan<string>)["!", "-"])
        {
            if (!Take(sign)) continue;
            if (++_depth > MaxDepth) throw new ScriptException(position, "слишком много знаков подряд");
            ScriptNode operand = Unary();
            _depth--;
            return new UnaryNode(position, sign, operand);
        }
        return Primary();
    }

    private ScriptNode Primary()
    {
        ScriptToken token = Next;
        _at++;
        switch (token.Kind)
        {
            case ScriptTokenKind.Number or ScriptTokenKind.Text:
                return new LiteralNode(token.Position, token.Content);
            case ScriptTokenKind.Sign when (string)token.Content! == "(":
                ScriptNode inner = Conditional();
                Expect(")");
                return inner;
            case ScriptTokenKind.Sign when (string)token.Content! == ScriptTokens.TemplateOpen:
                return Template(token);
            case ScriptTokenKind.Sign when (string)token.Content! == "[":
                return List(token);
            case ScriptTokenKind.Sign when (string)token.Content! == "{":
                return Record(token);
            case ScriptTokenKind.Name:
                return Named(token);
            case ScriptTokenKind.End:
                throw new ScriptException(token.Position, "выражение обрывается");
            default:
                throw new ScriptException(token.Position, $"здесь не ожидается «{Shown(token)}»");
        }
    }

    private TemplateNode Template(ScriptToken open)
    {
        List<ScriptNode> parts = [Chunk()];
        while (Take(ScriptTokens.HoleOpen))
        {
            parts.Add(Conditional());
            Expect(ScriptTokens.HoleClose, shown: "}");
            parts.Add(Chunk());
        }
        Expect(ScriptTokens.TemplateClose, shown: "`");
        return new(open.Position, parts);
    }

    private LiteralNode Chunk() => new(Next.Position, _tokens[_at++].Content);

    private ListNode List(ScriptToken open)
    {
        List<ScriptNode> items = [];
        while (!Take("]"))
        {
            items.Add(Conditional());
            if (!Take(",")) { Expect("]"); break; }
        }
        return new(open.Position, items);
    }

    private RecordNode Record(ScriptToken open)
    {
        if (_at == 1) throw new ScriptException(open.Position, "запись в фигурных скобках возьмите в круглые: ({ имя: значение })");
        List<(string, ScriptNode)> fields = [];
        while (!Take("}"))
        {
            if (Next is not { Kind: ScriptTokenKind.Name or ScriptTokenKind.Text, Content: string name }) throw new ScriptException(Next.Position, "здесь нужно имя поля");
            _at++;
            Expect(":");
            fields.Add((name, Conditional()));
            if (!Take(",")) { Expect("}"); break; }
        }
        return new(open.Position, fields);
    }

    private ScriptNode Named(ScriptToken token)
    {
        switch ((string)token.Content!)
        {
            case "true": return new LiteralNode(token.Position, true);
            case "false": return new LiteralNode(token.Position, false);
            case "null": return new LiteralNode(token.Position, null);
            case "variables":
                Expect(".");
                if (Next is not { Kind: ScriptTokenKind.Name, Content: string name }) throw new ScriptException(Next.Position, "после «variables.» нужно имя переменной");
                _at++;
                _variables.Add(new(name, [name]));
                return new VariableNode(token.Position, name);
            case ['g', 'e', 't', .. { Length: > 0 } asked] when Next is { Kind: ScriptTokenKind.Sign, Content: "(" }:
                return Accessor(token, asked);
            default:
                throw new ScriptException(token.Position, $"неизвестное слово «{token.Content}»: переменные пишутся как variables.имя");
        }
    }

    /// <summary><c>getSum()</c>, <c>getVariable("sum")</c>, <c>getInput("sum")</c>.</summary>
    private AccessorNode Accessor(ScriptToken token, string asked)
    {
        Expect("(");
        if (asked is "Variable" or "Input" && Next is { Kind: ScriptTokenKind.Text, Content: string { Length: > 0 } named })
        {
            _at++;
            asked = named;
        }
        Expect(")");
        _variables.Add(new(AccessorNode.NamesOf(asked)[0], AccessorNode.NamesOf(asked)));
        return new(token.Position, asked);
    }

    /// <summary>A token as it stands in the source.</summary>
    private static object? Shown(ScriptToken token) => token.Content is ScriptTokens.HoleClose or ScriptTokens.TemplateClose ? ((string)token.Content)[..1] : token.Content;

    private bool Take(string sign)
    {
        if (Next.Kind != ScriptTokenKind.Sign || (string)Next.Content! != sign) return false;
        _at++;
        return true;
    }

    private void Expect(string sign, string? shown = null)
    {
        if (!Take(sign)) throw new ScriptException(Next.Position, $"здесь нужно «{shown ?? sign}»");
    }
}
