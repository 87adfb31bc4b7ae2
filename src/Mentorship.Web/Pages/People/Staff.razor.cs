using Mentorship.Domain.People;
using Mentorship.UseCases.Looking;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.People;

/// <summary>The list of people; what is searched for lives in the address.</summary>
public sealed partial class Staff : SitePage
{
    private static readonly (string Code, PeopleFilter Filter, string Name)[] Filters =
    [
        ("present", PeopleFilter.Present, PeopleTexts.Present), ("employees", PeopleFilter.Employees, PeopleTexts.Employees), ("pupils", PeopleFilter.Pupils, PeopleTexts.Pupils),
        ("external", PeopleFilter.External, PeopleTexts.External), ("gone", PeopleFilter.Gone, PeopleTexts.Gone),
    ];

    [Inject] private PeopleView PeopleView { get; set; } = null!;
    [SupplyParameterFromQuery(Name = "q")] public string? Search { get; set; }
    [SupplyParameterFromQuery] public string? Show { get; set; }
    [SupplyParameterFromQuery] public int? Page { get; set; }

    private PeopleList List { get; set; } = new([], 0, 1, 1, false, false);
    private PeopleFilter Filter => Filters.FirstOrDefault(filter => filter.Code == Show, Filters[0]).Filter;

    protected override async Task OnInitializedAsync() => List = await PeopleView.RunAsync(Actor, Search, Filter, Page ?? 1, Cancel);

    private static IEnumerable<string> About(PersonLine person)
    {
        if (person.Post.Length > 0) yield return person.Post;
        if (person.Kind == MemberKind.Pupil) yield return PeopleTexts.Pupil;
        if (person.Kind == MemberKind.External) yield return PeopleTexts.ExternalOne;
        if (person.Email is { } email) yield return email;
    }

    private string Address(int page) => Navigation.GetUriWithQueryParameters("/people", new Dictionary<string, object?> { ["q"] = Search, ["show"] = Show, ["page"] = page });
}
