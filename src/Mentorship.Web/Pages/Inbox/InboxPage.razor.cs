using Mentorship.Domain.Cases;
using Mentorship.UseCases;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.Signing;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Inbox;

/// <summary>«Входящие»: one queue, the exact version beside it, one button to decide.</summary>
public sealed partial class InboxPage : SitePage
{
    private static readonly Dictionary<string, string> SaidWords = new()
    {
        ["Signed"] = InboxTexts.SaidSigned, ["Undone"] = InboxTexts.SaidUndone, ["Sent"] = InboxTexts.SaidSent, ["Approved"] = InboxTexts.SaidApproved,
        ["Returned"] = InboxTexts.SaidReturned, ["Done"] = InboxTexts.SaidDone, ["NotDone"] = InboxTexts.SaidNotDone,
    };

    [Inject] private InboxView Looking { get; set; } = null!;
    [Inject] private DecideWorkItem Decide { get; set; } = null!;
    [Inject] private RequestSignature Sign { get; set; } = null!;
    [Inject] private TakeBackSignature TakeBack { get; set; } = null!;
    [Inject] private CompleteSignatures Complete { get; set; } = null!;

    /// <summary>The task to read; none: the first, and on a phone the list alone.</summary>
    [SupplyParameterFromQuery] public Guid? Item { get; set; }
    [SupplyParameterFromQuery] public string? Said { get; set; }
    [SupplyParameterFromForm(FormName = "pending")] public PendingChange? Change { get; set; }

    private UseCases.Looking.Inbox View { get; set; } = null!;

    private IEnumerable<(string, IReadOnlyList<InboxItem>)> Groups => View.Items.GroupBy(i => i.Kind switch
    {
        WorkKind.Sign => InboxTexts.ToSign,
        WorkKind.Concur => InboxTexts.ToConcur,
        WorkKind.Acquaint => InboxTexts.ToAcquaint,
        WorkKind.Survey or WorkKind.Consent or WorkKind.Pairs => InboxTexts.ToAnswer,
        _ => InboxTexts.ToDo,
    }).Select(g => (g.Key, (IReadOnlyList<InboxItem>)[.. g]));

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync() => View = await Looking.RunAsync(Actor, Session.Id, Item, Cancel);

    private bool CanBatch(InboxItem item) => item is { Kind: WorkKind.Sign, MayDecide: true, OnPaper: false, IsSuspended: false } && View.MaySignElectronically;

    private static string About(InboxItem item) => string.Join(" · ", new[]
    {
        item.Summary.Line, item.Author is { } author ? InboxTexts.By.With(author) : "", item.Kind == WorkKind.Prepare && item.ReturnReason is { } reason ? InboxTexts.ReturnedWith.With(reason) : "",
    }.Where(part => part.Length > 0));

    private async Task DecideAsync(DecisionForm form)
    {
        if (form.WorkItem is not { } work) return;
        if (form.Outcome == "Signed")
        {
            if (Took(await Sign.RunAsync(Actor, work, form.Version ?? Guid.Empty, Session.Id, form.Pin, Cancel), out _)) Navigation.NavigateTo("/inbox?said=Signed");
        }
        else if (Took(await Decide.RunAsync(Actor, work, await form.AnswerAsync(Cancel), Cancel), out DecisionReceipt? receipt)) Navigation.NavigateTo($"/inbox?said={receipt.Outcome}");
        if (Refusal is not null)
        {
            Item = work;
            await LoadAsync();
        }
    }

    private async Task ChangePendingAsync()
    {
        Outcome<Done> outcome = Change switch
        {
            { Undo: { } undo } => await TakeBack.RunAsync(Actor, undo, Cancel),
            { Now: { } now } => await Complete.NowAsync(Actor, now, Cancel),
            _ => default(Done),
        };
        if (Took(outcome, out _)) Navigation.NavigateTo(Change?.Undo is null ? "/inbox?said=Sent" : "/inbox?said=Undone");
        else await LoadAsync();
    }
}

/// <summary>A button beside a waiting signature: which one it is says its value.</summary>
public sealed class PendingChange
{
    public Guid? Undo { get; set; }
    public Guid? Now { get; set; }
}
