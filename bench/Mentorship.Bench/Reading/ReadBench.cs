using System.Diagnostics;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Roadmaps;
using Mentorship.Office.Reading;

namespace Mentorship.Bench.Reading;

/// <summary>The five seed documents, file to understood roadmap, in a warm process: the median of many runs, in milliseconds.</summary>
internal static class ReadBench
{
    private const int WarmUps = 300;
    private const int Runs = 60;

    public static object Run()
    {
        SortedDictionary<string, double> files = new(StringComparer.Ordinal);
        foreach (string path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Seeds")).Order(StringComparer.Ordinal))
            files[Path.GetFileName(path)] = Median(File.ReadAllBytes(path), Path.GetFileName(path));
        return new { bench = "read", ms = files, slowest = files.Values.Max() };
    }

    private static double Median(byte[] content, string name)
    {
        for (int run = 0; run < WarmUps; run++) Read(content, name);
        double[] taken = new double[Runs];
        for (int run = 0; run < Runs; run++)
        {
            long start = Stopwatch.GetTimestamp();
            Read(content, name);
            taken[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(taken);
        return Math.Round(taken[Runs / 2], 2);
    }

    private static void Read(byte[] content, string name)
    {
        Roadmap roadmap = RoadmapFile.Read(content, name).Roadmap ?? throw new InvalidOperationException($"{name} was not read.");
        RoadmapUnderstanding.Of(roadmap, InstitutionCalendar.ByRule);
    }
}
