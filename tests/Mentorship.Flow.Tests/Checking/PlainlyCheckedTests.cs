using Mentorship.Flow.Tests.Tokens;
using static Mentorship.Flow.Tests.Seeds;

namespace Mentorship.Flow.Tests.Checking;

/// <summary>What the checker finds in random graphs, against definitions that say it in a few plain words and read the drawing alone.</summary>
public sealed class PlainlyCheckedTests
{
    private static readonly string[] People = ["role:director", "role:nobody", "person:one, role:nobody", "role:director, role:ghost", "person:one", ""];
    private static readonly string[] Deadlines = ["до 1 октября", "до 1 октября 1999 года"];

    [Fact]
    public void Checked_NamesExactlyTheStepsToWhichNothingLeads() => ForAllSeeds(400, seed =>
    {
        ProcessDefinition definition = AnyChart.Draw(new Random(seed), most: 8);
        Assert.Equal(Unreached(definition.Root).Order(StringComparer.Ordinal), Found(definition, null, "Unreachable"));
    });

    [Fact]
    public void Checked_NamesExactlyTheRolesThatNobodyHolds_AndTheDeadlinesOutside() => ForAllSeeds(300, seed =>
    {
        Random random = new(seed);
        ProcessDefinition definition = AnyChart.Draw(random, most: 8);
        foreach (string id in definition.Activities().Select(a => a.Id).ToList())
        {
            if (random.Next(2) == 0) definition = Put(definition, id, Any(random, "assignee", "approver", "signer", "drafter"), Any(random, People));
            if (random.Next(3) == 0) definition = Put(definition, id, "deadline", Any(random, Deadlines));
        }
        CheckContext school = new() { IsRoleHeld = role => role == "director", DeadlineDoubt = text => text.Contains("1999", StringComparison.Ordinal) ? "это раньше программы." : null };
        Activity[] all = [.. definition.Activities()];
        Assert.Equal(all.SelectMany(a => NotHeld(a).Select(_ => a.Id)).Order(StringComparer.Ordinal), Found(definition, school, "RoleNobodyHolds"));
        Assert.Equal(all.Where(a => a.Text("deadline")?.Contains("1999", StringComparison.Ordinal) == true).Select(a => a.Id).Order(StringComparer.Ordinal), Found(definition, school, "DeadlineOutsideProgramme"));
    });

    private static IEnumerable<string> Found(ProcessDefinition definition, CheckContext? context, string code) =>
        GraphChecker.Check(definition, context).Where(p => p.Code == code).Select(p => p.NodeId!).Order(StringComparer.Ordinal);

    /// <summary>What a walk along the arrows from the first step does not come to, in each container.</summary>
    private static IEnumerable<string> Unreached(Activity container)
    {
        RuleChart chart = new(container);
        return chart.Steps.Where(s => !chart.Reached.Contains(s.Id)).Select(s => s.Id).Concat(chart.Steps.Where(RuleChart.Holds).SelectMany(Unreached));
    }

    /// <summary>Roles among those whom the step asks, by the input that its kind reads.</summary>
    private static IEnumerable<string> NotHeld(Activity step)
    {
        string? asked = step.Type switch { "Mentorship.Task" => "assignee", "Mentorship.Approval" => "approver", "Mentorship.Signature" => "signer", "Mentorship.Document" => "drafter", _ => null };
        return asked is null ? [] : (step.Text(asked) ?? "").Split(", ").Where(p => p.StartsWith("role:", StringComparison.Ordinal) && p != "role:director");
    }

    private static ProcessDefinition Put(ProcessDefinition definition, string id, string input, string value) => new SetInput(id, input, value).Apply(definition).Definition!;

    private static string Any(Random random, params string[] values) => values[random.Next(values.Length)];
}
