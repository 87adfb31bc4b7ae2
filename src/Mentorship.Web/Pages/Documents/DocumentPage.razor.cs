using Mentorship.UseCases;
using Mentorship.UseCases.Files;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.Orders;
using Mentorship.UseCases.Signing;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Documents;

/// <summary>One document: its text, what it waits for, and the steps that this person may take with it.</summary>
public sealed partial class DocumentPage : SitePage
{
    [Inject] private DocumentView Looking { get; set; } = null!;
    [Inject] private SubmitOrder Submit { get; set; } = null!;
    [Inject] private WithdrawOrder Withdraw { get; set; } = null!;
    [Inject] private PrintForSignature Print { get; set; } = null!;
    [Inject] private UploadSignedScan Upload { get; set; } = null!;
    [Inject] private VoidPrint Void { get; set; } = null!;

    [Parameter] public Guid Id { get; set; }
    [SupplyParameterFromForm(FormName = "act")] public ActForm? Act { get; set; }
    [SupplyParameterFromForm(FormName = "scan")] public ScanForm? Scan { get; set; }

    private DocumentCard? Card { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Act ??= new ActForm();
        Scan ??= new ScanForm();
        Card = await Looking.RunAsync(Actor, Id, Cancel);
    }

    private async Task ActAsync()
    {
        ActForm act = Act!;
        if (act.What == "Print")
        {
            if (Took(await Print.RunAsync(Actor, Id, Cancel), out _)) Navigation.NavigateTo($"/documents/{Id}");
            return;
        }
        Outcome<Done> outcome = act.What switch
        {
            "Submit" => await Submit.RunAsync(Actor, Id, act.Seen, act.Change, Cancel),
            "Withdraw" => await Withdraw.RunAsync(Actor, Id, act.Seen, act.Why, Cancel),
            "Discard" => await Withdraw.DiscardAsync(Actor, Id, act.Seen, Cancel),
            "Void" => await Void.RunAsync(Actor, Id, act.Reason ?? "", Cancel),
            _ => default(Done),
        };
        if (Took(outcome, out _)) Navigation.NavigateTo(act.What == "Discard" ? "/documents" : $"/documents/{Id}");
        else Card = await Looking.RunAsync(Actor, Id, Cancel);
    }

    private async Task ScanAsync()
    {
        Upload file = await UploadedFile.OfAsync(Scan!.File, Cancel) ?? new Upload("", []);
        if (Took(await Upload.RunAsync(Actor, Id, file, Scan.KeptAt ?? "", Cancel), out _)) Navigation.NavigateTo($"/documents/{Id}");
    }
}

public sealed class ActForm
{
    public string? What { get; set; }
    public int Seen { get; set; }
    public string? Change { get; set; }
    public string? Reason { get; set; }

    /// <summary>Why the order is taken from its route.</summary>
    public string? Why { get; set; }
}

public sealed class ScanForm
{
    public IFormFile? File { get; set; }
    public string? KeptAt { get; set; }
}
