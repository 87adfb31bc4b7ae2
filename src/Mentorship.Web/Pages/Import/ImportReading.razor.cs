using Mentorship.Domain;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Wording;
using Mentorship.UseCases;
using Mentorship.UseCases.Importing;
using Mentorship.Web.Hosting;
using Mentorship.Web.Parts;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Import;

/// <summary>What was read of a file, its doubts beside the rows, until a person accepts it.</summary>
public sealed partial class ImportReading : SitePage
{
    [Inject] private LookAtImport Look { get; set; } = null!;
    [Inject] private CorrectImport Correct { get; set; } = null!;
    [Inject] private ReadAnotherTable Another { get; set; } = null!;
    [Inject] private SetAssignee Assign { get; set; } = null!;
    [Inject] private AddResponsible AddPerson { get; set; } = null!;
    [Inject] private ProposeMissing Propose { get; set; } = null!;
    [Inject] private AcceptImport Accept { get; set; } = null!;

    [Parameter] public Guid Id { get; set; }

    /// <summary>The row that is being corrected: «2-5»; «2» is the heading of a stage.</summary>
    [SupplyParameterFromQuery] public string? Edit { get; set; }
    [SupplyParameterFromForm] public ImportForm? Form { get; set; }

    private ImportView? View { get; set; }

    private string Counted => View is null ? "" :
        $"{Plural.Count(View.Stages.Count, "этап", "этапа", "этапов")}, {Plural.Count(View.Stages.Sum(stage => stage.Items.Count), "пункт", "пункта", "пунктов")}";

    protected override async Task OnInitializedAsync()
    {
        Form ??= new ImportForm();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        Outcome<ImportView> found = await Look.RunAsync(Actor, Id, Cancel);
        View = found.Value;
        if (found.Refusal is { } no) Refusal = no;
    }

    private Task SaveTitleAsync() => CorrectAsync(new TitleCorrection(Form!.Title), "");

    private async Task SaveYearAsync()
    {
        if (SchoolYear.TryParse(Form!.Year?.Trim(), out SchoolYear year)) await CorrectAsync(new YearCorrection(year), "");
        else Refusal = new Refusal("YearWrong", ImportTexts.YearWrong);
    }

    private Task SaveHeadingAsync() => CorrectAsync(new CellCorrection(new CellPlace(Form!.Stage, null, ""), Form.Title), $"#s{Form.Stage}");

    private Task SaveRowAsync()
    {
        Dictionary<string, string> cells = [];
        for (int i = 0; View is not null && i < View.Columns.Count; i++)
            if (Form!.Cells.TryGetValue(i, out string? text)) cells[View.Columns[i].Header] = text ?? "";
        return CorrectAsync(new RowCorrection(Form!.Stage, Form.Item, cells), $"#s{Form.Stage}-i{Form.Item}");
    }

    private Task DeleteRowAsync() => CorrectAsync(new RowRemoval(Form!.Stage, Form.Item), $"#s{Form.Stage}");

    private async Task CorrectAsync(ImportCorrection correction, string place) => await AgainAsync(await Correct.RunAsync(Actor, Id, Form!.Version, correction, Cancel), place);

    private async Task ReadTableAsync() => await AgainAsync(await Another.RunAsync(Actor, Id, Form!.Version, Form.Table, Cancel), "");

    private async Task FillAsync()
    {
        if (SchoolYear.TryParse(Form!.Year?.Trim(), out SchoolYear year)) await AgainAsync(await Propose.RunAsync(Actor, Id, Form.Version, year, Cancel), "");
        else Refusal = new Refusal("YearWrong", ImportTexts.YearWrong);
    }

    private async Task ChooseAsync() =>
        await AgainAsync(await Assign.RunAsync(Actor, Id, Form!.Version, Form.Text ?? "", WhoSelect.Join(Form.First, Form.Second), Cancel), $"#who{Form.Stage}");

    private async Task AddAsync()
    {
        NewResponsible who = new(Form!.Surname ?? "", Form.GivenName ?? "", Form.Patronymic, Form.Post, Form.Email);
        await AgainAsync(await AddPerson.RunAsync(Actor, Id, Form.Version, Form.Text ?? "", who, Cancel), $"#who{Form.Stage}");
    }

    private async Task AcceptAsync()
    {
        if (Took(await Accept.RunAsync(Actor, Id, Form!.Version, Cancel), out Guid programme)) Navigation.NavigateTo($"/roadmap/{programme}");
        else await LoadAsync();
    }

    /// <summary>Shows the page anew, at the place that was changed; a refusal stays on it.</summary>
    private async Task AgainAsync<T>(Outcome<T> outcome, string place)
    {
        if (Took(outcome, out _)) Navigation.NavigateTo($"/import/{Id}{place}");
        else await LoadAsync();
    }
}

public sealed class ImportForm
{
    public int Version { get; set; }
    public string? Title { get; set; }
    public string? Year { get; set; }
    public int Table { get; set; }
    public int Stage { get; set; }
    public int Item { get; set; }
    public Dictionary<int, string?> Cells { get; set; } = [];
    public string? Text { get; set; }
    public string? First { get; set; }
    public string? Second { get; set; }
    public string? Surname { get; set; }
    public string? GivenName { get; set; }
    public string? Patronymic { get; set; }
    public string? Post { get; set; }
    public string? Email { get; set; }
}
