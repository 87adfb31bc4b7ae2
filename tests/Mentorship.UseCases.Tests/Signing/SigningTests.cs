using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Registration;
using Mentorship.Domain.Signing;
using Mentorship.Storage;
using Mentorship.UseCases.Orders;
using Mentorship.UseCases.Signing;
using Mentorship.UseCases.Tests.Orders;
using Microsoft.EntityFrameworkCore;
using static Mentorship.UseCases.Tests.Orders.OrderBench;

namespace Mentorship.UseCases.Tests.Signing;

public sealed class SigningTests
{
    [Fact]
    public async Task TakeBack_WithinTheMinute_ConsumesNoNumber()
    {
        await using OrderBench bench = await CreateAsync();
        Guid first = await bench.WaitingForDirectorAsync(bench.Awards(1000)), second = await bench.WaitingForDirectorAsync(bench.Awards(2000));
        PendingSignature pending = Good(await bench.SignAsync(first));
        Good(await bench.World.Get<TakeBackSignature>().RunAsync(bench.World.Director, pending.Id, default));
        Assert.Equal(0, await bench.CompleteAsync());
        Good(await bench.SignAsync(second));
        Assert.Equal(1, await bench.CompleteAsync());
        Assert.Equal("1-к", (await bench.DocumentAsync(second)).RegistrationNumber);
        Assert.Equal((DocumentStatus.OnRoute, null), ((await bench.DocumentAsync(first)).Status, (await bench.DocumentAsync(first)).RegistrationNumber));
        Assert.NotNull(await bench.WorkAsync(first, WorkKind.Sign));
    }

    [Fact]
    public async Task Signature_WhoseTaskWasWithdrawnMeanwhile_LapsesAndLeavesTheOthersTheirNumber()
    {
        await using OrderBench bench = await CreateAsync();
        Guid gone = await bench.WaitingForDirectorAsync(bench.Awards(1000)), stays = await bench.WaitingForDirectorAsync(bench.Awards(2000));
        PendingSignature lapsing = Good(await bench.SignAsync(gone));
        Good(await bench.SignAsync(stays));
        await using (MentorshipDb db = bench.World.Open())
        {
            (await db.WorkItems.SingleAsync(w => w.DocumentId == gone && w.Kind == WorkKind.Sign)).Status = WorkStatus.Withdrawn;
            await db.SaveChangesAsync();
        }
        Assert.Equal(1, await bench.CompleteAsync());
        await using MentorshipDb after = bench.World.Open();
        Assert.Equal(SignatureStatus.TakenBack, (await after.Signatures.SingleAsync(s => s.Id == lapsing.Id)).Status);
        Assert.Equal(("1-к", null), ((await bench.DocumentAsync(stays)).RegistrationNumber, (await bench.DocumentAsync(gone)).RegistrationNumber));
    }

