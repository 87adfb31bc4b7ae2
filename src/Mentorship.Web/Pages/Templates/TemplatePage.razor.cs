using Mentorship.Domain.Documents.Templates;
using Mentorship.UseCases;
using Mentorship.UseCases.Templates;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Templates;

/// <summary>One template: its words, what it asks, what it looks like.</summary>
public sealed partial class TemplatePage : SitePage
{
    [Inject] private LookAtTemplates Looking { get; set; } = null!;
    [Inject] private SaveTemplate Saving { get; set; } = null!;

    [Parameter] public Guid? Id { get; set; }

    /// <summary>The template that a new one begins as a copy of.</summary>
    [SupplyParameterFromQuery] public Guid? From { get; set; }
    [SupplyParameterFromQuery] public string? Said { get; set; }
    [SupplyParameterFromForm(FormName = "template")] public TemplateInput? Form { get; set; }

    private TemplateSheet? View { get; set; }
    private string Title => Id is null ? TemplatesTexts.New : View?.Name ?? TemplatesTexts.One;

    protected override async Task OnInitializedAsync()
    {
        if (!Took(await Looking.OpenAsync(Actor, Id, From, Cancel), out TemplateSheet? view))
        {
            Http.Response.StatusCode = Refusal?.Code == "NoTemplate" ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
            return;
        }
        View = view;
        Form ??= TemplateInput.Of(view);
    }

    private async Task ActAsync()
    {
        if (View is not { } view || Form is not { } form) return;
        switch (form.Act)
        {
            case "show":
                if (Took(await Looking.TryAsync(Actor, view with { Name = form.Name ?? "", Text = form.Text }, Cancel), out TemplateSheet? tried)) View = tried;
                break;
            case "retire" or "return" when Id is { } id:
                if (Took(await Saving.RetireAsync(Actor, id, form.Seen, form.Act == "retire", Cancel), out _)) Navigation.NavigateTo($"/templates/{id}?said={form.Act}");
                break;
            default:
                if (Took(await Saving.RunAsync(Actor, Id, form.Seen, form.Name ?? "", form.Text, Cancel), out Guid saved)) Navigation.NavigateTo($"/templates/{saved}?said=saved");
                break;
        }
    }
}

/// <summary>A template as its form posts it.</summary>
public sealed class TemplateInput
{
    public int Seen { get; set; }
    public string? Act { get; set; }
    public string? Name { get; set; }
    public TemplateForm Shape { get; set; }
    public string? Word { get; set; }
    public string? Heading { get; set; }
    public string? Preamble { get; set; }
    public string? Command { get; set; }
    public string? Points { get; set; }
    public string? Control { get; set; }
    public string? Annexes { get; set; }

    internal TemplateText Text => new()
    {
        Form = Shape, Word = Word ?? "", Heading = Heading ?? "", Preamble = Preamble ?? "", Command = Command ?? "", Points = (Points ?? "").ReplaceLineEndings("\n"), Control = Control ?? "",
        Annexes = (Annexes ?? "").ReplaceLineEndings("\n"),
    };

    internal static TemplateInput Of(TemplateSheet sheet) => new()
    {
        Seen = sheet.Seen, Name = sheet.Name, Shape = sheet.Text.Form, Word = sheet.Text.Word, Heading = sheet.Text.Heading, Preamble = sheet.Text.Preamble, Command = sheet.Text.Command,
        Points = sheet.Text.Points, Control = sheet.Text.Control, Annexes = sheet.Text.Annexes,
    };
}
