using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Processes;
using Mentorship.Domain.Registration;
using Mentorship.Domain.Signing;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Files;
using Mentorship.UseCases.Registration;
using Mentorship.UseCases.Signing;
using Mentorship.UseCases.Tests.Orders;
using Microsoft.EntityFrameworkCore;
using static Mentorship.UseCases.Tests.Orders.OrderBench;

namespace Mentorship.UseCases.Tests.Signing;

public sealed class PaperTests
{
    private static readonly Upload Scan = new("приказ.pdf", "%PDF-1.7 скан"u8.ToArray());

    [Fact]
    public async Task Paper_WhenAPrintIsSpoilt_VoidsItsNumberAndSignsWithTheNext()
    {
        await using OrderBench bench = await CreateAsync(electronic: false);
        World world = bench.World;
        Guid order = await bench.WaitingForDirectorAsync(bench.Awards(1000));
        Assert.Equal("PaperOnly", (await bench.SignAsync(order)).Refusal?.Code);

        Assert.Equal("1-к", Good(await world.Get<PrintForSignature>().RunAsync(world.Director, order, default)));
        Assert.Equal("OnPaper", (await world.Get<PrintForSignature>().RunAsync(world.Director, order, default)).Refusal?.Code);
        WorkItem sign = (await bench.WorkAsync(order, WorkKind.Sign))!;
        Assert.Equal("VoidFirst", (await world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(sign.Id, world.DirectorId, "Returned", Door.Session, "сумма", sign.DocumentVersionId), default)).Refusal?.Code);
        Assert.Equal("ReasonNeeded", (await world.Get<VoidPrint>().RunAsync(world.Curator, order, " ", default)).Refusal?.Code);
        Good(await world.Get<VoidPrint>().RunAsync(world.Curator, order, "залили чаем", default));
        Assert.Equal((DocumentStatus.OnRoute, null), ((await bench.DocumentAsync(order)).Status, (await bench.DocumentAsync(order)).RegistrationNumber));

        Assert.Equal("2-к", Good(await world.Get<PrintForSignature>().RunAsync(world.Curator, order, default)));
        Assert.Equal("ScanKind", (await world.Get<UploadSignedScan>().RunAsync(world.Curator, order, new Upload("приказ.pdf", "MZ"u8.ToArray()), "папка 02-05", default)).Refusal?.Code);
        Good(await world.Get<UploadSignedScan>().RunAsync(world.Curator, order, Scan, "папка 02-05", default));

