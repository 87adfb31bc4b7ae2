using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.UseCases;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Programmes;
using Mentorship.UseCases.Roadmaps;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Roadmap;

/// <summary>The roadmap as people know it, with how each item stands and who holds what.</summary>
public sealed partial class RoadmapPage : SitePage
{
    [Inject] private LookAtRoadmap Look { get; set; } = null!;
    [Inject] private ApprovedEarlier Earlier { get; set; } = null!;
    [Inject] private CarryOver Carry { get; set; } = null!;
    [Inject] private TriggerStep Trigger { get; set; } = null!;

    /// <summary>Null: the year that runs.</summary>
    [Parameter] public Guid? Id { get; set; }
    [SupplyParameterFromForm] public RoadmapForm? Form { get; set; }

    private RoadmapView? View { get; set; }

    private string NextYear => new SchoolYear(View!.SchoolYear.SecondYear).ToString();

    protected override async Task OnInitializedAsync()
    {
        Form ??= new RoadmapForm();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        Outcome<RoadmapView> found = await Look.RunAsync(Actor, Id, Cancel);
        View = found.Value;
        if (found.Refusal is { } no) Refusal = no;
    }

    private async Task ApproveEarlierAsync() => await AgainAsync(await Earlier.RunAsync(Actor, View!.ProgrammeId, Form!.Order, Cancel));

    private async Task CarryAsync()
    {
        if (!SchoolYear.TryParse(Form!.Year?.Trim(), out SchoolYear year)) Refusal = new Refusal("YearWrong", RoadmapTexts.YearWrong);
        else if (Took(await Carry.RunAsync(Actor, View!.ProgrammeId, year, Cancel), out Guid import)) Navigation.NavigateTo($"/import/{import}");
    }

    private async Task TriggerAsync() => await AgainAsync(await Trigger.RunAsync(Actor, View!.CaseId ?? Guid.Empty, Form!.Step ?? "", Cancel));

    private async Task AgainAsync(Outcome<Done> outcome)
    {
        if (Took(outcome, out _)) Navigation.NavigateTo($"/roadmap/{View!.ProgrammeId}{(Form!.Step is { } step ? "#" + step.Split('#')[0] : "")}");
        else await LoadAsync();
    }
}

public sealed class RoadmapForm
{
    public string? Order { get; set; }
    public string? Year { get; set; }
    public string? Step { get; set; }
}
