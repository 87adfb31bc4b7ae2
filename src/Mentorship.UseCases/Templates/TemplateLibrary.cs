using System.Text.Json;
using System.Text.Json.Serialization;
using Mentorship.Domain.Documents.Templates;

namespace Mentorship.UseCases.Templates;

/// <summary>The templates of documents that the product brings along (<c>templates/*.json</c>); each institution gets them as its own.</summary>
public sealed class TemplateLibrary
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private TemplateLibrary(IReadOnlyList<LibraryTemplate> all) => All = all;

    public IReadOnlyList<LibraryTemplate> All { get; }

    /// <summary>A broken file stops the host with its name.</summary>
    public static TemplateLibrary Load(string folder) => new([.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read)]);

    private static LibraryTemplate Read(string path)
    {
        Kept kept = JsonSerializer.Deserialize<Kept>(File.ReadAllText(path), Options) ?? throw new InvalidOperationException($"The template {path} cannot be read");
        TemplateText text = new()
        {
            Form = kept.Form, Word = kept.Word, Heading = kept.Heading, Preamble = kept.Preamble, Command = kept.Command, Points = string.Join('\n', kept.Points), Control = kept.Control, Annexes = string.Join('\n', kept.Annexes),
        };
        return TemplateRules.Check(kept.Name, text) is [{ } wrong, ..] ? throw new InvalidOperationException($"The template {path}: {wrong.Text}") : new LibraryTemplate(Path.GetFileNameWithoutExtension(path), kept.Name, text);
    }

    private sealed record Kept(string Name, TemplateForm Form, string Word, string Heading, string Preamble, string Command, IReadOnlyList<string> Points, string Control, IReadOnlyList<string> Annexes);
}

public sealed record LibraryTemplate(string Code, string Name, TemplateText Text);
