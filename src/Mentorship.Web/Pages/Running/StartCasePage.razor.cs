using Mentorship.UseCases.Running;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Running;

/// <summary>«Запустить процесс»: its name and what the process asks for, then the page of the case.</summary>
public sealed partial class StartCasePage : SitePage
{
    private const string Prefix = "in.";

    [Inject] private StartCase Starting { get; set; } = null!;
    [Parameter] public Guid Process { get; set; }

    private CaseStart? Start { get; set; }

    /// <summary>Chosen with the form, so that a second click starts nothing anew.</summary>
    private Guid CaseId => Guid.TryParse(Posted("case"), out Guid posted) ? posted : Fresh;

    private Guid Fresh { get; } = Guid.CreateVersion7();

    protected override async Task OnInitializedAsync()
    {
        if (Took(await Starting.LookAsync(Actor, Process, Cancel), out CaseStart? start)) Start = start;
        else Http.Response.StatusCode = Refusal!.Code switch { "NoProcess" => StatusCodes.Status404NotFound, "NotAllowed" => StatusCodes.Status403Forbidden, _ => StatusCodes.Status200OK };
    }

    private async Task RunAsync()
    {
        // A flag that is not ticked is not posted at all: it was taken away.
        Dictionary<string, string?> values = Start?.Fields.ToDictionary(f => f.Name, f => f.Kind == StartFieldKind.Flag ? Posted(Prefix + f.Name) ?? "false" : Posted(Prefix + f.Name)) ?? [];
        if (Took(await Starting.RunAsync(Actor, Process, CaseId, Posted("title"), values, Cancel), out Guid started)) Navigation.NavigateTo($"/case/{started}");
    }

    /// <summary>What the form said, so that a refusal loses nothing; else what stands there from the beginning.</summary>
    private string? Typed(string name, string? usual) => HttpMethods.IsPost(Http.Request.Method) ? Posted(name) : usual;

    private string? Posted(string name) => Http.Request.HasFormContentType ? (string?)Http.Request.Form[name] : null;
}
