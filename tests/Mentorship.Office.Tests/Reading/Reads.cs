using Mentorship.Domain;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Reading;
using Mentorship.Office.Reading;

namespace Mentorship.Office.Tests.Reading;

/// <summary>Reads what a test wrote and shows it in lines that a person can compare.</summary>
internal static class Reads
{
    public static Roadmap Roadmap(byte[] content, string name = "карта.docx", ReadingOptions? options = null)
    {
        RoadmapReading reading = RoadmapFile.Read(content, name, options);
        Assert.Null(reading.Refusal?.Text);
        return reading.Roadmap!;
    }

    public static Refusal Refusal(byte[] content, string name, ReadingOptions? options = null)
    {
        RoadmapReading reading = RoadmapFile.Read(content, name, options);
        Assert.Null(reading.Roadmap);
        return reading.Refusal!;
    }

    /// <summary>«# 1 Title» for a stage, «1.1 Activity / term / responsible / result» for an item.</summary>
    public static string[] Lines(Roadmap roadmap) => [.. roadmap.Stages.SelectMany(stage => stage.Items.Select(Line).Prepend($"# {stage.Number} {stage.Title}".TrimEnd()))];

    private static string Line(RoadmapItem item) =>
        $"{item.Number} {item.Activity} / {item.DeadlineText} / {item.ResponsibleText} / {item.Result}".Replace('\n', '⏎').Trim();
}
