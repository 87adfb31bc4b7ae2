using Mentorship.Domain;
using Mentorship.UseCases;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.Pairing;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Pairs;

/// <summary>One pair: who, how, from when to when, and the papers behind it.</summary>
public sealed partial class PairEdit : SitePage
{
    [Inject] private PairsView Looking { get; set; } = null!;
    [Inject] private AddPair Add { get; set; } = null!;
    [Inject] private EditPair Edit { get; set; } = null!;

    [Parameter] public Guid? Id { get; set; }
    [SupplyParameterFromForm(FormName = "pair")] public PairForm? Form { get; set; }

    private PairTable? Table { get; set; }
    private PairLine? Known { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!Took(await Looking.RunAsync(Actor, Cancel), out PairTable? table)) return;
        Table = table;
        Known = table.Pairs.FirstOrDefault(p => p.Id == Id);
        if (Id is not null && Known is null) Refusal = new Refusal("NoPair", PairsTexts.Gone);
        Form ??= Known is null ? PairForm.New(table) : PairForm.Of(Known);
    }

    private async Task SaveAsync()
    {
        PairForm form = Form!;
        if (form.What == "Remove" && Id is { } removed)
        {
            Leave(await Edit.RemoveAsync(Actor, removed, form.Seen, Cancel));
            return;
        }
        if (Typed.Day(form.From) is not { } from || Typed.Day(form.To) is not { } to)
        {
            Refusal = new Refusal("TermMissing", PairsTexts.TermMissing);
            return;
        }
        PairInput input = new(Typed.Id(form.Mentor) ?? Guid.Empty, Typed.Id(form.Mentee) ?? Guid.Empty, form.Kind ?? "", from, to)
        {
            MentorConsentOn = Typed.Day(form.MentorConsentOn), MentorConsent = await UploadedFile.OfAsync(form.MentorScan, Cancel),
            MenteeConsentOn = Typed.Day(form.MenteeConsentOn), MenteeConsent = await UploadedFile.OfAsync(form.MenteeScan, Cancel),
            AgreementNumber = form.AgreementNumber, AgreementOn = Typed.Day(form.AgreementOn), UnpaidReason = form.UnpaidReason,
        };
        if (Id is { } id) Leave(await Edit.RunAsync(Actor, id, form.Seen, input, Cancel));
        else Leave(await Add.RunAsync(Actor, input, Cancel));
    }

    private void Leave<T>(Outcome<T> outcome)
    {
        if (Took(outcome, out _)) Navigation.NavigateTo("/pairs");
    }
}

/// <summary>A pair as a form posts it.</summary>
public sealed class PairForm
{
    public int Seen { get; set; }
    public string? What { get; set; }
    public string? Mentor { get; set; }
    public string? Mentee { get; set; }
    public string? Kind { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public string? MentorConsentOn { get; set; }
    public string? MenteeConsentOn { get; set; }
    public IFormFile? MentorScan { get; set; }
    public IFormFile? MenteeScan { get; set; }
    public string? AgreementNumber { get; set; }
    public string? AgreementOn { get; set; }
    public string? UnpaidReason { get; set; }

    /// <summary>A new pair works from today, or from the first of September, to the end of May.</summary>
    internal static PairForm New(PairTable table)
    {
        if (table.Term is not var (from, to)) return new PairForm();
        DateOnly begin = table.Today > from && table.Today < to ? table.Today : from;
        DateOnly end = new(to.Year, 5, 31);
        return new PairForm { From = Typed.Day(begin), To = Typed.Day(end > begin ? end : to) };
    }

    internal static PairForm Of(PairLine pair) => new()
    {
        Seen = pair.Version, Mentor = pair.Mentor.Id.ToString(), Mentee = pair.Mentee.Id.ToString(), Kind = pair.Form, From = Typed.Day(pair.From), To = Typed.Day(pair.To),
        MentorConsentOn = Typed.Day(pair.Input.MentorConsentOn), MenteeConsentOn = Typed.Day(pair.Input.MenteeConsentOn),
        AgreementNumber = pair.Input.AgreementNumber, AgreementOn = Typed.Day(pair.Input.AgreementOn), UnpaidReason = pair.Input.UnpaidReason,
    };
}
