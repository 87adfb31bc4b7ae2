using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Documents.Templates;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Storage;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.Orders;
using Mentorship.UseCases.Templates;
using Mentorship.UseCases.Tests.Orders;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Templates;

/// <summary>Templates of an institution, and the documents that are written by them.</summary>
public sealed class TemplateTests
{
    private static readonly TemplateText Duty = new()
    {
        Heading = "О назначении ответственного", Preamble = "[{основания}, ]в целях порядка", Command = "ПРИКАЗЫВАЮ:", Points = "1. Назначить ответственным {ответственный:винительный} с {срок:дата}.\n2. [Выделить {сумма}.]", Control = "Контроль {контроль}.",
    };

    [Fact]
    public async Task EveryShippedTemplate_IsOfTheInstitution_AndComposesWhenAnswered()
    {
        await using OrderBench bench = await OrderBench.CreateAsync();
        await using MentorshipDb db = bench.World.Open();
        List<DocumentTemplate> templates = await db.Templates.ToListAsync();
        Assert.Equal(["order-change", "order-event", "order-model", "order-regulation", "order-replace", "order-results", "regulation-mentoring"], templates.Select(t => t.Code).Order(StringComparer.Ordinal));

        foreach (DocumentTemplate template in templates)
        {
            Guid id = await bench.DraftAsync(new TemplateOrderForm { Template = template.Code, Answers = Answers(bench, template.Text) });
            DocumentCard card = (await bench.World.Get<DocumentView>().RunAsync(bench.World.Curator, id, default))!;

            Assert.Empty(card.Problems);
            Assert.Empty(card.Doubts);
            Assert.DoesNotContain("____", string.Join('\n', card.Order!.Text.NumberedPoints().Select(p => p.Text)), StringComparison.Ordinal);
            Assert.Equal(template.Text.Form == TemplateForm.Regulation, card.Order.Text.Approval is not null);
        }
    }

    [Fact]
    public async Task DocumentByATemplate_GoesItsRoute_IsReturnedChangedSignedAndRegistered()
    {
        await using OrderBench bench = await OrderBench.CreateAsync();
        World world = bench.World;
        Guid deputy = await world.AddAsync("Шорина", "Ольга", "Ильинична", Domain.Naming.Gender.Female, "заместитель директора", Roles.Deputy);
        string code = await SaveAsync(world, "Ответственный", Duty);
        TemplateOrderForm form = new() { Template = code, Answers = new Dictionary<string, string> { ["ответственный"] = bench.MentorId.ToString() } };
        Guid id = await bench.DraftAsync(form);
        Assert.Equal(("AnswerMissing", "Не заполнено: «срок»."), (await bench.SubmitAsync(id)).Refusal is { } no ? (no.Code, no.Text) : default);
        form = form with { Answers = new Dictionary<string, string>(form.Answers) { ["срок"] = "2026-10-01" } };
        OrderBench.Good(await world.Get<EditOrder>().RunAsync(world.Curator, id, (await bench.DocumentAsync(id)).Version, form, default));
        OrderBench.Good(await bench.SubmitAsync(id));

        WorkItem concur = (await bench.WorkAsync(id, WorkKind.Concur))!;
        Assert.Equal(deputy, concur.PersonId);
        OrderBench.Good(await world.Get<UseCases.Deciding.DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(concur.Id, deputy, "Returned", Door.Session, "не тот срок", concur.DocumentVersionId), default));
        form = form with { Answers = new Dictionary<string, string>(form.Answers) { ["срок"] = "2026-11-01" } };
        OrderBench.Good(await world.Get<EditOrder>().RunAsync(world.Curator, id, (await bench.DocumentAsync(id)).Version, form, default));
        OrderBench.Good(await bench.SubmitAsync(id, "срок исправлен"));
        await bench.ConcurAsync(id);
        OrderBench.Good(await bench.SignAsync(id));
        await bench.CompleteAsync();

