using Mentorship.Domain.Calendars;
using Mentorship.UseCases.Importing;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Import;

/// <summary>Takes a file, and lists those that were taken.</summary>
public sealed partial class ImportList : SitePage
{
    [Inject] private UploadRoadmap Upload { get; set; } = null!;
    [Inject] private LookAtImport Look { get; set; } = null!;
    [SupplyParameterFromForm] public string? Year { get; set; }

    private IReadOnlyList<ImportLine>? Lines { get; set; }
    private string? FileMessage { get; set; }
    private string? YearMessage { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Took(await Look.ListAsync(Actor, Cancel), out IReadOnlyList<ImportLine>? lines)) Lines = lines;
    }

    private async Task UploadAsync()
    {
        SchoolYear? year = null;
        if (!string.IsNullOrWhiteSpace(Year))
        {
            if (!SchoolYear.TryParse(Year.Trim(), out SchoolYear given)) YearMessage = ImportTexts.YearWrong;
            year = given;
        }
        if (Http.Request.Form.Files["file"] is not { Length: > 0 } file) FileMessage = ImportTexts.FileMissing;
        else if (YearMessage is null)
        {
            using MemoryStream content = new();
            await file.CopyToAsync(content, Cancel);
            if (Took(await Upload.RunAsync(Actor, file.FileName, content.ToArray(), year, null, Cancel), out Guid id)) Navigation.NavigateTo($"/import/{id}");
        }
    }
}
