using Mentorship.Domain.Cases;
using Mentorship.Domain.Wording;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Looking;
using Mentorship.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Pages.Today;

/// <summary>«Сегодня»: what must I do now, what waits for others, how far is the programme.</summary>
public sealed partial class TodayPage : SitePage
{
    private const int Few = 12;

    [Inject] private TodayView Looking { get; set; } = null!;
    [Inject] private RemindOfWork Reminding { get; set; } = null!;

    [SupplyParameterFromQuery] public bool All { get; set; }
    [SupplyParameterFromQuery] public string? Said { get; set; }
    [SupplyParameterFromForm(FormName = "remind")] public RemindForm? Remind { get; set; }

    private UseCases.Looking.Today View { get; set; } = null!;

    private string Summary
    {
        get
        {
            int late = View.Mine.Count(l => l.IsOverdue);
            string waiting = View.Mine.Count == 0 ? TodayTexts.SummaryNone : TodayTexts.Summary.With(Plural.Count(View.Mine.Count, TodayTexts.TaskOne, TodayTexts.TaskFew, TodayTexts.TaskMany));
            return $"{RussianDate.Weekday(View.Day)}, {RussianDate.Day(View.Day)} · {waiting}{(late == 0 ? "" : ", " + TodayTexts.SummaryLate.With(late))}";
        }
    }

    protected override async Task OnInitializedAsync() => View = await Looking.RunAsync(Actor, Cancel);

    private async Task RemindAsync()
    {
        if (Remind?.Work is { } work && Took(await Reminding.RunAsync(Actor, work, Cancel), out _)) Navigation.NavigateTo("/today?said=reminded");
        View = await Looking.RunAsync(Actor, Cancel);
    }

    /// <summary>What is decided on a document is decided beside it, in the inbox.</summary>
    private static string Href(WorkLine line) => line.Kind is WorkKind.Do or WorkKind.Survey or WorkKind.Consent or WorkKind.Pairs ? $"/task/{line.Id}" : $"/inbox?item={line.Id}";

    private static string Ask(WorkKind kind) => kind switch
    {
        WorkKind.Sign => TodayTexts.Sign,
        WorkKind.Concur => TodayTexts.Concur,
        WorkKind.Acquaint => TodayTexts.Acquaint,
        WorkKind.Prepare => TodayTexts.Prepare,
        WorkKind.Survey => TodayTexts.Survey,
        WorkKind.Consent => TodayTexts.Consent,
        WorkKind.Pairs => TodayTexts.Pairs,
        _ => TodayTexts.Do,
    };
}

/// <summary>The button «Напомнить»: its value says of what.</summary>
public sealed class RemindForm
{
    public Guid? Work { get; set; }
}
