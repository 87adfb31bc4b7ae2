using System.Text.Json;

namespace Mentorship.Flow.Tests.Editing;

/// <summary>A laid out flowchart as it would be drawn: arrows from the middle of the right side to the middle of the left one.</summary>
internal static class Drawing
{
    private readonly record struct Box(string Id, double X, double Y, double W, double H);

    public static void AssertTidy(Activity flowchart)
    {
        Box[] boxes = [.. flowchart.Children.Select(Of)];
        for (int i = 0; i < boxes.Length; i++)
            for (int k = i + 1; k < boxes.Length; k++)
                Assert.False(boxes[i].X < boxes[k].X + boxes[k].W && boxes[k].X < boxes[i].X + boxes[i].W && boxes[i].Y < boxes[k].Y + boxes[k].H && boxes[k].Y < boxes[i].Y + boxes[i].H,
                    $"{boxes[i]} lies on {boxes[k]}");
        if (!flowchart.Json.TryGetProperty("connections", out JsonElement arrows)) return;
        foreach (JsonElement arrow in arrows.EnumerateArray()) Arrow(boxes, arrow);
    }

    private static void Arrow(Box[] boxes, JsonElement arrow)
    {
        Box from = boxes.First(b => b.Id == arrow.GetProperty("source").GetProperty("activity").GetString()), to = boxes.First(b => b.Id == arrow.GetProperty("target").GetProperty("activity").GetString());
        List<(double X, double Y)> line = [(from.X + from.W, from.Y + from.H / 2)];
        if (arrow.TryGetProperty("vertices", out JsonElement bends)) line.AddRange(bends.EnumerateArray().Select(v => (v.GetProperty("x").GetDouble(), v.GetProperty("y").GetDouble())));
        line.Add((to.X, to.Y + to.H / 2));
        for (int i = 1; i < line.Count; i++)
            for (int step = 1; step < 50; step++)
            {
                double x = line[i - 1].X + (line[i].X - line[i - 1].X) * step / 50, y = line[i - 1].Y + (line[i].Y - line[i - 1].Y) * step / 50;
                foreach (Box box in boxes)
                    Assert.False(x > box.X + 0.5 && x < box.X + box.W - 0.5 && y > box.Y + 0.5 && y < box.Y + box.H - 0.5, $"The arrow {arrow} runs over {box} at {x}, {y}");
            }
    }

    private static Box Of(Activity step)
    {
        JsonElement designer = step.Json.GetProperty("metadata").GetProperty("designer");
        JsonElement at = designer.GetProperty("position"), size = designer.GetProperty("size");
        return new Box(step.Id, at.GetProperty("x").GetDouble(), at.GetProperty("y").GetDouble(), size.GetProperty("width").GetDouble(), size.GetProperty("height").GetDouble());
    }
}
