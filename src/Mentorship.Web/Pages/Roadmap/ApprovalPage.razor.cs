using System.Globalization;
using Mentorship.UseCases.Importing;
using Mentorship.UseCases.Roadmaps;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Roadmap;

/// <summary>Sends the roadmap to be approved, for the first time or after it came back.</summary>
public sealed partial class ApprovalPage : SitePage
{
    [Inject] private LookAtApproval Look { get; set; } = null!;
    [Inject] private SubmitRoadmap Submit { get; set; } = null!;

    [Parameter] public Guid Id { get; set; }
    [SupplyParameterFromForm] public ApprovalForm? Form { get; set; }

    private ApprovalView? View { get; set; }
    private IReadOnlyList<AssigneeChoice> People => View!.People;
    private DateOnly InTwoWeeks => View!.Today.AddDays(14);

    protected override async Task OnInitializedAsync()
    {
        Form ??= new ApprovalForm();
        if (Took(await Look.RunAsync(Actor, Id, Cancel), out ApprovalView? view)) View = view;
    }

    private async Task SendAsync()
    {
        if (View is null) return;
        RoadmapOrderForm order = new(Form!.AcquaintBy ?? InTwoWeeks)
        {
            CouncilOn = Form.CouncilOn, CouncilNumber = Form.CouncilNumber, SiteEditorId = Person(Form.SiteEditor), PublishBy = Form.PublishBy, ControllerId = Person(Form.Controller), Change = Form.Change,
        };
        if (Took(await Submit.RunAsync(Actor, Id, order, Cancel), out _)) Navigation.NavigateTo($"/roadmap/{Id}");
    }

    private static Guid? Person(string? chosen) => chosen is { Length: > 7 } && Guid.TryParse(chosen["person:".Length..], out Guid id) ? id : null;

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed class ApprovalForm
{
    public DateOnly? AcquaintBy { get; set; }
    public DateOnly? CouncilOn { get; set; }
    public string? CouncilNumber { get; set; }
    public string? SiteEditor { get; set; }
    public DateOnly? PublishBy { get; set; }
    public string? Controller { get; set; }
    public string? Change { get; set; }
}
