using Mentorship.Domain;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Documents.Templates;
using Mentorship.UseCases;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.Orders;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Documents;

/// <summary>The form of an order, one for each kind; a draft is saved with whatever it has.</summary>
public sealed partial class OrderEdit : SitePage
{
    private static readonly (AwardKind, string)[] Awards = [(AwardKind.Gratitude, DocumentsTexts.Gratitude), (AwardKind.Certificate, DocumentsTexts.Certificate), (AwardKind.Payment, DocumentsTexts.Payment)];

    [Inject] private OrderFormView Looking { get; set; } = null!;
    [Inject] private DraftOrder Draft { get; set; } = null!;
    [Inject] private EditOrder Edit { get; set; } = null!;

    [Parameter] public Guid? Id { get; set; }
    [Parameter] public string? Kind { get; set; }

    /// <summary>The code of the template by which a new document is begun.</summary>
    [Parameter] public string? Template { get; set; }
    /// <summary>The task that asks for the document.</summary>
    [SupplyParameterFromQuery] public Guid? Task { get; set; }
    [SupplyParameterFromForm(FormName = "order")] public OrderInput? Form { get; set; }

    private OrderFormSheet? Sheet { get; set; }
    private string KindCode => Sheet?.Form?.Kind.Code ?? Kind ?? "";
    private TemplateOrderForm? ByTemplate => Sheet?.Form as TemplateOrderForm;
    private IReadOnlyList<TemplateQuestion> Questions => TemplateQuestion.Of(ByTemplate!.Text!);
    private string Title => ByTemplate is { Name: { } name } ? name : KindCode.Length > 0 ? DocumentKind.Of(KindCode).Name : DocumentsTexts.Title;

    protected override async Task OnInitializedAsync()
    {
        // Pairs are put together on their own page, the roadmap's order on the roadmap's.
        if (Id is null && Template is null && Kind != DocumentKind.PlanApproval.Code && Kind != DocumentKind.Incentive.Code)
        {
            Navigation.NavigateTo(Kind == DocumentKind.PairAssignment.Code ? "/pairs" : "/documents");
            return;
        }
        if (!Took(await Looking.RunAsync(Actor, Id, Template, Task, Cancel), out OrderFormSheet? sheet)) return;
        Sheet = sheet;
        if (Form is null)
        {
            Form = sheet.Form is { } typed ? OrderInput.Of(typed) : OrderInput.New(sheet.Today);
            Form.Seen = sheet.Version;
        }
        if (ByTemplate is not null) Form.Ask(Questions);
        Form.EnsureRow();
    }

    private async Task SaveAsync()
    {
        OrderInput form = Form!;
        if (form.What == "Add")
        {
            form.AddRow(KindCode);
            return;
        }
        if (form.Unread() is { } unread)
        {
            Refusal = unread;
            return;
        }
        OrderForm typed = ByTemplate is { } own ? form.Read(own) : form.Read(KindCode, Sheet!.Today);
        if (Id is { } id)
        {
            if (Took(await Edit.RunAsync(Actor, id, form.Seen, typed, Cancel), out _)) Navigation.NavigateTo($"/documents/{id}");
        }
        else if (Took(Task is { } task && typed is TemplateOrderForm asked ? await Draft.ForTaskAsync(Actor, task, asked, Cancel) : await Draft.RunAsync(Actor, typed, Cancel), out Guid made)) Navigation.NavigateTo($"/documents/{made}");
    }
}
