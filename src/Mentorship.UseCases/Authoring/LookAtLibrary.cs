using Mentorship.Domain.Documents;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes.Viewing;
using Mentorship.Flow;
using Mentorship.UseCases.Processes;

namespace Mentorship.UseCases.Authoring;

/// <summary>The templates that the product brings along, each with a preview.</summary>
public sealed class LookAtLibrary
{
    private static readonly StaffDirectory Nobody = new([], []);
    private readonly WorkflowLibrary _library;

    internal LookAtLibrary(WorkflowLibrary library) => _library = library;

    public IReadOnlyList<TemplateLine> Run() => [.. _library.All.Select(t => Line(t.Key, _library.Find(t.Key)!))];

    /// <summary>Null when the library has no such template.</summary>
    public TemplatePreview? Preview(string key) =>
        _library.Find(key) is { } definition ? new TemplatePreview(Line(key, definition), definition, ProcessTable.Of(definition, Nobody), SentenceView.Of(definition, Nobody)) : null;

    internal static TemplateLine Line(string key, ProcessDefinition definition)
    {
        bool route = DocumentKind.All.Any(k => k.Code == key), roadmap = definition.Root.Children.Any(c => c.Type == "Mentorship.Stage");
        return new TemplateLine(key, definition.Name, route ? ProcessKind.DocumentRoute : roadmap ? ProcessKind.Roadmap : ProcessKind.Own, InstitutionOf(key), definition.Description,
            definition.Root.Children.Count(c => c.Type == "Mentorship.Stage"), FlowGraph.From(definition).Nodes.Count(n => n.Kind is NodeKind.Task or NodeKind.Approval or NodeKind.Signature or NodeKind.Acquaintance or NodeKind.Document));
    }

    /// <summary>The file's name says for whom it was made.</summary>
    private static InstitutionKind? InstitutionOf(string key) =>
        key.Contains("kindergarten", StringComparison.Ordinal) ? InstitutionKind.Kindergarten : key.Contains("extra_education", StringComparison.Ordinal) ? InstitutionKind.ExtraEducation
        : key.Contains("college", StringComparison.Ordinal) ? InstitutionKind.College : key.Contains("school", StringComparison.Ordinal) ? InstitutionKind.School : null;
}

/// <param name="For">Which kind of institution it was made for; null: any.</param>
/// <param name="Steps">Steps that people do.</param>
public sealed record TemplateLine(string Key, string Name, ProcessKind Kind, InstitutionKind? For, string Description, int Stages, int Steps)
{
    /// <summary>Made for every institution of its kind; the others are the roadmaps of real ones.</summary>
    public bool IsNeutral => Kind != ProcessKind.Roadmap || Key.StartsWith("roadmap-", StringComparison.Ordinal);
}

public sealed record TemplatePreview(TemplateLine Template, ProcessDefinition Definition, ProcessTable Table, SentenceView Sentences);
