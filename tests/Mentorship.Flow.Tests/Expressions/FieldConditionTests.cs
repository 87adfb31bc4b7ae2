namespace Mentorship.Flow.Tests.Expressions;

public sealed class FieldConditionTests
{
    [Theory]
    [InlineData("variables.sum > 10000 && variables.pairKind === \"работник\"", true, 2)]
    [InlineData("variables.a === 1 || (variables.b !== false || variables.c <= -0.5)", false, 3)]
    [InlineData("(variables.note === 'a\\'b')", true, 1)]
    [InlineData("variables.gone === null", true, 1)]
    public void Read_OfComparisonsInOneWord_GivesThem(string source, bool all, int count)
    {
        FieldCondition condition = FieldCondition.Read(source)!;

        Assert.Equal((all, count), (condition.All, condition.Comparisons.Count));
    }

    [Theory]
    [InlineData("variables.a === 1 && variables.b === 2 || variables.c === 3")]
    [InlineData("variables.a")]
    [InlineData("!variables.a")]
    [InlineData("variables.a + 1 > 2")]
    [InlineData("1 < variables.a")]
    [InlineData("variables.a === variables.b")]
    [InlineData("variables.a ? true : false")]
    [InlineData("true")]
    [InlineData("alert(1)")]
    [InlineData("")]
    public void Read_OfAnythingElse_LeavesItToItsText(string source) => Assert.Null(FieldCondition.Read(source));

    [Fact]
    public void Write_OfAnyComparisons_IsReadBackAndRunsTheSame()
    {
        object?[] values = ["работник", "a\"b\\c\nd\te", "", "</script>", 0d, -12.5, 10000d, 1e14, true, false, null];
        for (int seed = 0; seed < 300; seed++)
        {
            Random random = new(seed);
            FieldCondition condition = new(random.Next(2) == 0, [.. Enumerable.Range(0, random.Next(1, 5)).Select(i => new FieldComparison($"f{i}", FieldCondition.Signs[random.Next(2)], values[random.Next(values.Length)]))]);

            string source = condition.Write();
            FieldCondition back = FieldCondition.Read(source)!;

            Assert.Equal(condition.Comparisons, back.Comparisons);
            if (condition.Comparisons.Count > 1) Assert.Equal(condition.All, back.All);
            Dictionary<string, object?> fields = Enumerable.Range(0, 5).ToDictionary(i => $"f{i}", _ => values[random.Next(values.Length)]);
            bool[] held = [.. condition.Comparisons.Select(c => Equals(fields[c.Field], c.Value) == (c.Sign == "==="))];
            StepState step = new CaseHost(Some.OneStep("Elsa.FlowDecision", choice => choice.JavaScript("condition", source)), variables: fields).Start().State.Step("step#1")!;
            Assert.Equal((condition.All ? held.All(h => h) : held.Any(h => h)) ? "True" : "False", step.Outcome);
        }
    }
}
