using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Templates;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.Naming;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Administering;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Documents;
using Mentorship.UseCases.Looking;
using Mentorship.UseCases.Orders;
using Mentorship.UseCases.Signing;
using Mentorship.UseCases.Templates;
using Mentorship.UseCases.Tests.Orders;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Templates;

/// <summary>A Document step by a template: what comes out of it is what the next steps are about.</summary>
public sealed class PaperByTemplateTests
{
    private static readonly TemplateText Purchase = new()
    {
        Heading = "О закупке", Command = "ПРИКАЗЫВАЮ:", Points = "1. Закупить {что закупить} на сумму {сумма}.\n2. Ответственный – {ответственный:человек}.\n3. Дело: {название дела}.", Control = "Контроль {контроль}.",
    };

    [Fact]
    public async Task Host_WritesOfTheFields_OthersAgreeAndSign_AndTheMailCarriesIt()
    {
        await using OrderBench bench = await OrderBench.CreateAsync();
        World world = bench.World;
        Guid id = await StartAsync(world, await SaveAsync(world), bench.MentorId, drafter: null);

        WorkItem agree = await OpenAsync(world, id);
        Document written = await bench.DocumentAsync(agree.DocumentId!.Value);
        Assert.Equal(("agree", WorkKind.Concur, written.CurrentVersionId), (agree.NodeId, agree.Kind, agree.DocumentVersionId));
        Assert.Equal(("order-own", DocumentStatus.OnRoute, "Приказ о закупке", (Guid?)id), (written.Kind, written.Status, written.Title, written.CaseId));
        Assert.Equal(["Закупить доску на сумму 12500,5.", "Ответственный – учитель физики Кравец И. С.", "Дело: Закупка."], await PointsAsync(world, written));

        await DecideAsync(world, agree, "Returned");
        agree = await OpenAsync(world, id);
        Assert.Equal((2, written.Id), (agree.Round, agree.DocumentId!.Value));
        Assert.Equal(2, (await bench.DocumentAsync(written.Id)).CurrentNumber);
        await DecideAsync(world, agree, "Approved");
        WorkItem sign = await OpenAsync(world, id);
        OrderBench.Good(await world.Get<RequestSignature>().RunAsync(world.Director, sign.Id, sign.DocumentVersionId!.Value, "s", "2468", default));
        await bench.CompleteAsync();

        Document signed = await bench.DocumentAsync(written.Id);
        Assert.Equal((DocumentStatus.Signed, "1-од"), (signed.Status, signed.RegistrationNumber));
        WorkItem acquaint = await OpenAsync(world, id);
        Assert.Equal((WorkKind.Acquaint, bench.MentorId, (Guid?)written.Id), (acquaint.Kind, acquaint.PersonId!.Value, acquaint.DocumentId));
        await using MentorshipDb db = world.Open();
        MailAttachment attached = Assert.Single((await db.Mails.SingleAsync(m => m.Template == MailTemplate.ProcessMail)).Attached);
        Assert.Equal((signed.CurrentVersionId, "1-од"), (attached.DocumentVersionId, attached.Number));
    }

