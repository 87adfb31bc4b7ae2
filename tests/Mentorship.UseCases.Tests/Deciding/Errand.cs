using System.Text;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.UseCases.Tests.Deciding;

/// <summary>Gives people of an institution something to do, and hands out the links that their mails would hold.</summary>
internal sealed class Errand(IServiceProvider services, Guid institution)
{
    public MentorshipDb Open()
    {
        MentorshipDb db = services.GetRequiredService<IDbContextFactory<MentorshipDb>>().CreateDbContext();
        db.Scope = institution;
        return db;
    }

    public async Task<Guid> PersonAsync(string surname, string? role = null, string? pin = null, MemberKind kind = MemberKind.Employee)
    {
        await using MentorshipDb db = Open();
        Person person = new() { Surname = surname, GivenName = "Анна", Patronymic = "Николаевна", Gender = Gender.Female, Email = $"p{Guid.CreateVersion7():N}@example.org" };
        if (pin is not null && services.GetRequiredService<PinDesk>().Set(person, pin) is { } no) throw new InvalidOperationException(no.Text);
        Member member = new() { InstitutionId = institution, PersonId = person.Id, Person = person, Kind = kind, Post = "учитель" };
        if (role is not null) member.Roles.Add(new Membership { MemberId = member.Id, Role = role, From = new DateOnly(2020, 1, 1) });
        db.Add(member);
        (await db.Institutions.SingleAsync(i => i.Id == institution)).StaffChanged();
        await db.SaveChangesAsync();
        return person.Id;
    }

    /// <summary>Starts a process made of these steps.</summary>
    /// <param name="document">The document whose route it is, if any.</param>
    /// <param name="define">What belongs to the process as a whole: its fields.</param>
    public async Task<Guid> StartAsync(string title, Action<FlowchartBuilder> steps, Guid? document = null, Action<DefinitionBuilder>? define = null)
    {
        DateTimeOffset at = services.GetRequiredService<TimeProvider>().GetUtcNow();
        DefinitionBuilder definition = new("0123456789abcdef", "errand", title);
        define?.Invoke(definition);
        steps(definition.Root);
        definition.Root.StartAll("start");
        await using MentorshipDb db = Open();
        Process process = new() { InstitutionId = institution, Key = $"errand-{Guid.CreateVersion7():N}", Name = title };
        db.AddRange(process, process.Publish(DefinitionWriter.Write(definition.Build()), "", null, at));
        await db.SaveChangesAsync();
        Case fresh = new() { InstitutionId = institution, ProcessVersionId = process.CurrentVersionId, Title = title, DocumentId = document };
        await services.GetRequiredService<CaseDesk>().StartAsync(db, fresh, at, CancellationToken.None);
        await db.SaveChangesAsync();
        return fresh.Id;
    }

    /// <summary>One task for one person, as an item of a roadmap is.</summary>
    public Task<Guid> TaskAsync(Guid person, string title = "Провести диагностику", bool mayFail = false) => StartAsync("Дорожная карта", steps =>
        steps.Add("Mentorship.Task", "item", title).Text("assignee", $"person:{person}").Text("deadline", "в течение года").Text("result", "Справка о диагностике").Text("notDone", mayFail ? "true" : null));

    /// <summary>A task that asks for a sum and a form; a large sum goes on to another person.</summary>
    public Task<Guid> FilledTaskAsync(Guid person, Guid other) => StartAsync("Заявка", steps =>
    {
        steps.Add("Mentorship.Task", "ask", "Собрать заявку").Text("assignee", $"person:{person}").Text("deadline", "в течение года").Text("help", "Спросите наставников пары.")
            .Json("fields", System.Text.Json.Nodes.JsonNode.Parse("""[{"name":"sum","label":"Сколько нужно?","required":true,"hint":"в рублях"},{"name":"form","label":"Как проведём?","options":["очно","онлайн"]}]"""));
        steps.Add("Elsa.FlowDecision", "large", "Крупная сумма").JavaScript("condition", "variables.sum > 10000 && variables.form === 'очно'");
        steps.Add("Mentorship.Task", "agree", "Согласовать у директора").Text("assignee", $"person:{other}").Text("deadline", "в течение года");
        steps.Connect("ask", "large").Connect("large", "agree", "True");
    }, define: process => process.Variable("sum", "Double", "0").Variable("form", "String", null));

