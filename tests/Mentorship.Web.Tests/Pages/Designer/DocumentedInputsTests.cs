using System.Text.RegularExpressions;
using Mentorship.Flow;
using Mentorship.Flow.Tests;
using Mentorship.Web.Pages.Designer.Panel;

namespace Mentorship.Web.Tests.Pages.Designer;

/// <summary>Whatever the reference of the format says that a step may be told, the panel lets a person tell it.</summary>
public sealed partial class DocumentedInputsTests
{
    /// <summary>Inputs without a field of their own, each with why.</summary>
    private static readonly Dictionary<string, string> Without = new()
    {
        ["window"] = "written together with the text of the deadline that it explains",
        ["title"] = "written together with the name of the stage",
        ["currentValue"] = "Elsa's output to a variable; in the body the item is known by its own names",
    };

    public static TheoryData<string> Types => [.. Documented().Select(d => d.Type).Distinct()];

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryDocumentedInput_HasAField(string type)
    {
        string[] wanted = [.. Documented().Where(d => d.Type == type).SelectMany(d => d.Inputs).Where(i => !Without.ContainsKey(i))];

        HashSet<string> fields = [.. StepFields.Of(FlowGraph.From(Some.OneStep(type)).Node("step")).SelectMany(g => g.Fields).Where(f => f.Shape != FieldShape.Kept).Select(f => f.Input)];

        Assert.Equal([], wanted.Except(fields));
    }

    [Theory]
    [InlineData("Mentorship.Task")]
    [InlineData("Mentorship.Approval")]
    [InlineData("Mentorship.Signature")]
    [InlineData("Mentorship.Acquaintance")]
    [InlineData("Mentorship.Document")]
    [InlineData("Mentorship.Survey")]
    [InlineData("Mentorship.Consents")]
    [InlineData("Mentorship.Pairs")]
    public void EveryStepThatAsksPeople_HasHelpRemindersEscalationAndNobody(string type)
    {
        HashSet<string> fields = [.. StepFields.Of(FlowGraph.From(Some.OneStep(type)).Node("step")).SelectMany(g => g.Fields).Select(f => f.Input)];

        Assert.Superset(new HashSet<string> { "help", "reminders", "escalation", "whenNobody" }, fields);
    }

    [Fact]
    public void TheReference_IsReadAsItIsWritten()
    {
        (string Type, string[] Inputs)[] documented = [.. Documented()];

        Assert.True(documented.Length > 35, string.Join('\n', documented.Select(d => d.Type)));
        Assert.Equal(["signer", "document", "book", "deadline"], documented.Single(d => d.Type == "Mentorship.Signature").Inputs);
        Assert.Equal(["cases", "mode"], documented.Single(d => d.Type == "Elsa.FlowSwitch").Inputs);
        Assert.Contains("cronExpression", documented.Single(d => d.Type == "Elsa.Cron").Inputs);
        Assert.Empty(documented.Single(d => d.Type == "Elsa.Parallel").Inputs);
    }

    /// <summary>The rows of the table of steps: each type with the names of its inputs; what stands in brackets or behind «port» is about them.</summary>
    private static IEnumerable<(string Type, string[] Inputs)> Documented()
    {
        string[] rows = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Docs", "process-format.md")).SkipWhile(l => !l.StartsWith("| type |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|'))];
        string[] before = [];
        foreach (string row in rows)
        {
            string[] cells = row.Split(" | ");
            string said = cells.Length > 1 ? cells[1] : "";
            string plain = Ports().Replace(Values().Replace(Bracketed(said), ": "), " ");
            string[] inputs = plain.TrimStart().StartsWith("the same", StringComparison.Ordinal) ? [.. before.Except(Names(But().Match(plain).Value)), .. Names(But().Replace(plain, ""))] : [.. Names(plain)];
            before = inputs;
            foreach (Match type in Name().Matches(cells[0])) yield return (type.Groups[1].Value, [.. inputs.Distinct()]);
        }
    }

    private static IEnumerable<string> Names(string text) => Input().Matches(text).Select(m => m.Groups[1].Value);

    /// <summary>Without what stands in brackets, however deep.</summary>
    private static string Bracketed(string text)
    {
        int depth = 0;
        return string.Concat(text.Where(c => { if (c == '(') depth++; bool kept = depth == 0; if (c == ')') depth--; return kept; }));
    }

    [GeneratedRegex("`((?:Elsa|Mentorship)\\.[A-Za-z]+)`")]
    private static partial Regex Name();

    [GeneratedRegex("`([a-z][A-Za-z]*)`")]
    private static partial Regex Input();

    [GeneratedRegex("ports? `[a-z]+`(?:, `[a-z]+`)*")]
    private static partial Regex Ports();

    [GeneratedRegex("but `[a-zA-Z]+`")]
    private static partial Regex But();

    /// <summary>What a value may be follows a colon.</summary>
    [GeneratedRegex(": [^,;]*")]
    private static partial Regex Values();
}
