using Mentorship.Domain.Cases;
using Mentorship.Domain.Wording;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.Signing;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Inbox;

/// <summary>«Что вы подписываете»: names, sums and dates of each document before one confirmation.</summary>
public sealed partial class SignBatch : SitePage
{
    [Inject] private InboxView Looking { get; set; } = null!;
    [Inject] private SignMany Sign { get; set; } = null!;
    [SupplyParameterFromQuery(Name = "item")] public Guid[]? Items { get; set; }
    [SupplyParameterFromForm(FormName = "batch")] public BatchForm? Form { get; set; }

    private UseCases.Looking.Inbox View { get; set; } = null!;
    private SignedBatch? Result { get; set; }

    private IReadOnlyList<InboxItem> Chosen => [.. View.Items.Where(i => i is { Kind: WorkKind.Sign, MayDecide: true, OnPaper: false } && (Items ?? []).Contains(i.WorkItemId))];
    private int Gone => (Items ?? []).Distinct().Count() - Chosen.Count;
    private string Here => "/inbox/sign?" + string.Join('&', (Items ?? []).Select(i => $"item={i}"));

    protected override async Task OnInitializedAsync() => View = await Looking.RunAsync(Actor, Session.Id, null, Cancel);

    private async Task SignAsync()
    {
        IEnumerable<ToSign> wishes = (Form?.Work ?? []).Zip(Form?.Version ?? [], (work, version) => new ToSign(work, version));
        if (Took(await Sign.RunAsync(Actor, [.. wishes], Session.Id, Form?.Pin, Cancel), out SignedBatch? batch)) Result = batch;
    }

    private string TitleOf(Guid work) => View.Items.FirstOrDefault(i => i.WorkItemId == work)?.Title ?? InboxTexts.Document;

    private static string Documents(int count) => Plural.Count(count, InboxTexts.DocOne, InboxTexts.DocFew, InboxTexts.DocMany);
}

public sealed class BatchForm
{
    public List<Guid>? Work { get; set; }
    public List<Guid>? Version { get; set; }
    public string? Pin { get; set; }
}