    [Fact]
    public async Task Host_ThatMissesAnAnswer_LeavesTheStepInAttention_NamingIt()
    {
        await using OrderBench bench = await OrderBench.CreateAsync();
        World world = bench.World;
        Guid id = await StartAsync(world, await SaveAsync(world, Purchase with { Points = "1. Закупить {что закупить} до {крайний срок:дата}." }), bench.MentorId, drafter: null);

        CaseStep held = OrderBench.Good(await world.Get<LookAtCase>().RunAsync(world.Curator, id, default)).Steps[0];

        Assert.Equal(CaseStepKind.Attention, held.Kind);
        Assert.Contains("«крайний срок»", held.Reason, StringComparison.Ordinal);
        Assert.Empty(await DocumentsAsync(world, id));
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("order-roadmap")]
    public async Task Host_WithoutSuchATemplate_LeavesTheStepInAttention(string template)
    {
        await using OrderBench bench = await OrderBench.CreateAsync();
        Guid id = await StartAsync(bench.World, template, bench.MentorId, drafter: null);

        Assert.Contains("Шаблона, по которому", OrderBench.Good(await bench.World.Get<LookAtCase>().RunAsync(bench.World.Curator, id, default)).Steps[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafter_FindsTheFieldsFilledIn_ComposesOnce_AndReworksWhatIsReturned()
    {
        await using OrderBench bench = await OrderBench.CreateAsync();
        World world = bench.World;
        string code = await SaveAsync(world, Purchase with { Points = Purchase.Points + "\n4. {примечание}" });
        Guid id = await StartAsync(world, code, bench.MentorId, drafter: $"person:{bench.TeacherId}");
        WorkItem prepare = await OpenAsync(world, id);
        Actor teacher = world.Act(bench.TeacherId), stranger = world.Act(bench.AccountantId);
        Assert.Equal((WorkKind.Prepare, (Guid?)null), (prepare.Kind, prepare.DocumentId));
        Assert.Equal("ComposeOnPage", (await world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(prepare.Id, bench.TeacherId, "Done", Door.Session), default)).Refusal?.Code);
        Assert.Equal("NotYours", (await world.Get<OrderFormView>().RunAsync(stranger, null, code, prepare.Id, default)).Refusal?.Code);
        Assert.Equal($"/documents/by/{code}?task={prepare.Id}", OrderBench.Good(await world.Get<TaskView>().RunAsync(teacher, prepare.Id, default)).Sheet.DraftHref);

        TemplateOrderForm form = (TemplateOrderForm)OrderBench.Good(await world.Get<OrderFormView>().RunAsync(teacher, null, code, prepare.Id, default)).Form!;
        Assert.Equal(["название дела", "ответственный", "сумма", "что закупить"], form.Answers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("NotYours", (await world.Get<DraftOrder>().ForTaskAsync(stranger, prepare.Id, form, default)).Refusal?.Code);
        form = form with { Answers = new Dictionary<string, string>(form.Answers) { ["примечание"] = "срочно" } };
        Guid document = OrderBench.Good(await world.Get<DraftOrder>().ForTaskAsync(teacher, prepare.Id, form, default));
        Assert.Equal(document, OrderBench.Good(await world.Get<DraftOrder>().ForTaskAsync(teacher, prepare.Id, form, default)));
        OrderBench.Good(await world.Get<SubmitOrder>().RunAsync(teacher, document, (await bench.DocumentAsync(document)).Version, null, default));

        WorkItem agree = await OpenAsync(world, id);
        Assert.Equal((WorkKind.Concur, (Guid?)document), (agree.Kind, agree.DocumentId));
        Assert.Equal("OfProcess", (await world.Get<WithdrawOrder>().RunAsync(world.Curator, document, (await bench.DocumentAsync(document)).Version, "передумали", default)).Refusal?.Code);
        await DecideAsync(world, agree, "Returned");
        WorkItem rework = await OpenAsync(world, id);
        Assert.Equal((WorkKind.Prepare, (Guid?)document, DocumentStatus.Returned), (rework.Kind, rework.DocumentId, (await bench.DocumentAsync(document)).Status));
        OrderBench.Good(await world.Get<SubmitOrder>().RunAsync(teacher, document, (await bench.DocumentAsync(document)).Version, "исправлено", default));

        Assert.Equal((WorkKind.Concur, 2), ((await OpenAsync(world, id)).Kind, (await bench.DocumentAsync(document)).CurrentNumber));
        Assert.Equal(document, Assert.Single(await DocumentsAsync(world, id)).Id);
    }

    [Fact]
    public async Task ACaseThatIsCancelled_GivesItsDocumentBackAsADraft()
    {
        await using OrderBench bench = await OrderBench.CreateAsync();
        World world = bench.World;
        Guid id = await StartAsync(world, await SaveAsync(world), bench.MentorId, drafter: null);
        Guid document = (await OpenAsync(world, id)).DocumentId!.Value;

        OrderBench.Good(await world.Get<CancelCase>().RunAsync(world.Curator, id, "передумали", default));

        Document draft = await bench.DocumentAsync(document);
        Assert.Equal((DocumentStatus.Draft, (Guid?)null, (string?)null), (draft.Status, draft.CaseId, draft.FromStep));
        OrderBench.Good(await bench.SubmitAsync(document));
    }

    [Fact]
    public async Task TwoDocuments_AreEachAgreedWhereTheStepSaysSo_ElseTheLast()
    {
        await using OrderBench bench = await OrderBench.CreateAsync();
        World world = bench.World;
        string first = await SaveAsync(world, name: "Первый"), second = await SaveAsync(world, Purchase with { Heading = "О втором" }, "Второй");
        Guid id = await world.Errand.StartAsync("Два", steps =>
        {
            steps.Add("Mentorship.Document", "one", "Первый").Text("kind", "order-own").Text("template", first);
            steps.Add("Mentorship.Document", "two", "Второй").Text("kind", "order-own").Text("template", second);
            steps.Add("Mentorship.Approval", "named", "О первом").Text("approver", "role:director").Text("document", "one");
            steps.Add("Mentorship.Approval", "usual", "О последнем").Text("approver", "role:director");
            steps.Connect("one", "two").Connect("two", "named").Connect("two", "usual");
        }, define: Fields(bench.MentorId));

        await using MentorshipDb db = world.Open();
        Dictionary<string, string> about = (await db.WorkItems.Where(w => w.CaseId == id).Join(db.Documents, w => w.DocumentId, d => d.Id, (w, d) => new { w.NodeId, d.Title }).ToListAsync()).ToDictionary(w => w.NodeId, w => w.Title);
        Assert.Equal(("Приказ о закупке", "Приказ о втором"), (about["named"], about["usual"]));
    }

    [Fact]
    public async Task InALoop_EachItemSignsItsOwn()
    {
        await using OrderBench bench = await OrderBench.CreateAsync();
        World world = bench.World;
        string code = await SaveAsync(world, Purchase with { Heading = "О наставничестве ({участник:имя})", Points = "1. Закрепить {участник:винительный}." });
        const string body = """{"id":"inner","type":"Elsa.Flowchart","activities":[{"id":"write","type":"Mentorship.Document","kind":"order-own","template":"CODE"},{"id":"agree","type":"Mentorship.Approval","approver":"role:director"}],"connections":[{"source":"write","target":"agree"}]}""";
        Cases.Workshop shop = new(world);
        await shop.PublishAsync("loop", $$"""{"id":"flow","type":"Elsa.Flowchart","activities":[{"id":"each","type":"Elsa.ParallelForEach","items":"person:{{bench.MentorId}}, person:{{bench.TeacherId}}","body":{{body.Replace("CODE", code, StringComparison.Ordinal)}} }]}""");
        Guid id = await shop.StartAsync("loop");

        await using MentorshipDb db = world.Open();
        List<string> titles = await db.WorkItems.Where(w => w.CaseId == id).Join(db.Documents, w => w.DocumentId, d => d.Id, (w, d) => d.Title).ToListAsync();
        Assert.Equal(["Приказ о наставничестве (Кравец И. С.)", "Приказ о наставничестве (Шилова А. Д.)"], titles.Select(t => t.Replace('\u00A0', ' ')).Order(StringComparer.Ordinal));
    }

    private static Action<DefinitionBuilder> Fields(Guid person) => process => process.Variable("what", "String", "доску").Variable("sum", "Double", "12500.5").Variable("who", "String", $"person:{person}")
        .Custom("fieldNames", System.Text.Json.Nodes.JsonNode.Parse("""{"what":"Что закупить","sum":"сумма","who":"ответственный"}""")!);

    private static Task<Guid> StartAsync(World world, string template, Guid person, string? drafter) => world.Errand.StartAsync("Закупка", steps =>
    {
        // Its first step is come back to, so the beginning is drawn.
        steps.Add("Elsa.Start", "begin", "Начало");
        steps.Connect("begin", "write");
        steps.Add("Mentorship.Document", "write", "Приказ о закупке").Text("kind", "order-own").Text("template", template).Text("drafter", drafter);
        steps.Add("Mentorship.Approval", "agree", "Согласовать").Text("approver", "role:director");
        steps.Add("Mentorship.Signature", "sign", "Подписать").Text("signer", "role:director").Text("document", "write");
        steps.Add("Mentorship.Mail", "mail", "Разослать").Text("to", "role:mentor").Text("subject", "Закупка").Text("body", "Приказ во вложении").Text("attach", "document, write");
        steps.Add("Mentorship.Acquaintance", "know", "Ознакомить").Text("people", "relation:participants");
        steps.Connect("write", "agree").Connect("agree", "sign", "Approved").Connect("agree", "write", "Returned").Connect("sign", "mail", "Signed").Connect("mail", "know");
    }, define: Fields(person));

    private static async Task<string> SaveAsync(World world, TemplateText? text = null, string name = "Закупка")
    {
        Guid id = OrderBench.Good(await world.Get<SaveTemplate>().RunAsync(world.Curator, null, 0, name, text ?? Purchase, default));
        await using MentorshipDb db = world.Open();
        return (await db.Templates.SingleAsync(t => t.Id == id)).Code;
    }

    private static async Task<WorkItem> OpenAsync(World world, Guid caseId)
    {
        await using MentorshipDb db = world.Open();
        return await db.WorkItems.SingleAsync(w => w.CaseId == caseId && w.Status == WorkStatus.Open);
    }

    private static async Task DecideAsync(World world, WorkItem item, string outcome) => OrderBench.Good(await world.Get<DecideWorkItem>().RunAsync(world.InstitutionId,
        new DecisionRequest(item.Id, item.PersonId!.Value, outcome, Door.Session, "так надо", item.DocumentVersionId), default));

    private static async Task<List<Document>> DocumentsAsync(World world, Guid caseId)
    {
        await using MentorshipDb db = world.Open();
        return await db.Documents.Where(d => d.CaseId == caseId).ToListAsync();
    }

    private static async Task<string[]> PointsAsync(World world, Document document)
    {
        await using MentorshipDb db = world.Open();
        string content = (await db.DocumentVersions.SingleAsync(v => v.Id == document.CurrentVersionId)).Content;
        return [.. OrderContent.Read(content).Points.Select(p => p.Text.Replace('\u00A0', ' '))];
    }
}
