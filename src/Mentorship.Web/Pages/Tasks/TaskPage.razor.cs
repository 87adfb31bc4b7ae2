using Mentorship.UseCases;
using Mentorship.UseCases.Consents;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Looking;
using Mentorship.Web.Hosting;
using Mentorship.Web.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Mentorship.Web.Pages.Tasks;

/// <summary>A task for who has signed in: the sheet and the answer as behind its mail link, hand-over, history and comments.</summary>
public sealed partial class TaskPage : SitePage
{
    private static readonly RenderFragment Token = builder =>
    {
        builder.OpenComponent<AntiforgeryToken>(0);
        builder.CloseComponent();
    };

    [Inject] private TaskView Looking { get; set; } = null!;
    [Inject] private DecideWorkItem Deciding { get; set; } = null!;
    [Inject] private HandOverWork HandingOver { get; set; } = null!;
    [Inject] private AttachEvidence Proving { get; set; } = null!;
    [Inject] private EnterPaperConsent EnteringPaper { get; set; } = null!;
    [Inject] private TakeBackDecision TakingBack { get; set; } = null!;
    [Inject] private CommentOnWork Commenting { get; set; } = null!;

    [Parameter] public Guid Id { get; set; }

    private TaskCard? Card { get; set; }
    private Answer? Given { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Took(await Looking.RunAsync(Actor, Id, Cancel), out TaskCard? card)) Card = card;
        else Http.Response.StatusCode = Refusal!.Code == "NoTask" ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
    }

    private async Task AnswerAsync()
    {
        Given = await AnswerFields.ReadAsync(Http.Request.Form, Cancel);
        await ShowAsync(await Deciding.RunAsync(Actor, Id, Given, Cancel));
    }

    private async Task ProveAsync() => await ShowAsync(await Proving.RunAsync(Actor, Id, await AnswerFields.EvidenceAsync(Http.Request.Form, unproved: false, Cancel), Cancel));

    /// <summary>What was typed from a paper was refused: its form stays open.</summary>
    private bool IsPaper { get; set; }

    private async Task EnterPaperAsync()
    {
        IFormCollection form = Http.Request.Form;
        IsPaper = true;
        await ShowAsync(await EnteringPaper.RunAsync(Actor, Id, form["outcome"] == "Done", Typed.Day(form["on"]), await UploadedFile.OfAsync(form.Files["scan"], Cancel), Cancel));
    }

    private async Task HandOverAsync() => await ShowAsync(await HandingOver.RunAsync(Actor, Id, Guid.TryParse(Http.Request.Form["to"], out Guid to) ? to : Guid.Empty, Cancel));

    private async Task TakeBackAsync() => await ShowAsync(await TakingBack.RunAsync(Actor, Id, Http.Request.Form["why"], Cancel));

    private async Task CommentAsync() => await ShowAsync(await Commenting.RunAsync(Actor, Id, Http.Request.Form["text"], Cancel));

    /// <summary>A fresh page after what was done; after a refusal the same page with its sentence and what has changed meanwhile.</summary>
    private async Task ShowAsync<T>(Outcome<T> outcome)
    {
        if (outcome.Succeeded)
        {
            // Who handed a task over may see it no longer.
            Navigation.NavigateTo((await Looking.RunAsync(Actor, Id, Cancel)).Succeeded ? $"/task/{Id}" : "/today");
            return;
        }
        Refusal = outcome.Refusal;
        Card = (await Looking.RunAsync(Actor, Id, Cancel)).Value;
    }

    private static string Words(HistoryLine line) => line.Kind switch
    {
        HistoryKind.Opened => TaskTexts.Opened,
        HistoryKind.Decided => $"{line.Who}: {line.What}",
        HistoryKind.HandedOver => TaskTexts.HandedOver.With(line.Who, line.What),
        HistoryKind.Reminded => TaskTexts.Reminded.With(line.Who),
        HistoryKind.AskedAgain => TaskTexts.AskedAgain,
        HistoryKind.Escalated => TaskTexts.Escalated,
        HistoryKind.Proved => TaskTexts.Proved.With(line.Who),
        _ => line.Who + ":",
    };
}
