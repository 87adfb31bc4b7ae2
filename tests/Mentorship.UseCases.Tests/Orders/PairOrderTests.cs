using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Pairing;
using Mentorship.Storage;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Orders;
using Mentorship.UseCases.Pairing;
using Microsoft.EntityFrameworkCore;
using static Mentorship.UseCases.Tests.Orders.OrderBench;

namespace Mentorship.UseCases.Tests.Orders;

public sealed class PairOrderTests
{
    [Fact]
    public async Task MakePairOrder_WhenOnePairMissesConsent_TakesTheOthersAndSaysWhatIsMissing()
    {
        await using OrderBench bench = await CreateAsync();
        Guid whole = await bench.AddPairAsync(bench.Ready(bench.TeacherId));
        Guid without = await bench.AddPairAsync(bench.Ready(bench.PupilId) with { MenteeConsentOn = null });

        PairOrderMade made = Good(await bench.World.Get<MakePairOrder>().RunAsync(bench.World.Curator, default));

        Assert.Equal(1, made.Taken);
        PairLeft left = Assert.Single(made.Left);
        Assert.Equal(without, left.PairId);
        Assert.Contains("Нет согласия наставляемого (или его законного представителя)", Assert.Single(left.Missing), StringComparison.Ordinal);
        Assert.Equal((PairStatus.InOrder, PairStatus.Proposed), ((await bench.PairAsync(whole)).Status, (await bench.PairAsync(without)).Status));
    }

    [Fact]
    public async Task PairOrder_WhenReturnedOnceAndSignedInRoundTwo_MakesPairsActive()
    {
        await using OrderBench bench = await CreateAsync();
        Guid pair = await bench.AddPairAsync(bench.Ready(bench.TeacherId));
        Guid order = Good(await bench.World.Get<MakePairOrder>().RunAsync(bench.World.Curator, default)).DocumentId;
        Good(await bench.SubmitAsync(order));
        WorkItem sign = (await bench.WorkAsync(order, WorkKind.Sign))!;
        Good(await bench.World.Get<DecideWorkItem>().RunAsync(bench.World.InstitutionId, new DecisionRequest(sign.Id, bench.World.DirectorId, "Returned", Door.Session, "не тот срок", sign.DocumentVersionId), default));

        Assert.Equal((DocumentStatus.Returned, "не тот срок"), ((await bench.DocumentAsync(order)).Status, (await bench.DocumentAsync(order)).ReturnReason));
        Assert.Equal("ChangeMissing", (await bench.SubmitAsync(order)).Refusal?.Code);
        WorkItem rework = (await bench.WorkAsync(order, WorkKind.Prepare))!;
        Assert.Equal("ReworkOnPage", (await bench.World.Get<DecideWorkItem>().RunAsync(bench.World.InstitutionId, new DecisionRequest(rework.Id, bench.World.CuratorId, "Done", Door.Session), default)).Refusal?.Code);
        Good(await bench.World.Get<EditPair>().RunAsync(bench.World.Curator, pair, (await bench.PairAsync(pair)).Version, bench.Ready(bench.TeacherId) with { To = new DateOnly(2027, 4, 30) }, default));
        Good(await bench.SubmitAsync(order, "сократил срок до апреля"));

        WorkItem again = (await bench.WorkAsync(order, WorkKind.Sign))!;
        Assert.Equal(2, again.Round);
        Assert.NotEqual(sign.DocumentVersionId, again.DocumentVersionId);
        Good(await bench.SignAsync(order));
        Assert.Equal(1, await bench.CompleteAsync());

        Document signed = await bench.DocumentAsync(order);
        Assert.Equal((DocumentStatus.Signed, "1-к", 2), (signed.Status, signed.RegistrationNumber, signed.CurrentNumber));
        Assert.Equal(PairStatus.Active, (await bench.PairAsync(pair)).Status);
        await using MentorshipDb db = bench.World.Open();
        DocumentVersion version = await db.DocumentVersions.SingleAsync(v => v.Id == signed.CurrentVersionId);
        OrderText text = OrderContent.Read(version.Content);
        Assert.Equal(version.Content, OrderContent.Write(text));
        Assert.Contains("по 30.04.2027", text.Points[0].Text, StringComparison.Ordinal);
        Assert.Equal("сократил срок до апреля", version.Change);
    }

    [Fact]
    public async Task PairOrder_WhenSigned_CarriesTheRegisterAndGoesForAcquaintance()
    {
        await using OrderBench bench = await CreateAsync();
        await bench.AddPairAsync(bench.Ready(bench.TeacherId));
        await bench.AddPairAsync(bench.Ready(bench.PupilId));
        Guid order = Good(await bench.World.Get<MakePairOrder>().RunAsync(bench.World.Curator, default)).DocumentId;
        Good(await bench.SubmitAsync(order));
        Good(await bench.SignAsync(order));
        Assert.Empty((await bench.DocumentAsync(order)).Attachments);
        await bench.CompleteAsync();

        Attachment register = Assert.Single((await bench.DocumentAsync(order)).Attachments);
        Assert.Equal((AttachmentKind.Register, "Реестр наставнических пар к приказу № 1-к.xlsx"), (register.Kind, register.Name));
        FileToSend file = Good(await bench.World.Get<DownloadDocument>().AttachmentAsync(bench.World.Curator, order, register.Id, default));
        string sheet = await TextAsync(file.Content);
        Assert.All(["Кравец Иван Сергеевич, учитель физики", "Юсупов Тимур Маратович, 9 «А» класс", "№ 7 от 03.09.2026", "Приказ от 07.09.2026 № 1-к"], words => Assert.Contains(words, sheet, StringComparison.Ordinal));
        await using MentorshipDb db = bench.World.Open();
        List<Guid> acquainted = await db.WorkItems.Where(w => w.DocumentId == order && w.Kind == WorkKind.Acquaint).Select(w => w.PersonId!.Value).ToListAsync();
        Assert.Equal(new HashSet<Guid> { bench.MentorId, bench.TeacherId, bench.World.CuratorId }, acquainted.ToHashSet());
    }