    [Fact]
    public async Task TwoSignatures_AtOneInstant_GetNumbersWithoutGapOrDouble()
    {
        await using OrderBench bench = await CreateAsync();
        List<Guid> orders = [];
        for (int i = 1; i <= 8; i++) orders.Add(await bench.WaitingForDirectorAsync(bench.Awards(i * 1000)));
        List<PendingSignature> pending = [];
        foreach (Guid order in orders) pending.Add(Good(await bench.SignAsync(order)));

        Outcome<Done>[] done = await Task.WhenAll(pending.Select(p => Task.Run(() => bench.World.Get<CompleteSignatures>().NowAsync(bench.World.Director, p.Id, default))));

        Assert.All(done, d => Assert.True(d.Succeeded, d.Refusal?.Text));
        await using MentorshipDb db = bench.World.Open();
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], await db.Numbers.OrderBy(n => n.Number).Select(n => n.Number).ToListAsync());
        Assert.Equal(8, await db.Documents.Select(d => d.RegistrationNumber).Distinct().CountAsync());
    }

    [Fact]
    public async Task DoubleClick_OnSignAndOnSendNow_SignsOnce()
    {
        await using OrderBench bench = await CreateAsync();
        Guid order = await bench.WaitingForDirectorAsync(bench.Awards(1000));
        WorkItem item = (await bench.WorkAsync(order, WorkKind.Sign))!;
        Outcome<PendingSignature>[] clicks = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
            bench.World.Get<RequestSignature>().RunAsync(bench.World.Director, item.Id, item.DocumentVersionId!.Value, "s", "2468", default))));
        Assert.Equal("BeingSigned", Assert.Single(clicks, c => !c.Succeeded).Refusal!.Code);
        Guid signature = Assert.Single(clicks, c => c.Succeeded).Value!.Id;
        Outcome<Done>[] sent = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => bench.World.Get<CompleteSignatures>().NowAsync(bench.World.Director, signature, default))));
        Assert.Single(sent, s => s.Succeeded);
        await using MentorshipDb db = bench.World.Open();
        Assert.Equal((1, 1), (await db.Numbers.CountAsync(), await db.Signatures.CountAsync()));
    }

    [Fact]
    public async Task SignMany_WhenOneChangedMeanwhile_DropsItAndSaysSo()
    {
        await using OrderBench bench = await CreateAsync();
        Guid kept = await bench.WaitingForDirectorAsync(bench.Awards(1000)), changed = await bench.WaitingForDirectorAsync(bench.Awards(2000));
        WorkItem first = (await bench.WorkAsync(kept, WorkKind.Sign))!, second = (await bench.WorkAsync(changed, WorkKind.Sign))!;
        Good(await bench.World.Get<WithdrawOrder>().RunAsync(bench.World.Curator, changed, (await bench.DocumentAsync(changed)).Version, "нашлась ошибка", default));
        Good(await bench.SubmitAsync(changed));
        await bench.ConcurAsync(changed);
        WorkItem fresh = (await bench.WorkAsync(changed, WorkKind.Sign))!;

        ToSign[] seen = [new(first.Id, first.DocumentVersionId!.Value), new(second.Id, second.DocumentVersionId!.Value), new(fresh.Id, second.DocumentVersionId!.Value)];
        Assert.Equal("PinWrong", (await bench.World.Get<SignMany>().RunAsync(bench.World.Director, seen, "s", "1111", default)).Refusal?.Code);
        SignedBatch batch = Good(await bench.World.Get<SignMany>().RunAsync(bench.World.Director, seen, "s", "2468", default));

        Assert.Single(batch.Signed);
        Assert.Equal([second.Id, fresh.Id], batch.Left.Select(l => l.WorkItemId));
        Assert.Equal(DecisionRules.OtherVersion.Text, batch.Left[1].Why);
        Assert.Equal(1, await bench.CompleteAsync());
    }

    [Fact]
    public async Task Numbers_WhenTheYearTurns_BeginAgainAtOne()
    {
        await using OrderBench bench = await CreateAsync(new DateTimeOffset(2026, 12, 31, 20, 0, 0, TimeSpan.Zero));
        Guid old = await bench.WaitingForDirectorAsync(bench.Awards(1000)), fresh = await bench.WaitingForDirectorAsync(bench.Awards(2000));
        Good(await bench.SignAsync(old));
        await bench.CompleteAsync();
        bench.World.Time.GoTo(new DateTimeOffset(2026, 12, 31, 21, 5, 0, TimeSpan.Zero));
        Good(await bench.SignAsync(fresh));
        await bench.CompleteAsync();
        Document last = await bench.DocumentAsync(old), first = await bench.DocumentAsync(fresh);
        Assert.Equal(("1-к", new DateOnly(2026, 12, 31)), (last.RegistrationNumber, last.RegisteredOn!.Value));
        Assert.Equal(("1-к", new DateOnly(2027, 1, 1)), (first.RegistrationNumber, first.RegisteredOn!.Value));
    }

    [Fact]
    public async Task Crash_BetweenNumberAndSave_LeavesNoNumber()
    {
        await using OrderBench bench = await CreateAsync();
        Guid order = await bench.WaitingForDirectorAsync(bench.Awards(1000));
        await Assert.ThrowsAsync<TimeoutException>(() => bench.World.Get<Work>().DoAsync<Done>(bench.World.InstitutionId, async (db, at) =>
        {
            Document document = await db.Documents.SingleAsync(d => d.Id == order);
            RegistrationNumber taken = await Registrar.RegisterAsync(db, (await bench.World.Get<UseCases.Cases.CaseDesk>().OpenAsync(db, document.CaseId!.Value, default))!, document, null, at, default);
            Assert.Equal(1, taken.Number);
            throw new TimeoutException("the power went");
        }, default));
        await using (MentorshipDb db = bench.World.Open()) Assert.Equal((0, 0), (await db.Numbers.CountAsync(), await db.Books.Where(b => b.Code == "staff").Select(b => b.Last).SingleAsync()));
        Good(await bench.SignAsync(order));
        await bench.CompleteAsync();
        Assert.Equal("1-к", (await bench.DocumentAsync(order)).RegistrationNumber);
    }

    [Fact]
    public async Task StrangersActor_IsRefusedEverywhere()
    {
        await using OrderBench bench = await CreateAsync();
        Guid order = await bench.WaitingForDirectorAsync(bench.Awards(1000));
        Guid draft = await bench.DraftAsync(bench.Awards(1000));
        Guid pair = await bench.AddPairAsync(bench.Ready(bench.TeacherId));
        WorkItem sign = (await bench.WorkAsync(order, WorkKind.Sign))!;
        PendingSignature pending = Good(await bench.SignAsync(order));
        Actor stranger = bench.World.Director with { InstitutionId = Guid.CreateVersion7(), Roles = new HashSet<string> { "director", "curator", "administrator", "secretary" } };
        World world = bench.World;
        Refusal?[] answers =
        [
            (await world.Get<RequestSignature>().RunAsync(stranger, sign.Id, sign.DocumentVersionId!.Value, "s", "2468", default)).Refusal,
            (await world.Get<TakeBackSignature>().RunAsync(stranger, pending.Id, default)).Refusal,
            (await world.Get<CompleteSignatures>().NowAsync(stranger, pending.Id, default)).Refusal,
            (await world.Get<PrintForSignature>().RunAsync(stranger, order, default)).Refusal,
            (await world.Get<UploadSignedScan>().RunAsync(stranger, order, new("a.pdf", "%PDF-1.4"u8.ToArray()), "папка 1", default)).Refusal,
            (await world.Get<VoidPrint>().RunAsync(stranger, order, "порвалась", default)).Refusal,
            (await world.Get<EditOrder>().RunAsync(stranger, draft, 0, bench.Awards(5), default)).Refusal,
            (await world.Get<SubmitOrder>().RunAsync(stranger, draft, 0, null, default)).Refusal,
            (await world.Get<WithdrawOrder>().RunAsync(stranger, order, 0, "нашлась ошибка", default)).Refusal,
            (await world.Get<WithdrawOrder>().DiscardAsync(stranger, draft, 0, default)).Refusal,
            (await world.Get<Mentorship.UseCases.Pairing.EditPair>().RemoveAsync(stranger, pair, 0, default)).Refusal,
        ];
        Assert.All(answers, Assert.NotNull);
        Assert.Equal(1, await bench.CompleteAsync());
        Assert.Equal(DocumentStatus.Signed, (await bench.DocumentAsync(order)).Status);
    }
}
