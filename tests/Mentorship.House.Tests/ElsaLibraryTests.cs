using System.Text.RegularExpressions;
using Mentorship.Shared;

namespace Mentorship.House.Tests;

/// <summary>
/// The activity library for Elsa servers is built where Elsa's packages can be had; here it is read: it knows every step of ours, with whatever
/// the reference of the format says that the step may be told and left by, or an Elsa server would drop it.
/// </summary>
public sealed partial class ElsaLibraryTests
{
    /// <summary>What every step that asks people may be told.</summary>
    private static readonly string[] OfAll = ["deadline", "help", "reminders", "escalation", "whenNobody"];

    private static readonly IReadOnlyDictionary<string, Class> Classes = Repository.Files.Where(f => f.Path.StartsWith("tools/Mentorship.Elsa/", StringComparison.Ordinal) && f.Name.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(ClassesIn).ToDictionary(c => c.Name);

    private static IEnumerable<FormatStep> Documented() =>
        FormatReference.Steps(Path.Combine(Repository.Root, "docs", "process-format.md")).Where(s => s.Type.StartsWith("Mentorship.", StringComparison.Ordinal));

    public static TheoryData<string> Types => [.. Documented().Select(s => s.Type)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Step_HasEveryInputAndOutcomeOfTheReference(string type)
    {
        FormatStep documented = Documented().Single(s => s.Type == type);
        Class activity = Assert.Single(Classes.Values, c => c.Type == type);
        bool stage = type == "Mentorship.Stage";

        Assert.Equal([], documented.Inputs.Concat(stage ? [] : OfAll).Except(Inputs(activity)));
        if (!stage) Assert.Equal(documented.Outcomes, activity.Outcomes);
        if (stage) Assert.Contains("[Port] public IActivity? Body", activity.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryActivity_IsAStepOfTheReference() =>
        Assert.Equal(Documented().Select(s => s.Type).Order(StringComparer.Ordinal), Classes.Values.Select(c => c.Type).OfType<string>().Order(StringComparer.Ordinal));

    private sealed record Class(string Name, string? Base, string? Type, IReadOnlyList<string> Outcomes, string Text);

    private static IEnumerable<Class> ClassesIn(SourceFile file)
    {
        MatchCollection found = Declared().Matches(file.Text);
        for (int i = 0; i < found.Count; i++)
        {
            Match one = found[i];
            string marks = one.Groups["marks"].Value, text = file.Text[one.Index..(i + 1 < found.Count ? found[i + 1].Index : file.Text.Length)];
            yield return new(one.Groups["name"].Value, one.Groups["base"].Value is { Length: > 0 } of ? of : null,
                Named().Match(marks) is { Success: true } named ? "Mentorship." + named.Groups[1].Value : null,
                [.. Texts().Matches(LeftBy().Match(marks).Value).Select(m => m.Groups[1].Value)], text);
        }
    }

    private static IEnumerable<string> Inputs(Class activity) =>
        Input().Matches(activity.Text).Select(m => char.ToLowerInvariant(m.Groups[1].Value[0]) + m.Groups[1].Value[1..])
            .Concat(activity.Base is { } of && Classes.TryGetValue(of, out Class? wider) ? Inputs(wider) : []);

    [GeneratedRegex(@"(?<marks>(?:^\[.*\]\s*)*)^public (?:sealed |abstract |static )*class (?<name>\w+)(?: : (?<base>\w+))?", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex("\\[Activity\\(\"Mentorship\", \"(\\w+)\"")]
    private static partial Regex Named();

    [GeneratedRegex(@"\[FlowNode\([^)]*\)")]
    private static partial Regex LeftBy();

    [GeneratedRegex("\"(\\w+)\"")]
    private static partial Regex Texts();

    [GeneratedRegex(@"\[Input\(.*\)\]\s*public Input<[^>]+>\? (\w+)")]
    private static partial Regex Input();
}