    private static async Task<string> TextAsync(byte[] xlsx)
    {
        await using System.IO.Compression.ZipArchive archive = new(new MemoryStream(xlsx));
        using StreamReader reader = new(await archive.GetEntry("xl/sharedStrings.xml")!.OpenAsync());
        return await reader.ReadToEndAsync();
    }

    [Theory]
    [InlineData("consent", "pair-order.no-consent-mentor")]
    [InlineData("agreement", "pair-order.no-agreement")]
    public async Task SubmitOrder_WhenARowMissesSomething_IsRefusedNamingTheRow(string what, string code)
    {
        await using OrderBench bench = await CreateAsync();
        PairInput input = what == "consent" ? bench.Ready(bench.TeacherId) with { MentorConsentOn = null } : bench.Ready(bench.TeacherId, agreement: false);
        Guid pair = await bench.AddPairAsync(input);
        Guid order = await bench.DraftAsync(new PairOrderForm { PairIds = [pair], ProgrammesBy = new DateOnly(2026, 10, 1) });

        Outcome<Done> sent = await bench.SubmitAsync(order);

        Assert.Equal(code, sent.Refusal?.Code);
        Assert.Contains("Строка 1 (Кравец\u00A0И.\u00A0С. – Шилова\u00A0А.\u00A0Д.)", sent.Refusal!.Text, StringComparison.Ordinal);
        Assert.Equal(DocumentStatus.Draft, (await bench.DocumentAsync(order)).Status);
    }

    [Fact]
    public async Task SubmitOrder_WhenAReasonStandsForTheAgreement_GoesToTheDirector()
    {
        await using OrderBench bench = await CreateAsync();
        Guid pair = await bench.AddPairAsync(bench.Ready(bench.TeacherId, agreement: false) with { UnpaidReason = "наставничество входит в должностные обязанности" });
        Guid order = await bench.DraftAsync(new PairOrderForm { PairIds = [pair], ProgrammesBy = new DateOnly(2026, 10, 1) });
        Good(await bench.SubmitAsync(order));
        Assert.NotNull(await bench.WorkAsync(order, WorkKind.Sign));
        Assert.Equal("PairOnRoute", (await bench.World.Get<EditPair>().RemoveAsync(bench.World.Curator, pair, (await bench.PairAsync(pair)).Version, default)).Refusal?.Code);
    }

    [Fact]
    public async Task WithdrawOrder_WhenOnRoute_WithdrawsTheWorkAndLeavesADraft()
    {
        await using OrderBench bench = await CreateAsync();
        Guid pair = await bench.AddPairAsync(bench.Ready(bench.PupilId));
        Guid order = Good(await bench.World.Get<MakePairOrder>().RunAsync(bench.World.Curator, default)).DocumentId;
        Good(await bench.SubmitAsync(order));

        Good(await bench.World.Get<WithdrawOrder>().RunAsync(bench.World.Curator, order, (await bench.DocumentAsync(order)).Version, "нашлась ошибка", default));

        Assert.Null(await bench.WorkAsync(order, WorkKind.Sign));
        Assert.Equal(DocumentStatus.Draft, (await bench.DocumentAsync(order)).Status);
        Good(await bench.World.Get<WithdrawOrder>().DiscardAsync(bench.World.Curator, order, (await bench.DocumentAsync(order)).Version, default));
        Assert.Equal((PairStatus.Proposed, (Guid?)null), ((await bench.PairAsync(pair)).Status, (await bench.PairAsync(pair)).OrderId));
    }

    [Fact]
    public async Task EditOrder_WhenSomebodyElseSavedMeanwhile_IsRefused()
    {
        await using OrderBench bench = await CreateAsync();
        Guid order = await bench.DraftAsync(bench.Awards(1000));
        int seen = (await bench.DocumentAsync(order)).Version;
        Good(await bench.World.Get<EditOrder>().RunAsync(bench.World.Curator, order, seen, bench.Awards(2000), default));
        Assert.Equal("OrderChanged", (await bench.World.Get<EditOrder>().RunAsync(bench.World.Curator, order, seen, bench.Awards(3000), default)).Refusal?.Code);
    }

    [Fact]
    public async Task PlanOrder_WhenTyped_NamesMentorsAndIsTitledByItsHeading()
    {
        await using OrderBench bench = await CreateAsync();
        Guid order = await bench.WaitingForDirectorAsync(new PlanOrderForm
        {
            StartOn = new DateOnly(2026, 10, 1), ReportsBy = new DateOnly(2027, 5, 20), Rows = [new PlanLine(bench.MentorId, bench.PupilId, "Готовлюсь к олимпиаде")],
        });
        Document document = await bench.DocumentAsync(order);
        Assert.Equal("Приказ об утверждении персонализированных программ (индивидуальных планов) наставничества", document.Title);
        Assert.Equal([bench.MentorId, bench.PupilId, bench.World.CuratorId], document.NamedPeople);
    }
}
