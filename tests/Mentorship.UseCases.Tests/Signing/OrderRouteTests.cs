using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Signing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Signing;

public sealed class OrderRouteTests
{
    [Fact]
    public async Task Order_WhenConcurredAndSigned_GetsItsNumberAndIsGivenForAcquaintance()
    {
        await using World world = await World.CreateAsync();
        Guid accountant = await world.AddAsync("Токарь", "Анна", "Николаевна", Gender.Female, "главный бухгалтер", Roles.Accountant);
        Guid mentor = await world.AddAsync("Кравец", "Иван", "Сергеевич", Gender.Male, "учитель физики", Roles.Mentor);
        await world.AllowElectronicSigningAsync();
        Document order = await SubmitAsync(world, mentor);

        WorkItem concur = await OpenWorkAsync(world, order.Id);
        Assert.Equal((WorkKind.Concur, accountant), (concur.Kind, concur.PersonId));
        Assert.True((await world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(concur.Id, accountant, "Approved", Door.Link, null, concur.DocumentVersionId), default)).Succeeded);

        WorkItem sign = await OpenWorkAsync(world, order.Id);
        Assert.Equal((WorkKind.Sign, world.DirectorId), (sign.Kind, sign.PersonId));
        Assert.Equal("PinNeeded", (await world.Get<RequestSignature>().RunAsync(world.Director, sign.Id, sign.DocumentVersionId!.Value, "s", null, default)).Refusal?.Code);
        Outcome<PendingSignature> pending = await world.Get<RequestSignature>().RunAsync(world.Director, sign.Id, sign.DocumentVersionId!.Value, "s", "2468", default);
        Assert.True(pending.Succeeded, pending.Refusal?.Text);
        Assert.Equal(0, await world.Get<CompleteSignatures>().RunAsync(default));
        world.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(1, await world.Get<CompleteSignatures>().RunAsync(default));

        await using MentorshipDb db = world.Open();
        Document signed = await db.Documents.SingleAsync(d => d.Id == order.Id);
        Assert.Equal((DocumentStatus.Signed, "1-к", new DateOnly(2026, 9, 7)), (signed.Status, signed.RegistrationNumber, signed.RegisteredOn!.Value));
        WorkItem acquaint = await OpenWorkAsync(world, order.Id);
        Assert.Equal((WorkKind.Acquaint, mentor), (acquaint.Kind, acquaint.PersonId));
        Assert.Equal(3, await db.Mails.CountAsync(m => m.Template == MailTemplate.Work));
    }

    private static async Task<Document> SubmitAsync(World world, Guid named)
    {
        await using MentorshipDb db = world.Open();
        Document order = new()
        {
            InstitutionId = world.InstitutionId, Kind = DocumentKind.Incentive.Code, Title = "О поощрении наставников", AuthorId = world.CuratorId, NamedPeople = [named], CreatedAt = world.Time.GetUtcNow(),
        };
        db.Documents.Add(order);
        await world.Get<DocumentDesk>().SubmitAsync(db, order, "{\"heading\":\"О поощрении\"}", world.CuratorId, world.Time.GetUtcNow(), default);
        await db.SaveChangesAsync();
        return order;
    }

    private static async Task<WorkItem> OpenWorkAsync(World world, Guid document)
    {
        await using MentorshipDb db = world.Open();
        return await db.WorkItems.SingleAsync(w => w.DocumentId == document && w.Status == WorkStatus.Open);
    }
}
