using Mentorship.Flow;
using Mentorship.Flow.Tests;
using Mentorship.Shared;
using Mentorship.Web.Pages.Designer.Panel;

namespace Mentorship.Web.Tests.Pages.Designer;

/// <summary>Whatever the reference of the format says that a step may be told, the panel lets a person tell it.</summary>
public sealed class DocumentedInputsTests
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
        FormatStep[] documented = [.. Documented()];

        Assert.True(documented.Length > 35, string.Join('\n', documented.Select(d => d.Type)));
        Assert.Equal(["signer", "document", "book", "deadline"], documented.Single(d => d.Type == "Mentorship.Signature").Inputs);
        Assert.Equal(["cases", "mode"], documented.Single(d => d.Type == "Elsa.FlowSwitch").Inputs);
        Assert.Contains("cronExpression", documented.Single(d => d.Type == "Elsa.Cron").Inputs);
        Assert.Empty(documented.Single(d => d.Type == "Elsa.Parallel").Inputs);
    }

    private static IEnumerable<FormatStep> Documented() => FormatReference.Steps(Path.Combine(AppContext.BaseDirectory, "Docs", "process-format.md"));
}
