using Mentorship.Domain.Institutions;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.Installing;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Start;

/// <summary>An empty installation gets its first institution and its first person, who is signed in at once.</summary>
public sealed partial class FirstStart : SitePage
{
    private static readonly (InstitutionKind Kind, string Name)[] Kinds =
    [
        (InstitutionKind.School, StartTexts.School), (InstitutionKind.Kindergarten, StartTexts.Kindergarten), (InstitutionKind.College, StartTexts.College),
        (InstitutionKind.ExtraEducation, StartTexts.ExtraEducation), (InstitutionKind.Other, StartTexts.Other),
    ];

    private static readonly (string Role, string Name)[] Offered =
        [(Roles.Curator, StartTexts.Curator), (Roles.Secretary, StartTexts.Secretary), (Roles.Director, StartTexts.Director), (Roles.Deputy, StartTexts.Deputy)];

    [Inject] private CreateInstitution CreateInstitution { get; set; } = null!;
    [Inject] private InspectInstallation Installation { get; set; } = null!;
    [Inject] private SignIn SignIn { get; set; } = null!;
    [Inject] private DemonstrationOpening Demonstration { get; set; } = null!;
    [SupplyParameterFromForm] public StartForm? Form { get; set; }

    private string? NameMessage { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new StartForm { Roles = [Roles.Curator] };
        if (await Installation.HasBegunAsync(Cancel)) Navigation.NavigateTo("/");
        else if (Demonstration.State.Stage == OpeningStage.Ready) Navigation.NavigateTo("/start/demonstration");
    }

    private async Task OpenAsync()
    {
        Refusal = await Demonstration.BeginAsync(Cancel);
        if (Refusal is null) Navigation.NavigateTo("/start/demonstration");
    }

    private async Task CreateAsync()
    {
        // What is ready is about to be served in place of this folder: an institution made now would disappear behind it.
        if (Demonstration.State.Stage == OpeningStage.Ready) return;
        if (PersonName.Read(Form!.Name) is not { } name)
        {
            NameMessage = StartTexts.NameWrong;
            return;
        }
        string[] roles = [.. Form.Roles.Intersect(Offered.Select(offer => offer.Role))];
        NewInstitution asked = new(Form.Institution ?? "", null, Form.Kind, null, name.Surname, name.GivenName, name.Patronymic, name.Gender, Form.Email ?? "", Form.Password ?? "")
        {
            Roles = roles,
            Post = Roles.NameOf(roles is [] ? Roles.Administrator : roles[0]),
            HeadPost = Form.Kind == InstitutionKind.Kindergarten ? StartTexts.HeadOfKindergarten : StartTexts.HeadDirector,
            TimeZone = Form.Zone is { Length: > 0 } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : "Europe/Moscow",
        };
        if (!Took(await CreateInstitution.FirstAsync(Form.Code, asked, Cancel), out _)) return;
        if (!Took(await SignIn.RunAsync(Form.Email, Form.Password, Cancel), out Entry? entry)) return;
        await Ticket.Fresh(entry).HandOutAsync(Http);
        Navigation.NavigateTo("/");
    }
}

public sealed class StartForm
{
    public string? Code { get; set; }
    public string? Institution { get; set; }
    public InstitutionKind Kind { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Password { get; set; }
    public List<string> Roles { get; set => field = value ?? []; } = [];
    public string? Zone { get; set; }
}