        Document signed = await bench.DocumentAsync(order);
        Assert.Equal((DocumentStatus.Signed, "2-к", "папка 02-05"), (signed.Status, signed.RegistrationNumber, signed.OriginalKeptAt));
        Assert.Equal(AttachmentKind.Scan, Assert.Single(signed.Attachments).Kind);
        Assert.NotNull(await bench.WorkAsync(order, WorkKind.Acquaint));
        await using MentorshipDb db = world.Open();
        Assert.Equal(["залили чаем", null], await db.Numbers.OrderBy(n => n.Number).Select(n => n.VoidReason).ToListAsync());
        Signature signature = await db.Signatures.SingleAsync();
        Assert.Equal((SigningMethod.Paper, SignatureStatus.Completed, world.DirectorId), (signature.Method, signature.Status, signature.PersonId));
        Assert.Equal(Door.Paper, (await db.Decisions.SingleAsync(d => d.WorkItemId == sign.Id)).Door);
    }

    [Fact]
    public async Task ElectronicDecision_WhenEnteredByTheAdministrator_LetsTheJoinedDirectorSign()
    {
        await using OrderBench bench = await CreateAsync(electronic: false);
        World world = bench.World;
        Actor secretary = world.Act(world.CuratorId, "secretary");
        Assert.Equal("NotAllowed", (await world.Get<EnterElectronicDecision>().RunAsync(secretary, "15-од", new DateOnly(2026, 9, 1), "письмо № 44", default)).Refusal?.Code);
        Assert.Equal("DateAhead", (await world.Get<EnterElectronicDecision>().RunAsync(world.Curator, "15-од", new DateOnly(2026, 9, 8), "письмо № 44", default)).Refusal?.Code);
        Good(await world.Get<EnterElectronicDecision>().RunAsync(world.Curator, "15-од", new DateOnly(2026, 9, 1), "письмо № 44", default));
        Guid order = await bench.WaitingForDirectorAsync(bench.Awards(1000));
        Assert.Equal("NotJoined", (await bench.SignAsync(order)).Refusal?.Code);
    }

    [Fact]
    public async Task ChangeBook_WhenItContinuesAPaperBook_GoesOnAfterItsLastNumber()
    {
        await using OrderBench bench = await CreateAsync();
        World world = bench.World;
        RegistrationBook book = await BookAsync(world);
        Assert.Equal("PatternWrong", (await world.Get<ChangeBook>().RunAsync(world.Curator, new BookChange(book.Id, book.Version, book.Name, "лс", null), default)).Refusal?.Code);
        Good(await world.Get<ChangeBook>().RunAsync(world.Curator, new BookChange(book.Id, book.Version, "Личный состав", "{n}-лс", 114), default));
        Guid order = await bench.WaitingForDirectorAsync(bench.Awards(1000));
        Good(await bench.SignAsync(order));
        await bench.CompleteAsync();
        Assert.Equal("115-лс", (await bench.DocumentAsync(order)).RegistrationNumber);
        book = await BookAsync(world);
        Assert.Equal("NumberGiven", (await world.Get<ChangeBook>().RunAsync(world.Curator, new BookChange(book.Id, book.Version, book.Name, book.Pattern, 100), default)).Refusal?.Code);
    }

    [Fact]
    public async Task AddBook_AndNamedByTheSigningStep_NumbersTheDocument_AndADocumentOfAnotherRouteGoesOnAsBefore()
    {
        await using OrderBench bench = await CreateAsync();
        World world = bench.World;
        Assert.Equal("PatternWrong", (await world.Get<AddBook>().RunAsync(world.Curator, "Наставничество", "н", null, default)).Refusal?.Code);
        Assert.Equal("NotAllowed", (await world.Get<AddBook>().RunAsync(world.Act(world.CuratorId, "mentor"), "Наставничество", "{n}-н", null, default)).Refusal?.Code);
        Guid id = Good(await world.Get<AddBook>().RunAsync(world.Curator, " Наставничество ", "{n}-н", 7, default));
        Assert.Equal("BookThere", (await world.Get<AddBook>().RunAsync(world.Curator, "наставничество", "{n}-х", null, default)).Refusal?.Code);
        string code;
        await using (MentorshipDb db = world.Open()) code = (await db.Books.SingleAsync(b => b.Id == id)).Code;
        await PublishWithAsync(world, "order-incentive", code);

        Guid order = await bench.WaitingForDirectorAsync(bench.Awards(1000));
        Good(await bench.SignAsync(order));
        await bench.CompleteAsync();
        Assert.Equal("8-н", (await bench.DocumentAsync(order)).RegistrationNumber);

        await PublishWithAsync(world, "order-incentive", "gone");
        Guid next = await bench.WaitingForDirectorAsync(bench.Awards(2000));
        Good(await bench.SignAsync(next));
        await bench.CompleteAsync();
        Assert.Equal("1-к", (await bench.DocumentAsync(next)).RegistrationNumber);
    }

    /// <summary>The route of a kind of document with another book at its signature.</summary>
    private static async Task PublishWithAsync(World world, string key, string book)
    {
        await using MentorshipDb db = world.Open();
        Process process = await db.Processes.SingleAsync(p => p.Key == key);
        ProcessDefinition published = DefinitionReader.Read(await db.ProcessVersions.Where(v => v.Id == process.CurrentVersionId).Select(v => v.Json).SingleAsync()).Definition!;
        db.Add(process.Publish(DefinitionWriter.Write(new SetInput("sign", "book", book).Apply(published).Definition!), "другой журнал", null, world.Time.GetUtcNow()));
        await db.SaveChangesAsync();
    }

    private static async Task<RegistrationBook> BookAsync(World world)
    {
        await using MentorshipDb db = world.Open();
        return await db.Books.SingleAsync(b => b.Code == "staff");
    }
}
