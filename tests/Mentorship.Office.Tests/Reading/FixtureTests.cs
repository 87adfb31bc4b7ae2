using System.Text.Json;
using System.Text.RegularExpressions;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Reading;
using Mentorship.Office.Reading;

namespace Mentorship.Office.Tests.Reading;

public sealed partial class FixtureTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    [Theory]
    [InlineData("000_kindergarten.docx")]
    [InlineData("000_kindergarten.xlsx")]
    [InlineData("001_school_sample.docx")]
    [InlineData("001_school_sample.xlsx")]
    [InlineData("002_school.docx")]
    [InlineData("002_school.xlsx")]
    [InlineData("003_extra_education.docx")]
    [InlineData("003_extra_education.xlsx")]
    [InlineData("004_college.docx")]
    [InlineData("004_college.xlsx")]
    [InlineData("C02.docx")]
    [InlineData("C04.docx")]
    [InlineData("C05.docx")]
    [InlineData("C07.docx")]
    public void Read_Fixture_GivesItsExpectedRoadmap(string file) => Assert.Equal(Expected(file), Facts(Read(file)));

    /// <summary>The paginated sources carry neither stamp nor goals; their rows are cut by page ends.</summary>
    [Theory]
    [InlineData("000_kindergarten_raw.docx")]
    [InlineData("002_school_raw.docx")]
    [InlineData("004_college_raw.docx")]
    public void Read_RowsCutByPages_AreWholeAgain(string file)
    {
        static bool IsAbove(string fact) => fact.StartsWith("approval", StringComparison.Ordinal) || fact.StartsWith("goals", StringComparison.Ordinal);
        Assert.Equal(Expected(file).Where(fact => !IsAbove(fact)), Facts(Read(file)).Where(fact => !IsAbove(fact)));
    }

    private static Roadmap Read(string file)
    {
        RoadmapReading reading = RoadmapFile.Read(File.ReadAllBytes(Path.Combine(Folder, file)), file);
        Assert.Null(reading.Refusal);
        return reading.Roadmap!;
    }

    private static List<string> Expected(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file).Replace("_raw", "", StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".expected.json")));
        JsonElement root = json.RootElement;
        List<string> facts = [Fact("title", root, "title"), Fact("schoolYear", root, "schoolYear")];
        if (root.TryGetProperty("approval", out JsonElement approval) && approval.ValueKind == JsonValueKind.Object)
        {
            facts.Add(Fact("approval.orderNumber", approval, "orderNumber"));
            facts.Add(Fact("approval.orderDate", approval, "orderDate"));
            if (approval.TryGetProperty("stamp", out _)) facts.Add(Fact("approval.stamp", approval, "stamp"));
            if (approval.TryGetProperty("lines", out JsonElement lines)) facts.Add("approval.lines=" + Fold(string.Join('|', lines.EnumerateArray().Select(line => line.GetString()!.TrimEnd()))));
        }
        else facts.Add("approval=none");
        if (root.TryGetProperty("goals", out JsonElement goals)) facts.AddRange(goals.EnumerateArray().Select(goal => "goals=" + Fold(goal.GetString())));
        facts.AddRange(root.GetProperty("columns").EnumerateArray().Select(column => "column=" + Fold(column.GetString())));
        foreach (JsonElement stage in root.GetProperty("stages").EnumerateArray())
        {
            facts.AddRange(((string[])["number", "title", "goal", "task", "result", "keyResult", "deadlineText", "responsibleText", "evidence"]).Select(key => Fact("stage." + key, stage, key)));
            foreach (JsonElement item in stage.GetProperty("items").EnumerateArray())
            {
                facts.AddRange(((string[])["number", "activity", "deadlineText", "responsibleText", "result", "indicator", "keyResult", "evidence"]).Select(key => Fact("item." + key, item, key)));
                if (item.TryGetProperty("columns", out JsonElement columns))
                    facts.AddRange(columns.EnumerateObject().Where(column => Fold(column.Value.GetString()).Length > 0).Select(column => $"item.columns.{Fold(column.Name)}={Fold(column.Value.GetString())}"));
            }
        }
        return facts;
    }

    private static List<string> Facts(Roadmap roadmap)
    {
        List<string> facts = [$"title={Fold(roadmap.Title)}", $"schoolYear={roadmap.SchoolYear}"];
        if (roadmap.Approval is { } approval)
        {
            facts.Add($"approval.orderNumber={approval.OrderNumber}");
            facts.Add($"approval.orderDate={approval.OrderDate:yyyy-MM-dd}");
            if (approval.Stamp == "Утверждено") facts.Add($"approval.stamp={approval.Stamp}");
            else facts.Add("approval.lines=" + Fold(string.Join('|', approval.Lines)));
        }
        else facts.Add("approval=none");
        facts.AddRange(roadmap.Goals.Select(goal => "goals=" + Fold(goal)));
        facts.AddRange(roadmap.Columns.Select(column => "column=" + Fold(column.Header)));
        foreach (RoadmapStage stage in roadmap.Stages)
        {
            facts.AddRange([$"stage.number={Fold(stage.Number)}", $"stage.title={Fold(stage.Title)}", $"stage.goal={Fold(stage.Goal)}", $"stage.task={Fold(stage.Task)}", $"stage.result={Fold(stage.Result)}",
                $"stage.keyResult={Fold(stage.KeyResult)}", $"stage.deadlineText={Fold(stage.DeadlineText)}", $"stage.responsibleText={Fold(stage.ResponsibleText)}", $"stage.evidence={Fold(stage.Evidence)}"]);
            foreach (RoadmapItem item in stage.Items)
            {
                facts.AddRange([$"item.number={Fold(item.Number)}", $"item.activity={Fold(item.Activity)}", $"item.deadlineText={Fold(item.DeadlineText)}", $"item.responsibleText={Fold(item.ResponsibleText)}",
                    $"item.result={Fold(item.Result)}", $"item.indicator={Fold(item.Indicator)}", $"item.keyResult={Fold(item.KeyResult)}", $"item.evidence={Fold(item.Evidence)}"]);
                facts.AddRange(item.Columns.Select(column => $"item.columns.{Fold(column.Key)}={Fold(column.Value)}"));
            }
        }
        return facts;
    }

    private static string Fact(string name, JsonElement element, string key) =>
        $"{name}={Fold(element.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : "")}";

    private static string Fold(string? text) => White().Replace(text ?? "", " ").Trim();

    [GeneratedRegex(@"\s+")] private static partial Regex White();
}
