using Mentorship.Flow;
using Mentorship.UseCases;
using Mentorship.UseCases.Authoring;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Designer.Panel;

/// <summary>A setting that looks at the fields of the process which a step starts.</summary>
public abstract class OtherProcessFieldBase : StepFieldBase
{
    [Inject] private LookAtPublished Look { get; set; } = null!;
    [Inject] private Caller Caller { get; set; } = null!;

    /// <summary>The process as the step names it; empty while none is chosen.</summary>
    protected string Other { get; private set; } = "";

    /// <summary>Its fields, as it is published; none while they are looked for or where it is not there.</summary>
    protected IReadOnlyList<ProcessField> Theirs { get; private set; } = [];

    protected IReadOnlyList<ProcessField> Ours => ProcessField.Of(Session.Definition);

    protected override async Task OnParametersSetAsync()
    {
        string named = Now.Text("workflowDefinitionId")?.Trim() ?? "";
        if (named == Other) return;
        (Other, Theirs) = (named, []);
        if (named.Length == 0) return;
        Outcome<ProcessDefinition> found = await Caller.AsAsync(actor => Look.RunAsync(actor, named, CancellationToken.None));
        if (named == Other && found.Value is { } other) Theirs = ProcessField.AskedOf(other);
    }
}
