namespace Mentorship.Flow.Tests.Expressions;

/// <summary>The subset of JavaScript, through the choice that runs it and the checker that reads it.</summary>
public sealed class ScriptTests
{
    private static readonly Dictionary<string, object?> Variables = new()
        { ["kind"] = "employee", ["sum"] = 10, ["ready"] = true, ["empty"] = "", ["none"] = null };

    private static CaseHost Evaluate(string source) =>
        new CaseHost(Some.OneStep("Elsa.FlowDecision", step => step.JavaScript("condition", source)), variables: Variables).Start();

    [Theory]
    [InlineData("variables.kind === \"employee\" && variables.sum > 0", true)]
    [InlineData("variables.kind !== 'employee' || variables.sum >= 10", true)]
    [InlineData("!variables.ready", false)]
    [InlineData("variables.empty", false)]
    [InlineData("variables.none === null", true)]
    [InlineData("1 + 2 * 3 === 7", true)]
    [InlineData("(1 + 2) * 3 === 9", true)]
    [InlineData("10 - 3 - 2 === 5", true)]
    [InlineData("7 % 4 === 3 && -1 < 0", true)]
    [InlineData("'а' + 'б' === 'аб'", true)]
    [InlineData("'10' === 10", false)]
    [InlineData("false ? true : variables.sum < 11", true)]
    [InlineData("true || variables.unknown", true)]
    [InlineData("0.5 + 0.25 === .75", null)]
    [InlineData("1 < 2 === true", true)]
    [InlineData("'it\\'s' === \"it's\"", true)]
    [InlineData("return variables.sum > 5;", true)]
    [InlineData("getSum() === 10 && getVariable('kind') === getKind()", true)]
    [InlineData("return getInput(\"ready\");", true)]
    [InlineData("`${variables.kind}: ${variables.sum + 1}` === 'employee: 11'", true)]
    [InlineData("`a${`b${'c'}`}d` === 'abcd'", true)]
    [InlineData("`{${1 < 2 ? 'x' : 'y'}}` === '{x}'", true)]
    [InlineData("`\\`\\${1}\n` === '`${1}\\n'", true)]
    public void Evaluated_GivesWhatJavaScriptGives(string source, bool? expected)
    {
        StepState step = Evaluate(source).State.Step("step#1")!;
        if (expected is null) Assert.Equal(StepStatus.Attention, step.Status);
        else Assert.Equal(expected.Value ? "True" : "False", step.Outcome);
    }

    [Theory]
    [InlineData("variables.sum == 10", "знак 15")]
    [InlineData("variables.sum >", "знак 16")]
    [InlineData("variables.", "знак 11")]
    [InlineData("alert(1)", "знак 1")]
    [InlineData("1 2", "знак 3")]
    [InlineData("'abc", "знак 1")]
    [InlineData("(1", "знак 3")]
    [InlineData("1 # 2", "знак 3")]
    [InlineData("010", "знак 1")]
    [InlineData("variables.kind > 1", "знак 16")]
    [InlineData("variables.missing", "знак 1")]
    [InlineData("getMissing()", "знак 1")]
    [InlineData("getSum", "знак 1")]
    [InlineData("get()", "знак 1")]
    [InlineData("getSum(1)", "знак 8")]
    [InlineData("1; 2", "знак 4")]
    [InlineData("return", "знак 7")]
    [InlineData("`abc", "знак 1")]
    [InlineData("`a${1`", "знак 6")]
    [InlineData("`a${}`", "знак 5")]
    [InlineData("`a${variables.ready}`", "знак 5")]
    [InlineData("1 }", "знак 3")]
    public void Wrong_PointsAtTheCharacter(string source, string place) =>
        Assert.Contains(place, Evaluate(source).Live("step").Reason);

    [Fact]
    public void TooLongOrTooDeep_IsRefusedInBoundedTime()
    {
        foreach (string source in new[] { new string('(', 3000), new string('!', 3000) + "1", new string('1', 1_000_000), string.Join("?", Enumerable.Repeat("1", 1500)), string.Concat(Enumerable.Repeat("`${", 1300)), string.Concat(Enumerable.Repeat("`${", 600)) + "1" + string.Concat(Enumerable.Repeat("}`", 600)) })
            Assert.True(Evaluate(source).State.NeedsAttention);
    }
}
