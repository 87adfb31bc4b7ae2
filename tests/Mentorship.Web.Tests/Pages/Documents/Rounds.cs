using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Storage;
using Mentorship.UseCases;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Orders;
using Mentorship.UseCases.Tests.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Web.Tests.Pages.Documents;

/// <summary>An order that its director sent back and that its author has mended.</summary>
internal sealed record Rounds(School School, Errand Errand, Guid Id)
{
    public static async Task<Rounds> CreateAsync(Site site, OrderText before, OrderText after)
    {
        School school = await School.CreateAsync(site);
        Errand errand = new(site.Services, school.First.InstitutionId);
        Guid id = await errand.ReturnedAsync(DocumentKind.Incentive, school.First.PersonId, before);
        await errand.ResubmitAsync(id, after, "исправлено");
        return new Rounds(school, errand, id);
    }

    /// <summary>The same with an order that was typed on its form.</summary>
    public static async Task<Rounds> TypedAsync(Site site)
    {
        School school = await School.CreateAsync(site);
        (Guid id, Guid work) = await school.WaitingAsync(12500);
        Rounds rounds = new(school, new Errand(site.Services, school.First.InstitutionId), id);
        Good(await site.Get<DecideWorkItem>().RunAsync(school.First.InstitutionId, new DecisionRequest(work, school.First.PersonId, "Returned", Door.Session, "не тот срок", (await rounds.OrderAsync()).CurrentVersionId), default));
        IncentiveOrderForm form = new() { Period = "2025/2026 учебный год", Rows = [new AwardLine(AwardKind.Payment, school.MentorId, "за высокие результаты в наставничестве", 13500)] };
        Good(await site.Get<EditOrder>().RunAsync(school.Actor, id, (await rounds.OrderAsync()).Version, form, default));
        Good(await site.Get<SubmitOrder>().RunAsync(school.Actor, id, (await rounds.OrderAsync()).Version, "увеличена сумма", default));
        return rounds;
    }

    private static void Good<T>(Outcome<T> outcome) => Assert.True(outcome.Succeeded, outcome.Refusal?.Text);

    public async Task<WorkItem> WaitingAsync()
    {
        await using MentorshipDb db = School.Open();
        return await db.WorkItems.SingleAsync(w => w.DocumentId == Id && w.Status == WorkStatus.Open);
    }

    public async Task<Document> OrderAsync()
    {
        await using MentorshipDb db = School.Open();
        return await db.Documents.SingleAsync(d => d.Id == Id);
    }
}
