using System.Globalization;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.UseCases.Orders;
using Mentorship.UseCases.Pairing;
using Mentorship.UseCases.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.UseCases.Demonstrating;

/// <summary>The orders of the year: on their days the curator proposes pairs, plans and awards and sends the orders on their route.</summary>
internal sealed class Season(IServiceProvider verbs, Work work, SchoolYear year, DateOnly today)
{
    /// <summary>What the curator of a company sends on a day.</summary>
    public async Task PlayAsync(Company company, DateOnly day, CancellationToken cancel)
    {
        foreach (CastOrder order in company.Cast.Orders.Where(o => DayOf(o) == day))
        {
            Guid document = order.Kind switch
            {
                "pairs" => await PairsAsync(company, day, cancel),
                "plans" => await DraftAsync(company, Plans(company, day), cancel),
                "incentive" => await DraftAsync(company, Awards(company, day), cancel),
                _ => throw new InvalidOperationException($"cast.json: no such order {order.Kind}"),
            };
            await SendAsync(company, document, null, cancel);
        }
    }

    /// <summary>A returned order goes back with what was asked for.</summary>
    public async Task MendAsync(Company company, Guid document, CancellationToken cancel) => await SendAsync(company, document, "Согласие получено, дата внесена в основание.", cancel);

    private DateOnly? DayOf(CastOrder order)
    {
        if (order.DaysBefore is { } days) return Workday(today.AddDays(-days));
        DateOnly on = DateOnly.ParseExact($"{year.FirstYear}-{order.On}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Workday(on);
    }

    private static DateOnly Workday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };

    private async Task<Guid> PairsAsync(Company company, DateOnly day, CancellationToken cancel)
    {
        int number = 0;
        foreach (CastPair pair in company.Cast.Pairs)
        {
            number++;
            bool employees = Kind(company, pair.Mentor) == Domain.People.MemberKind.Employee && Kind(company, pair.Mentee) == Domain.People.MemberKind.Employee;
            PairInput input = new(company.Id(pair.Mentor), company.Id(pair.Mentee), pair.Form, day.AddDays(7), new DateOnly(year.SecondYear, 5, 31))
            {
                MentorConsentOn = day.AddDays(-3), MenteeConsentOn = day.AddDays(-2),
                AgreementNumber = employees ? $"{number}-Н" : null, AgreementOn = employees ? day.AddDays(-1) : null,
            };
            Must(await verbs.GetRequiredService<AddPair>().RunAsync(company.Curator, input, cancel));
        }
        return Must(await verbs.GetRequiredService<MakePairOrder>().RunAsync(company.Curator, cancel)).DocumentId;
    }

    private PlanOrderForm Plans(Company company, DateOnly day) => new()
    {
        Rows = [.. company.Cast.Pairs.Select(p => new PlanLine(company.Id(p.Mentor), company.Id(p.Mentee), null, day.AddDays(7), new DateOnly(year.SecondYear, 5, 31)))],
        StartOn = day.AddDays(7), ReportsBy = new DateOnly(year.SecondYear, 5, 25),
    };

    private static IncentiveOrderForm Awards(Company company, DateOnly day) => new()
    {
        Rows = [.. company.Cast.People.Where(p => p.Kind == Domain.People.MemberKind.Employee && p.Roles.Contains(Domain.People.Roles.Mentor))
            .Select((p, i) => i == 0 ? new AwardLine(AwardKind.Payment, company.Id(p.Name), "выполнение индивидуального плана на 95 %", 5000) : new AwardLine(AwardKind.Gratitude, company.Id(p.Name), "подготовку открытых занятий"))],
        Period = "первое полугодие", ProposalOn = day.AddDays(-2), CommissionOn = day.AddDays(-1), CommissionNumber = "4", PayBy = day.AddDays(30),
    };

    private async Task<Guid> DraftAsync(Company company, OrderForm form, CancellationToken cancel) => Must(await verbs.GetRequiredService<DraftOrder>().RunAsync(company.Curator, form, cancel));

    private async Task SendAsync(Company company, Guid document, string? change, CancellationToken cancel)
    {
        int seen = await work.ReadAsync(company.InstitutionId, db => db.Documents.Where(d => d.Id == document).Select(d => d.Version).SingleAsync(cancel), cancel);
        Must(await verbs.GetRequiredService<SubmitOrder>().RunAsync(company.Curator, document, seen, change, cancel));
    }

    private static Domain.People.MemberKind Kind(Company company, string name) => company.Cast.People.First(p => p.Name == name).Kind;

    internal static T Must<T>(Outcome<T> outcome) => outcome.Refusal is { } no ? throw new InvalidOperationException($"The demonstration was refused: {no.Code} {no.Text}") : outcome.Value!;
}
