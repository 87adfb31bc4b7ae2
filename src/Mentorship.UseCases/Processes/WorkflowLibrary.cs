using Mentorship.Domain.Documents;
using Mentorship.Flow;

namespace Mentorship.UseCases.Processes;

/// <summary>The library of process templates that the product brings along (<c>workflows/*.json</c>); an institution copies one and owns its versions.</summary>
public sealed class WorkflowLibrary
{
    private readonly string _folder;

    private WorkflowLibrary(string folder, IReadOnlyList<LibraryProcess> routes) => (_folder, Routes) = (folder, routes);

    /// <summary>The route of each document kind.</summary>
    public IReadOnlyList<LibraryProcess> Routes { get; }

    /// <summary>Reads the routes; a missing or broken file stops the host with its name.</summary>
    public static WorkflowLibrary Load(string folder) =>
        new(folder, [.. DocumentKind.All.Select(kind => Read(folder, kind.Code))]);

    /// <summary>A template by its file name without ending.</summary>
    public LibraryProcess Template(string key) => Read(_folder, key);

    /// <summary>Every template, by its file name.</summary>
    public IReadOnlyList<LibraryProcess> All => [.. Directory.EnumerateFiles(_folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal).Select(Template)];

    /// <summary>The definition of a template; null when the library has none of that name.</summary>
    public ProcessDefinition? Find(string key) =>
        key.AsSpan().IndexOfAnyExcept(KeyLetters) < 0 && key.Length > 0 && File.Exists(Path.Combine(_folder, key + ".json")) ? DefinitionReader.Read(Template(key).Json).Definition : null;

    // A key comes from a person: it must not lead out of the folder.
    private static readonly System.Buffers.SearchValues<char> KeyLetters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    private static LibraryProcess Read(string folder, string key)
    {
        string path = Path.Combine(folder, key + ".json");
        string json = File.Exists(path) ? File.ReadAllText(path) : throw new InvalidOperationException($"The process library has no {path}");
        ProcessDefinition definition = DefinitionReader.Read(json).Definition ?? throw new InvalidOperationException($"The process {path} cannot be read");
        return new LibraryProcess(key, definition.Name, json);
    }
}

public sealed record LibraryProcess(string Key, string Name, string Json);
