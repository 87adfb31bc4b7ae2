using Mentorship.Domain.People;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.UseCases;
using Mentorship.UseCases.Roadmaps;
using Mentorship.Web.Hosting;
using Mentorship.Web.Parts;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Roadmap;

/// <summary>Changes one item. A new deadline is saved only after its meaning was on the screen.</summary>
public sealed partial class ItemPage : SitePage
{
    [Inject] private LookAtItem Look { get; set; } = null!;
    [Inject] private ChangeItem Change { get; set; } = null!;

    [Parameter] public Guid Id { get; set; }
    [Parameter] public string Node { get; set; } = "";
    [SupplyParameterFromForm] public ItemEdit? Form { get; set; }

    private ItemForm? View { get; set; }
    private DeadlinePreview? Preview { get; set; }

    /// <summary>The deadline text whose meaning the person has seen.</summary>
    private string? Confirmed { get; set; }

    private bool AllMust => Form!.Mode is { } mode ? mode == "all" : View!.AllMust;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new ItemEdit();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        Outcome<ItemForm> found = await Look.RunAsync(Actor, Id, Node, Cancel);
        View = found.Value;
        if (found.Refusal is { } no) Refusal = no;
    }

    private async Task SaveAsync()
    {
        if (View is null) return;
        Dictionary<string, string> cells = [];
        string? deadline = null;
        for (int i = 0; i < View.Cells.Count; i++)
        {
            string typed = Normal(Typed(i));
            if (typed == Normal(View.Cells[i].Text)) continue;
            cells[View.Cells[i].Column.Header] = typed;
            if (View.Cells[i].Column.Meaning == ColumnMeaning.Deadline) deadline = typed;
        }
        if (deadline is not null && deadline != Normal(Form!.Confirmed ?? ""))
        {
            if (Took(await Look.PreviewAsync(Actor, Id, deadline, Cancel), out DeadlinePreview? preview)) (Preview, Confirmed) = (preview, deadline);
            return;
        }
        string assignee = WhoSelect.Join(Form!.First, Form.Second, WhoSelect.Part(View.Assignee, 2));
        bool several = AssigneeWords.Parts(assignee).Count > 1;
        ItemChange change = new(cells, assignee == WhoSelect.Join(WhoSelect.Part(View.Assignee, 0), WhoSelect.Part(View.Assignee, 1), WhoSelect.Part(View.Assignee, 2)) ? null : assignee,
            several && AllMust != View.AllMust ? Form.Mode : null);
        if (Took(await Change.RunAsync(Actor, Id, Node, Form.Version, change, Form.Note, Cancel), out _)) Navigation.NavigateTo($"/roadmap/{Id}#{Node}");
        else await LoadAsync();
    }

    private string Typed(int cell) => Form!.Cells.TryGetValue(cell, out string? text) ? text ?? "" : View!.Cells[cell].Text;

    private static string Normal(string text) => text.ReplaceLineEndings("\n").Trim();

    private static int Rows(string text) => Math.Clamp(text.Length / 60 + text.Count(sign => sign == '\n') + 1, 1, 8);
}

public sealed class ItemEdit
{
    public int Version { get; set; }
    public string? Confirmed { get; set; }
    public Dictionary<int, string?> Cells { get; set; } = [];
    public string? First { get; set; }
    public string? Second { get; set; }
    public string? Mode { get; set; }
    public string? Note { get; set; }
}
