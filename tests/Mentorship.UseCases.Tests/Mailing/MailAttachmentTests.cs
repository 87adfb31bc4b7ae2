using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Files;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.Pairing;
using Mentorship.Storage;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Mailing;
using Mentorship.UseCases.Tests.Deciding;
using Mentorship.Workload;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Mailing;

/// <summary>What a Mail step attaches goes as it stood when the step ran.</summary>
public sealed partial class MailAttachmentTests
{
    [Fact]
    public async Task Mail_WithTheDocument_CarriesTheVersionOfThatMoment_ThoughAnotherCameBeforeItCouldLeave()
    {
        await using SmtpListener server = new() { Refusing = "451 later" };
        await using World world = await World.CreateAsync(smtp: SendOutgoingMailTests.Smtp(server));
        Guid person = await world.Errand.PersonAsync("Токарь");
        Guid order = await world.Errand.ReturnedAsync(DocumentKind.RoadmapApproval, world.CuratorId, Errand.Text("Прежние слова приказа."));
        await MailAsync(world, person, "document", order);
        SendOutgoingMail send = world.Get<SendOutgoingMail>();
        await send.RunAsync(default);
        await world.Errand.ResubmitAsync(order, Errand.Text("Другие слова приказа."), "поправлено");

        server.Refusing = null;
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await send.RunAsync(default);

        string mail = Assert.Single(server.Mails, m => m.Contains("Content-Disposition: attachment", StringComparison.OrdinalIgnoreCase));
        string word = Word(mail);
        Assert.Contains("Прежние слова приказа.", word, StringComparison.Ordinal);
        Assert.Contains("Проект", word, StringComparison.Ordinal);
        Assert.DoesNotContain("Другие", word, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_WithARegisteredDocument_SaysItsNumber()
    {
        await using SmtpListener server = new();
        await using World world = await World.CreateAsync(smtp: SendOutgoingMailTests.Smtp(server));
        Guid person = await world.Errand.PersonAsync("Токарь");
        Document order = await world.Errand.OrderAsync(DocumentKind.RoadmapApproval, world.CuratorId, []);
        await using (MentorshipDb db = world.Open())
        {
            Document signed = await db.Documents.SingleAsync(d => d.Id == order.Id);
            (signed.Status, signed.RegistrationNumber, signed.RegisteredOn) = (DocumentStatus.Signed, "115/1", new DateOnly(2026, 9, 7));
            await db.SaveChangesAsync();
        }
        await MailAsync(world, person, "document", order.Id);

        await world.Get<SendOutgoingMail>().RunAsync(default);

        Assert.Equal("Приказ об утверждении дорожной карты № 115-1.docx", Assert.Single((await OfProcessAsync(world)).Attached).Name);
        string word = Word(Assert.Single(server.Mails, m => m.Contains("attachment", StringComparison.OrdinalIgnoreCase)));
        Assert.Contains("115/1", word, StringComparison.Ordinal);
        Assert.DoesNotContain("Проект", word, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("write")]
    [InlineData("register")]
    [InlineData("write, register")]
    public async Task Mail_AfterAStepThatWrites_CarriesWhatItWroteOnce(string attach)
    {
        await using SmtpListener server = new();
        await using World world = await World.CreateAsync(smtp: SendOutgoingMailTests.Smtp(server));
        Guid person = await world.Errand.PersonAsync("Токарь"), order = await PairOrderAsync(world);

        await MailAsync(world, person, attach, order, writes: true);
        await world.Get<SendOutgoingMail>().RunAsync(default);

        Assert.Equal("Реестр наставнических пар к приказу № 1-к.xlsx", Assert.Single((await OfProcessAsync(world)).Attached).Name);
        Assert.NotEmpty(Unpacked(Assert.Single(server.Mails), "xl/workbook.xml"));
    }

    [Fact]
    public async Task NeutralMail_CarriesNoFile_AndLeadsToTheDocument()
    {
        await using World world = await World.CreateAsync();
        Guid person = await world.Errand.PersonAsync("Токарь");
        await using (MentorshipDb db = world.Open())
        {
            (await db.Institutions.SingleAsync(i => i.Id == world.InstitutionId)).NeutralMails = true;
            await db.SaveChangesAsync();
        }
        Document order = await world.Errand.OrderAsync(DocumentKind.RoadmapApproval, world.CuratorId, []);

        await MailAsync(world, person, "document", order.Id);

        OutgoingMail mail = await OfProcessAsync(world);
        Assert.Empty(mail.Attached);
        Assert.Contains($"/documents/{order.Id}", (await world.Get<Looking.MailView>().OpenAsync(world.Curator, mail.Id, default)).Value!.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("document", "Документ дела")]
    [InlineData("register", "Реестр")]
    [InlineData("gone", "То, что пишет шаг «gone»")]
    public async Task Mail_WhoseAttachmentIsNotThere_GoesWithoutIt_AndTheHistorySaysSo(string attach, string what)
    {
        await using World world = await World.CreateAsync();
        Guid person = await world.Errand.PersonAsync("Токарь");

        Guid id = await MailAsync(world, person, attach, null);

        Assert.Empty((await OfProcessAsync(world)).Attached);
        CaseView look = (await world.Get<LookAtCase>().RunAsync(world.Curator, id, default)).Value!;
        Assert.Contains(look.History, line => line.What == "Письмо: письмо без вложения" && line.Text!.StartsWith(what, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mail_WhoseAttachmentIsTooLarge_GoesWithoutIt_AndTheHistorySaysSo()
    {
        await using World world = await World.CreateAsync();
        Guid person = await world.Errand.PersonAsync("Токарь"), order = await PairOrderAsync(world);
        await using (MentorshipDb db = world.Open())
        {
            StoredFile large = StoredFile.Of(world.InstitutionId, "Реестр.xlsx", "application/octet-stream", new byte[MailAttachment.MostBytes + 1], null, world.Time.GetUtcNow());
            db.AddRange(large, new Attachment { DocumentId = order, FileId = large.Id, Name = large.Name, Kind = AttachmentKind.Register, AddedAt = world.Time.GetUtcNow() });
            await db.SaveChangesAsync();
        }

        Guid id = await MailAsync(world, person, "register", order);

        Assert.Empty((await OfProcessAsync(world)).Attached);
        CaseView look = (await world.Get<LookAtCase>().RunAsync(world.Curator, id, default)).Value!;
        Assert.Contains(look.History, line => line.Text?.Contains("не больше 10 МБ", StringComparison.Ordinal) == true);
    }

    private static Task<Guid> MailAsync(World world, Guid to, string attach, Guid? document, bool writes = false) => world.Errand.StartAsync("Рассылка", steps =>
    {
        if (writes) steps.Add("Mentorship.Document", "write", "Реестр").Text("kind", "register-pairs");
        steps.Add("Mentorship.Mail", "mail", "Письмо").Text("to", $"person:{to}").Text("subject", "Для сведения").Text("body", "Во вложении документ.").Text("attach", attach);
        if (writes) steps.Connect("write", "mail");
    }, document);

    private static async Task<Guid> PairOrderAsync(World world)
    {
        await using MentorshipDb db = world.Open();
        Document order = new()
        {
            InstitutionId = world.InstitutionId, Kind = DocumentKind.PairAssignment.Code, Title = "Приказ о парах", AuthorId = world.CuratorId, Status = DocumentStatus.Signed,
            RegistrationNumber = "1-к", RegisteredOn = new DateOnly(2026, 9, 7), CreatedAt = world.Time.GetUtcNow(),
        };
        db.AddRange(order, new Pair
        {
            InstitutionId = world.InstitutionId, ProgrammeId = Guid.CreateVersion7(), MentorId = world.DirectorId, MenteeId = world.CuratorId, Form = "педагог – педагог", From = new DateOnly(2026, 9, 15), To = new DateOnly(2027, 5, 31), OrderId = order.Id,
        });
        await db.SaveChangesAsync();
        return order.Id;
    }

    private static async Task<OutgoingMail> OfProcessAsync(World world)
    {
        await using MentorshipDb db = world.Open();
        return await db.Mails.SingleAsync(m => m.Template == MailTemplate.ProcessMail);
    }

    private static string Word(string mail) => Unpacked(mail, "word/document.xml");

    /// <summary>A part of the one file that a mail carries.</summary>
    private static string Unpacked(string mail, string part)
    {
        string coded = Assert.Single(Files().Matches(mail)).Groups[1].Value;
        using ZipArchive file = new(new MemoryStream(Convert.FromBase64String(coded.Replace("\n", "", StringComparison.Ordinal))));
        using StreamReader reader = new(file.GetEntry(part)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"application/vnd\.openxmlformats[^\n]*\n(?:[^\n]+\n)*?\n([A-Za-z0-9+/=\n]+)")]
    private static partial Regex Files();
}
