using System.Globalization;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.UseCases;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.People;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.People;

/// <summary>Adds a person or changes their card; invites, resets a PIN.</summary>
public sealed partial class StaffCard : SitePage
{
    private static readonly (Gender Gender, string Name)[] Genders = [(Gender.Unknown, PeopleTexts.GenderByName), (Gender.Female, PeopleTexts.Female), (Gender.Male, PeopleTexts.Male)];
    private static readonly (MemberKind Kind, string Name)[] Kinds = [(MemberKind.Employee, PeopleTexts.Employee), (MemberKind.Pupil, PeopleTexts.Pupil), (MemberKind.External, PeopleTexts.ExternalOne)];

    [Inject] private PersonView PersonView { get; set; } = null!;
    [Inject] private AddPerson AddPerson { get; set; } = null!;
    [Inject] private EditPerson EditPerson { get; set; } = null!;
    [Inject] private InvitePerson InvitePerson { get; set; } = null!;
    [Inject] private ResetPin ResetPin { get; set; } = null!;
    [Parameter] public Guid? Id { get; set; }
    [SupplyParameterFromForm(FormName = "person")] public StaffForm? Form { get; set; }
    [SupplyParameterFromQuery] public string? Said { get; set; }

    private PersonSheet? Sheet { get; set; }
    private string? ByHand { get; set; }
    private int? Trouble { get; set; }
    private string Title => Sheet?.FullName ?? PeopleTexts.New;

    private string? Words => Refusal is not null || ByHand is not null ? null : Said switch
    {
        "saved" => PeopleTexts.Saved,
        "added" => PeopleTexts.Added,
        "invited" => PeopleTexts.InvitedSaid.With(Sheet?.Card.Email),
        "pin" => PeopleTexts.PinResetSaid,
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        if (Id is { } id)
        {
            if (!Took(await PersonView.RunAsync(Actor, id, Cancel), out PersonSheet? sheet))
            {
                Trouble = Refusal!.Code == "NotFound" ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
                return;
            }
            Sheet = sheet;
        }
        else if (!Actor.Is(Roles.Administrator, Roles.Curator)) Trouble = StatusCodes.Status403Forbidden;
        Form ??= Sheet is null ? StaffForm.Empty : StaffForm.Of(Sheet);
    }

    private async Task SaveAsync()
    {
        if (Trouble is not null || !Took(Form!.Read(), out PersonCard? card)) return;
        if (Id is not { } id)
        {
            if (Took(await AddPerson.RunAsync(Actor, card, Cancel), out Guid added)) Navigation.NavigateTo($"/people/{added}?said=added");
        }
        else if (Took(await EditPerson.RunAsync(Actor, id, Form.Stamp ?? "", card, Cancel), out _)) Navigation.NavigateTo($"/people/{id}?said=saved");
    }

    private async Task InviteAsync()
    {
        if (Id is not { } id || !Took(await InvitePerson.RunAsync(Actor, id, Cancel), out Invited? invited)) return;
        if (invited.ByHand is null) Navigation.NavigateTo($"/people/{id}?said=invited");
        else ByHand = invited.ByHand;
    }

    private async Task ResetPinAsync()
    {
        if (Id is { } id && Took(await ResetPin.RunAsync(Actor, id, Cancel), out _)) Navigation.NavigateTo($"/people/{id}?said=pin");
    }

    private static string Question(GrammaticalCase grammaticalCase) => grammaticalCase switch
    {
        GrammaticalCase.Genitive => PeopleTexts.Genitive,
        GrammaticalCase.Dative => PeopleTexts.Dative,
        GrammaticalCase.Accusative => PeopleTexts.Accusative,
        GrammaticalCase.Instrumental => PeopleTexts.Instrumental,
        _ => PeopleTexts.Prepositional,
    };

    private static string Short(DateOnly? day) => day?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? "";
}
