using System.IO.Compression;
using System.Text;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.People;
using Mentorship.Storage;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Files;
using Mentorship.UseCases.Looking;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Deciding;

/// <summary>What happens to links, proofs and reminders while a task lives.</summary>
public sealed class LinkLifeTests
{
    [Fact]
    public async Task FreshLink_WhenAskedAgainAndAgain_IsMailedOnceAndTheOldOneSaysSo()
    {
        await using World world = await World.CreateAsync();
        Guid person = await world.Errand.PersonAsync("Токарь");
        await world.Errand.TaskAsync(person);
        string old = await world.Errand.TokenAsync(person);
        world.Time.Advance(TimeSpan.FromMinutes(1));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => world.Get<AskFreshLink>().RunAsync(old, default))));

        await using MentorshipDb db = world.Open();
        OutgoingMail mail = await db.Mails.SingleAsync(m => m.Template == MailTemplate.FreshLink);
        Assert.Equal((await db.People.SingleAsync(p => p.Id == person)).Email, mail.Address);
        Assert.Equal(LinkState.Renewed, (await world.Get<OpenLink>().RunAsync(old, default))!.State);
        Assert.Equal("LinkRenewed", (await world.Get<DecideByLink>().RunAsync(old, new Answer("Done") { Evidence = new() { Unproved = true } }, default)).Refusal?.Code);
        string fresh = await world.Errand.TokenAsync(person);
        Assert.NotEqual(old, fresh);
        Assert.True((await world.Get<DecideByLink>().RunAsync(fresh, new Answer("Done") { Evidence = new() { Unproved = true } }, default)).Succeeded);
        Assert.True((await world.Errand.WorkOfAsync(person)).IsUnproved);

        world.Time.Advance(TimeSpan.FromHours(1));
        await world.Get<AskFreshLink>().RunAsync(fresh, default);
        Assert.Equal(1, await db.Mails.CountAsync(m => m.Template == MailTemplate.FreshLink));
    }

    [Fact]
    public async Task HandOver_MovesTheTaskAndTellsTheOldLink()
    {
        await using World world = await World.CreateAsync();
        Guid from = await world.Errand.PersonAsync("Токарь"), to = await world.Errand.PersonAsync("Кравец"), pupil = await world.Errand.PersonAsync("Малышева", kind: MemberKind.Pupil);
        await world.Errand.TaskAsync(from);
        string old = await world.Errand.TokenAsync(from);
        Guid work = (await world.Errand.WorkOfAsync(from)).Id;
        HandOverWork handOver = world.Get<HandOverWork>();

        Assert.Equal("NotYours", (await handOver.RunAsync(world.Act(to), work, to, default)).Refusal?.Code);
        Assert.Equal("NobodyChosen", (await handOver.RunAsync(world.Act(from), work, pupil, default)).Refusal?.Code);
        Assert.True((await handOver.RunAsync(world.Act(from), work, to, default)).Succeeded);

        LinkView view = (await world.Get<OpenLink>().RunAsync(old, default))!;
        Assert.Equal((LinkState.HandedOver, "Кравец\u00A0А.\u00A0Н."), (view.State, view.Holder));
        Answer done = new("Done") { Evidence = new() { Address = "school.example.org/news/5" } };
        Assert.Equal("NotYours", (await world.Get<DecideByLink>().RunAsync(old, done, default)).Refusal?.Code);
        Assert.True((await world.Get<DecideByLink>().RunAsync(await world.Errand.TokenAsync(to), done, default)).Succeeded);
        Assert.Equal("https://school.example.org/news/5", Assert.Single((await world.Errand.WorkOfAsync(to)).Evidence).Text);
        TaskCard card = (await world.Get<TaskView>().RunAsync(world.Act(from), work, default)).Value!;
        Assert.Equal([HistoryKind.Opened, HistoryKind.Decided, HistoryKind.HandedOver], card.History.Select(h => h.Kind).Order());
        Assert.Contains(card.History, h => h is { Kind: HistoryKind.HandedOver, What: "Кравец\u00A0А.\u00A0Н." });
    }

    [Fact]
    public async Task Link_WhenAnotherTookTheTask_SaysWhyItWasWithdrawn()
    {
        await using World world = await World.CreateAsync();
        Guid one = await world.Errand.PersonAsync("Токарь"), two = await world.Errand.PersonAsync("Кравец");
        await world.Errand.StartAsync("Дорожная карта", steps => steps.Add("Mentorship.Task", "item", "Занятие").Text("assignee", $"person:{one},person:{two}").Text("mode", "any").Text("deadline", "в течение года"));
        string late = await world.Errand.TokenAsync(two);

        Assert.True((await world.Get<DecideByLink>().RunAsync(await world.Errand.TokenAsync(one), new Answer("Done") { Evidence = new() { Unproved = true } }, default)).Succeeded);

        LinkView view = (await world.Get<OpenLink>().RunAsync(late, default))!;
        Assert.Equal(LinkState.Withdrawn, view.State);
        Assert.Contains("решил другой участник", view.Fate, StringComparison.Ordinal);
        Assert.Contains("решил другой участник", (await world.Get<DecideByLink>().RunAsync(late, new Answer("Done") { Evidence = new() { Unproved = true } }, default)).Refusal!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remind_OnOneDay_SendsOneMail()
    {
        await using World world = await World.CreateAsync();
        Guid person = await world.Errand.PersonAsync("Токарь");
        await world.Errand.TaskAsync(person);
        Guid work = (await world.Errand.WorkOfAsync(person)).Id;
        RemindOfWork remind = world.Get<RemindOfWork>();

        Assert.Equal("NotAllowed", (await remind.RunAsync(world.Act(person), work, default)).Refusal?.Code);
        Assert.True((await remind.RunAsync(world.Curator, work, default)).Succeeded);
        Assert.Equal("AlreadyReminded", (await remind.RunAsync(world.Curator, work, default)).Refusal?.Code);
        WorkLine line = Assert.Single((await world.Get<TodayView>().RunAsync(world.Curator, default)).Others);
        Assert.True(line.IsReminded);
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.True((await remind.RunAsync(world.Curator, work, default)).Succeeded);
        Assert.Equal(LinkState.Open, (await world.Get<OpenLink>().RunAsync(await world.Errand.TokenAsync(person), default))!.State);
    }

    [Fact]
    public async Task Attach_ToATaskDoneWithoutProof_ProvesIt()
    {
        await using World world = await World.CreateAsync();
        Guid person = await world.Errand.PersonAsync("Токарь");
        await world.Errand.TaskAsync(person);
        await world.Get<DecideByLink>().RunAsync(await world.Errand.TokenAsync(person), new Answer("Done") { Evidence = new() { Unproved = true } }, default);
        Guid work = (await world.Errand.WorkOfAsync(person)).Id;

        Assert.Equal("NothingGiven", (await world.Get<AttachEvidence>().RunAsync(world.Curator, work, EvidenceGiven.None, default)).Refusal?.Code);
        Assert.True((await world.Get<AttachEvidence>().RunAsync(world.Curator, work, new EvidenceGiven { NumberAndDate = "№ 5" }, default)).Succeeded);

        Assert.False((await world.Errand.WorkOfAsync(person)).IsUnproved);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("не адрес")]
    [InlineData("https://bank.example.org@evil.example.org/")]
    public async Task Evidence_WithAnAddressThatIsNone_IsRefused(string address)
    {
        await using World world = await World.CreateAsync();
        Guid person = await world.Errand.PersonAsync("Токарь");
        await world.Errand.TaskAsync(person);

        Outcome<DecisionReceipt> outcome = await world.Get<DecideByLink>().RunAsync(await world.Errand.TokenAsync(person), new Answer("Done") { Evidence = new() { Address = address } }, default);

        Assert.Equal("AddressWrong", outcome.Refusal?.Code);
    }

    [Fact]
    public void File_IsWhatItHoldsAndNotWhatItIsCalled()
    {
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Type("отчёт.docx", Archive("[Content_Types].xml", "word/document.xml")));
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Type("x.xlsx", Archive("[Content_Types].xml", "xl/workbook.xml")));
        Assert.Equal("image/heic", Type("IMG_1.HEIC", [0, 0, 0, 0x18, .. "ftypheic"u8, 0, 0, 0, 0]));
        Assert.Equal("FileKind", Code("x.docx", Archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")));
        Assert.Equal("FileKind", Code("x.zip", Archive("a.txt")));
        Assert.Equal("FileKind", Code("photo.jpg", "<html>"u8.ToArray()));
        Assert.Equal("FileKind", Code("x.docx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3]));
        Assert.Equal("FileEmpty", Code("x.pdf", []));
        Assert.Equal("FileLarge", Code("x.pdf", new byte[Upload.MostBytes + 1]));
    }

    [Theory]
    [InlineData("..\\..\\windows\\отчёт.pdf", "отчёт.pdf")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("фото\u202Egpj.exe", "фотоgpj.exe")]
    [InlineData("a\r\nb.pdf", "ab.pdf")]
    [InlineData("...", "файл")]
    public void Name_OfAFile_IsHarmless(string given, string expected) =>
        Assert.Equal(expected, EvidenceFile.CleanName(given));

    private static Outcome<Domain.Files.StoredFile> Take(string name, byte[] content) => EvidenceFile.Of(new Upload(name, content), Guid.Empty, Guid.Empty, default);

    private static string Type(string name, byte[] content) => Take(name, content).Value!.ContentType;

    private static string? Code(string name, byte[] content) => Take(name, content).Refusal?.Code;

    private static byte[] Archive(params string[] entries)
    {
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (string entry in entries)
            {
                using StreamWriter writer = new(archive.CreateEntry(entry).Open(), Encoding.ASCII);
                writer.Write("x");
            }
        return bytes.ToArray();
    }
}
