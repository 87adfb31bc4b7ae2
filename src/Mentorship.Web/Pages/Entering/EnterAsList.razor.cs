using Mentorship.Domain.People;
using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.Looking;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Entering;

/// <summary>«Войти как …»: the people of the demonstration by institution, each with what is seen as them.</summary>
public sealed partial class EnterAsList : SitePage
{
    [Inject] private EnterAs EnterAs { get; set; } = null!;
    [Inject] private EnterAsView View { get; set; } = null!;
    [SupplyParameterFromForm] public Guid Person { get; set; }

    private IReadOnlyList<EnterAsPlace> Places { get; set; } = [];

    protected override async Task OnInitializedAsync() => Places = await View.RunAsync(Cancel);

    /// <summary>One of each kind first: together they show the whole product.</summary>
    private static (IReadOnlyList<EnterAsPerson> First, IReadOnlyList<EnterAsPerson> Others) Parted(EnterAsPlace place)
    {
        EnterAsPerson[] first = [.. place.People.Where(person => person.Role is not null).DistinctBy(person => person.Role)];
        return (first, [.. place.People.Except(first)]);
    }

    private static string Sees(EnterAsPerson person) => person.Role switch
    {
        Roles.Director => EnteringTexts.SeesDirector,
        Roles.Curator => EnteringTexts.SeesCurator,
        Roles.Deputy => EnteringTexts.SeesDeputy,
        Roles.Administrator => EnteringTexts.SeesAdministrator,
        Roles.Secretary => EnteringTexts.SeesSecretary,
        Roles.Accountant => EnteringTexts.SeesAccountant,
        Roles.WorkingGroup or Roles.MethodicalAssociation => EnteringTexts.SeesBody,
        _ => EnteringTexts.SeesTasks,
    };

    private async Task EnterAsync()
    {
        if (!Took(await EnterAs.RunAsync(Person, Cancel), out Entry? entry)) return;
        await Ticket.Fresh(entry).HandOutAsync(Http);
        Navigation.NavigateTo("/today");
    }
}
