namespace Mentorship.Flow.Tests;

/// <summary>Any valid value.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Morning = new(2026, 9, 1, 6, 0, 0, TimeSpan.Zero);

    public static string Fixture(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", name + ".json"));

    /// <summary>A process of the library, as it is shipped.</summary>
    public static ProcessDefinition Workflow(string name) => Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Workflows", name + ".json")));

    public static ProcessDefinition Read(string json)
    {
        DefinitionReading reading = DefinitionReader.Read(json);
        Assert.Empty(reading.Problems);
        return reading.Definition!;
    }

    public static ProcessDefinition Definition(string fixture) => Read(Fixture(fixture));

    /// <summary>A process of one flowchart.</summary>
    public static ProcessDefinition Process(Action<FlowchartBuilder> draw)
    {
        DefinitionBuilder builder = new("0123456789abcdef", "some", "Некоторый процесс");
        draw(builder.Root);
        return builder.Build();
    }

    /// <summary>A process of a start and one step.</summary>
    public static ProcessDefinition OneStep(string type, Action<ActivityBuilder>? settings = null) => Process(root =>
    {
        root.Add("Elsa.Start", "start", "Начало");
        ActivityBuilder step = root.Add(type, "step", "Шаг");
        settings?.Invoke(step);
        root.Connect("start", "step");
    });
}
