using System.Text;
using System.Text.Json.Nodes;
using static Mentorship.Flow.Tests.Seeds;

namespace Mentorship.Flow.Tests.Definition;

/// <summary>Real definitions, spoilt: in their text, and in what they mean. Nothing of it may throw.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Texts = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*.json")
        .Concat(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Workflows"), "order-*.json")).Order(StringComparer.Ordinal).Select(f => File.ReadAllText(f))];

    private static readonly string[] Pieces = ["\"", "{", "}", "[", "]", ",", ":", "\\", "\\ud800", "null", "1e999", "-0", "NaN", "\u0000", "я", "<b>", "true", "\"id\":\"x\","];

    [Fact]
    public void SpoiltText_IsRefusedOrRuns() => ForAllSeeds(1500, seed =>
    {
        Random random = new(seed);
        StringBuilder text = new(Texts[random.Next(Texts.Length)]);
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0: text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at)); break;
                case 1: text.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                case 2: text[at] = (char)random.Next(0, 0xFFFF); break;
                default: text.Length = Math.Max(1, at); break;
            }
        }
        BadInputTests.Lived(text.ToString());
    });

    [Fact]
    public void SpoiltMeaning_IsCheckedAndRunsAndIsWrittenBackAsItWas() => ForAllSeeds(1500, seed =>
    {
        Random random = new(seed);
        JsonNode root = JsonNode.Parse(Texts[random.Next(Texts.Length)])!;
        for (int i = random.Next(1, 6); i > 0; i--) Spoil(random, root);
        string json = root.ToJsonString();
        BadInputTests.Lived(json);
        if (DefinitionReader.Read(json).Definition is { } definition)
            Assert.Equal(DefinitionWriter.Write(definition), DefinitionWriter.Write(Some.Read(DefinitionWriter.Write(definition))));
    });

    /// <summary>Takes any value away, doubles it, or puts another of the definition or an odd one in its place.</summary>
    private static void Spoil(Random random, JsonNode root)
    {
        List<JsonNode> inner = [.. Inner(root).Where(n => n.Parent is not null)];
        if (inner.Count == 0) return;
        JsonNode at = inner[random.Next(inner.Count)];
        JsonNode? other = random.Next(4) switch
        {
            0 => null,
            1 => inner[random.Next(inner.Count)].DeepClone(),
            2 => JsonValue.Create(Pieces[random.Next(Pieces.Length - 7)]),
            _ => JsonValue.Create(random.Next(3) - 1)
        };
        if (at.Parent is JsonArray list && random.Next(2) == 0) list.Add(at.DeepClone());
        else if (at.Parent is JsonObject owner && random.Next(6) == 0) owner.Remove(at.GetPropertyName());
        else at.ReplaceWith(other);
    }

    private static IEnumerable<JsonNode> Inner(JsonNode node) => (node switch
    {
        JsonObject owner => owner.Select(p => p.Value),
        JsonArray list => list,
        _ => []
    }).Where(n => n is not null).SelectMany(n => Inner(n!)).Prepend(node);
}