        Document signed = await bench.DocumentAsync(id);
        Assert.Equal((DocumentStatus.Signed, "1-од", "Приказ о назначении ответственного"), (signed.Status, signed.RegistrationNumber, signed.Title));
        Assert.Equal(bench.MentorId, (await bench.WorkAsync(id, WorkKind.Acquaint))!.PersonId);
        DocumentCard card = (await world.Get<DocumentView>().RunAsync(world.Curator, id, default))!;
        Assert.Equal("Назначить ответственным учителя физики Кравца И. С. с 01.11.2026.", card.Order!.Text.Points[0].Text.Replace('\u00A0', ' '));
        Assert.Contains("1", card.Versions[0].Changed, StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), (await world.Get<DownloadDocument>().WordAsync(world.Curator, id, default)).Value!.Content[..2]);
    }

    [Fact]
    public async Task Template_ChangedMeanwhile_LeavesWhatWasBegunAsItIs()
    {
        await using OrderBench bench = await OrderBench.CreateAsync();
        World world = bench.World;
        string code = await SaveAsync(world, "Ответственный", Duty);
        TemplateOrderForm form = new() { Template = code, Answers = new Dictionary<string, string> { ["ответственный"] = bench.MentorId.ToString(), ["срок"] = "2026-10-01" } };
        Guid id = await bench.DraftAsync(form);
        DocumentTemplate template = await TemplateAsync(world, code);
        OrderBench.Good(await world.Get<SaveTemplate>().RunAsync(world.Curator, template.Id, template.Version, "Ответственный", Duty with { Heading = "О другом" }, default));
        OrderBench.Good(await world.Get<SaveTemplate>().RetireAsync(world.Curator, template.Id, template.Version + 1, true, default));

        OrderBench.Good(await world.Get<EditOrder>().RunAsync(world.Curator, id, (await bench.DocumentAsync(id)).Version, form, default));

        Assert.Equal("Приказ о назначении ответственного", (await bench.DocumentAsync(id)).Title);
        Assert.Equal("NoTemplate", (await world.Get<DraftOrder>().RunAsync(world.Curator, form, default)).Refusal?.Code);
    }

    [Fact]
    public async Task Template_IsKeptByAnAdministratorOnly_OfTheInstitutionOnly_AndNotOverAnothersChange()
    {
        await using World world = await World.CreateAsync();
        SaveTemplate save = world.Get<SaveTemplate>();
        Assert.Equal("NotAllowed", (await save.RunAsync(world.Director, null, 0, "Имя", Duty, default)).Refusal?.Code);
        Assert.Equal("NotAllowed", (await world.Get<LookAtTemplates>().RunAsync(world.Act(world.DirectorId, Roles.Mentor), default)).Refusal?.Code);
        Assert.Equal("GapUnknown", (await save.RunAsync(world.Curator, null, 0, "Имя", Duty with { Heading = "О {куратор:кого-то}" }, default)).Refusal?.Code);
        DocumentTemplate template = await TemplateAsync(world, await SaveAsync(world, "Имя", Duty));
        Assert.Equal("NameTaken", (await save.RunAsync(world.Curator, null, 0, " Имя ", Duty, default)).Refusal?.Code);

        OrderBench.Good(await save.RunAsync(world.Curator, template.Id, template.Version, "Имя", Duty with { Heading = "О первом" }, default));
        Assert.Equal("TemplateChanged", (await save.RunAsync(world.Curator, template.Id, template.Version, "Имя", Duty with { Heading = "О втором" }, default)).Refusal?.Code);
        Assert.Equal("О первом", (await TemplateAsync(world, template.Code)).Text.Heading);

        Actor stranger = new(await world.AnotherInstitutionAsync(), Guid.CreateVersion7(), new HashSet<string> { Roles.Administrator, Roles.Curator });
        Assert.Equal("NoTemplate", (await save.RunAsync(stranger, template.Id, 1, "Имя", Duty, default)).Refusal?.Code);
        Assert.Equal("NoTemplate", (await world.Get<LookAtTemplates>().OpenAsync(stranger, template.Id, null, default)).Refusal?.Code);
        Assert.Equal("NoTemplate", (await world.Get<LookAtTemplates>().OpenAsync(stranger, null, template.Id, default)).Refusal?.Code);
        Assert.Equal("NoTemplate", (await world.Get<DraftOrder>().RunAsync(stranger, new TemplateOrderForm { Template = template.Code }, default)).Refusal?.Code);
    }

    [Fact]
    public async Task Supply_GivesAnOldInstitutionWhatItHasNot_Once_AndLeavesItsOwnAlone()
    {
        await using World world = await World.CreateAsync();
        await using (MentorshipDb db = world.Open())
        {
            Process route = await db.Processes.SingleAsync(p => p.Key == "regulation");
            db.RemoveRange(db.ProcessVersions.Where(v => v.ProcessId == route.Id));
            db.Remove(route);
            db.Remove(await db.Books.SingleAsync(b => b.Code == "acts"));
            db.Remove(await db.Templates.SingleAsync(t => t.Code == "order-change"));
            (await db.Templates.SingleAsync(t => t.Code == "order-event")).Name = "Наш праздник";
            await db.SaveChangesAsync();
        }

        await Task.WhenAll(world.Get<SupplyInstitutions>().RunAsync(default), world.Get<SupplyInstitutions>().RunAsync(default));
        await world.Get<SupplyInstitutions>().RunAsync(default);

        await using MentorshipDb after = world.Open();
        Assert.Equal(1, await after.Processes.CountAsync(p => p.Key == "regulation"));
        Assert.Equal(1, await after.Books.CountAsync(b => b.Code == "acts"));
        Assert.Equal(7, await after.Templates.CountAsync());
        Assert.Equal("Наш праздник", (await after.Templates.SingleAsync(t => t.Code == "order-event")).Name);
    }

    private static Dictionary<string, string> Answers(OrderBench bench, TemplateText text) => TemplateQuestion.Of(text).ToDictionary(q => q.Name, q => q.Kind switch
    {
        QuestionKind.Person => bench.MentorId.ToString(), QuestionKind.Date => "2026-10-15", QuestionKind.Lines => "первое\nвторое", _ => "ответ",
    });

    private static async Task<string> SaveAsync(World world, string name, TemplateText text)
    {
        Guid id = OrderBench.Good(await world.Get<SaveTemplate>().RunAsync(world.Curator, null, 0, name, text, default));
        await using MentorshipDb db = world.Open();
        return (await db.Templates.SingleAsync(t => t.Id == id)).Code;
    }

    private static async Task<DocumentTemplate> TemplateAsync(World world, string code)
    {
        await using MentorshipDb db = world.Open();
        return await db.Templates.SingleAsync(t => t.Code == code);
    }
}
