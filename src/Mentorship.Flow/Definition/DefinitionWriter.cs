using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mentorship.Flow;

/// <summary>Writes a definition so that a person can read it and two versions can be compared line by line.</summary>
public static class DefinitionWriter
{
    internal static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 2 * DefinitionReader.MaxDepth };

    private static readonly JsonSerializerOptions Indented = new()
        { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n", MaxDepth = 2 * DefinitionReader.MaxDepth };

    public static string Write(ProcessDefinition definition) => JsonSerializer.Serialize(definition.Json, Indented) + "\n";
}