    /// <summary>An order on its route.</summary>
    public async Task<Document> OrderAsync(DocumentKind kind, Guid author, IReadOnlyList<Guid> named, OrderText? text = null)
    {
        DateTimeOffset at = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using MentorshipDb db = Open();
        Document order = new() { InstitutionId = institution, Kind = kind.Code, Title = kind.Name, AuthorId = author, NamedPeople = [.. named], CreatedAt = at };
        db.Documents.Add(order);
        await services.GetRequiredService<DocumentDesk>().SubmitAsync(db, order, OrderContent.Write(text ?? Text()), author, at, CancellationToken.None);
        await db.SaveChangesAsync();
        return order;
    }

    /// <summary>An order that the first who decides on it has sent back: its id.</summary>
    public async Task<Guid> ReturnedAsync(DocumentKind kind, Guid author, OrderText text, string remark = "не тот срок")
    {
        Document order = await OrderAsync(kind, author, [], text);
        WorkItem work;
        await using (MentorshipDb db = Open()) work = await db.WorkItems.FirstAsync(w => w.DocumentId == order.Id && w.Status == WorkStatus.Open && (w.Kind == WorkKind.Concur || w.Kind == WorkKind.Sign));
        Outcome<DecisionReceipt> sent = await services.GetRequiredService<DecideWorkItem>().RunAsync(institution, new DecisionRequest(work.Id, work.PersonId!.Value, "Returned", Door.Session, remark, work.DocumentVersionId), default);
        return sent.Succeeded ? order.Id : throw new InvalidOperationException(sent.Refusal!.Text);
    }

    /// <summary>The author mends a returned order and sends it again.</summary>
    public async Task ResubmitAsync(Guid document, OrderText text, string? change)
    {
        DateTimeOffset at = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using MentorshipDb db = Open();
        Document order = await db.Documents.SingleAsync(d => d.Id == document);
        if (await services.GetRequiredService<DocumentDesk>().ResubmitAsync(db, order, OrderContent.Write(text), change, order.AuthorId, at, CancellationToken.None) is { } no) throw new InvalidOperationException(no.Text);
        await db.SaveChangesAsync();
    }

    public static OrderText Text(params string[] points) => new()
    {
        OrganisationLines = ["МБОУ «Заречная СОШ»"], Heading = "О поощрении наставников", Preamble = "По итогам года",
        Points = [.. (points.Length == 0 ? ["Объявить благодарность наставникам."] : points).Select(p => new OrderPoint(p))], Signature = new SignatureBlock("Директор", "К. О. Лебедева"),
    };

    /// <summary>The token of the newest link of a person, as the mail would carry it.</summary>
    public async Task<string> TokenAsync(Guid person)
    {
        await using MentorshipDb db = Open();
        ActionLink link = (await db.Links.Where(l => l.PersonId == person).ToListAsync()).OrderBy(l => l.CreatedAt).ThenBy(l => l.Id).Last();
        return link.Token(services.GetRequiredService<InstallationKey>().Bytes);
    }

    public async Task<WorkItem> WorkOfAsync(Guid person)
    {
        await using MentorshipDb db = Open();
        return await db.WorkItems.Include(w => w.Evidence).Where(w => w.PersonId == person).OrderByDescending(w => w.OpenedAt).ThenByDescending(w => w.Id).FirstAsync();
    }

    /// <summary>Every row of every table as text: what must be equal before and after a look.</summary>
    public async Task<string> EverythingAsync()
    {
        await using MentorshipDb db = Open();
        StringBuilder all = new();
        foreach (string table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Order())
        {
            await db.Database.OpenConnectionAsync();
            await using System.Data.Common.DbCommand command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The name comes from the model.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using System.Data.Common.DbDataReader rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                object[] values = new object[rows.FieldCount];
                rows.GetValues(values);
                all.Append(table).Append(':').AppendJoin('|', values.Select(v => v is byte[] bytes ? Convert.ToHexString(bytes) : v)).Append('\n');
            }
        }
        return all.ToString();
    }
}
