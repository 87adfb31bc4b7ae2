using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Mailing;
using Mentorship.Storage;
using Mentorship.UseCases.Tests.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Mailing;

/// <summary>A document that comes back says in its mail what changed, as far as a mail may.</summary>
public sealed class RoundMailTests
{
    [Fact]
    public async Task ComesBack_OfARoadmap_TellsTheWords()
    {
        await using World world = await World.CreateAsync();
        OutgoingMail[] mails = await RoundsAsync(world, DocumentKind.RoadmapApproval, Errand.Text("Ознакомить ответственных до 15 сентября."), Errand.Text("Ознакомить ответственных до 20 сентября."));
        Assert.DoesNotContain("changes", mails[0].Fields.Keys);
        Assert.Contains("\n\nЭто редакция 2. Изменено: п.\u00A01: “15” → “20”.\n", MailText.Render(mails[^1], "Вера Ильинична", "https://example.org/d/x").Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ComesBack_AboutPeopleAndMoney_TellsThePlacesAlone()
    {
        await using World world = await World.CreateAsync();
        OutgoingMail[] mails = await RoundsAsync(world, DocumentKind.Incentive, Errand.Text("Премировать Кравца И. С. на 12 500 рублей."), Errand.Text("Премировать Кравца И. С. на 13 500 рублей."));
        Assert.Equal("Это редакция 2. Изменено: п.\u00A01.", mails[^1].Fields["changes"]);
    }

    [Fact]
    public async Task ComesBack_WithANameOfNobodyKnown_TellsThePlacesAlone()
    {
        await using World world = await World.CreateAsync();
        OutgoingMail[] mails = await RoundsAsync(world, DocumentKind.RoadmapApproval, Errand.Text("Ознакомить ответственных."), Errand.Text("Ознакомить ответственных и Юсупова Т. М."));
        Assert.Equal("Это редакция 2. Изменено: п.\u00A01.", mails[^1].Fields["changes"]);
    }

    [Fact]
    public async Task ComesBack_WhereMailsAreNeutral_TellsNothing()
    {
        await using World world = await World.CreateAsync();
        await using (MentorshipDb db = world.Open())
        {
            (await db.Institutions.SingleAsync()).NeutralMails = true;
            await db.SaveChangesAsync();
        }
        OutgoingMail[] mails = await RoundsAsync(world, DocumentKind.RoadmapApproval, Errand.Text("Ознакомить ответственных."), Errand.Text("Собрать заявки."));
        Assert.DoesNotContain("changes", mails[^1].Fields.Keys);
    }

    /// <summary>The first who decides returns it, the author mends it; the mails to that person.</summary>
    private static async Task<OutgoingMail[]> RoundsAsync(World world, DocumentKind kind, OrderText before, OrderText after)
    {
        Guid order = await world.Errand.ReturnedAsync(kind, world.CuratorId, before);
        world.Time.Advance(TimeSpan.FromHours(1));
        await world.Errand.ResubmitAsync(order, after, "исправлено");
        await using MentorshipDb db = world.Open();
        return [.. (await db.Mails.Where(m => m.Template == MailTemplate.Work && m.WorkItemId != null).ToListAsync()).Where(m => m.Fields["kind"] is "Concur" or "Sign").OrderBy(m => m.CreatedAt)];
    }
}
