using Mentorship.Domain.People;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.People;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.People;

/// <summary>Makes, changes or removes a body.</summary>
public sealed partial class BodyEdit : SitePage
{
    private static readonly (string Code, string Name)[] Kinds =
        [(Roles.WorkingGroup, PeopleTexts.WorkingGroup), (Roles.MethodicalAssociation, PeopleTexts.MethodicalAssociation), ("", PeopleTexts.OtherBody)];

    [Inject] private BodiesView BodiesView { get; set; } = null!;
    [Inject] private SaveBody SaveBody { get; set; } = null!;
    [Inject] private RemoveBody RemoveBody { get; set; } = null!;
    [Parameter] public Guid? Id { get; set; }
    [SupplyParameterFromForm(FormName = "body")] public BodyForm? Form { get; set; }
    [SupplyParameterFromQuery] public string? Said { get; set; }

    private IReadOnlyList<Choice> People { get; set; } = [];
    private int? Trouble { get; set; }
    private string Title { get; set; } = PeopleTexts.NewBody;

    protected override async Task OnInitializedAsync()
    {
        BodyList list = await BodiesView.RunAsync(Actor, Cancel);
        People = list.People;
        BodyLine? body = list.Bodies.FirstOrDefault(line => line.Id == Id);
        Trouble = !list.Edits ? StatusCodes.Status403Forbidden : Id is not null && body is null ? StatusCodes.Status404NotFound : null;
        if (body is not null) Title = body.Card.Name;
        Form ??= body is null ? new BodyForm { Kind = list.Bodies.Any(line => line.Card.Role == Roles.WorkingGroup) ? "" : Roles.WorkingGroup } : BodyForm.Of(body);
    }

    private async Task SaveAsync()
    {
        if (Trouble is not null) return;
        BodyCard card = new(Form!.Name ?? "", Form.Kind ?? "", Form.Lead ?? Guid.Empty, Form.Members, Form.AnyoneCloses);
        if (Took(await SaveBody.RunAsync(Actor, Id, Form.Stamp, card, Cancel), out Guid saved)) Navigation.NavigateTo($"/people/bodies/{saved}?said=saved");
    }

    private async Task RemoveAsync()
    {
        if (Id is { } id && Took(await RemoveBody.RunAsync(Actor, id, Cancel), out _)) Navigation.NavigateTo("/people/bodies?said=removed");
    }
}

public sealed class BodyForm
{
    public string? Stamp { get; set; }
    public string? Name { get; set; }
    public string? Kind { get; set; }
    public Guid? Lead { get; set; }
    public List<Guid> Members { get; set => field = value ?? []; } = [];
    public bool AnyoneCloses { get; set; }

    public static BodyForm Of(BodyLine body) => new()
    {
        Stamp = body.Stamp, Name = body.Card.Name, Kind = body.Card.Role is Roles.WorkingGroup or Roles.MethodicalAssociation ? body.Card.Role : "",
        Lead = body.Card.LeadId, Members = [.. body.Card.Members], AnyoneCloses = body.Card.AnyoneCloses,
    };
}
