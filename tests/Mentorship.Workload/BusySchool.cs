using Mentorship.Domain;
using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents.Orders;
using Mentorship.Domain.Institutions;
using Mentorship.Domain.Mailing;
using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Domain.Programmes;
using Mentorship.Domain.Signing;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases;
using Mentorship.UseCases.Accounts;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.Mailing;
using Mentorship.UseCases.Orders;
using Mentorship.UseCases.Running;
using Mentorship.UseCases.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Workload;

/// <summary>
/// One person with every role decides, signs, lets timers fire and mails go out. What the product has acknowledged goes to standard output at once, a line
/// each: «started ID», «decided ID», «takenback ID», «signed ID».
/// </summary>
internal sealed class BusySchool
{
    private const string Pin = "2468", ProcessKey = "approvals", ChildKey = "inner-approval";
    private readonly IServiceProvider _services;
    private readonly Actor _person;
    private readonly Guid _version;

    private BusySchool(IServiceProvider services, Actor person, Guid version) => (_services, _person, _version) = (services, person, version);

    /// <summary>Opens the school of the folder, or founds it.</summary>
    public static async Task<BusySchool> OpenAsync(IServiceProvider services)
    {
        await services.GetRequiredService<PrepareStorage>().RunAsync(default);
        await using MentorshipDb db = services.GetRequiredService<IDbContextFactory<MentorshipDb>>().CreateDbContext();
        Process? process = await db.Processes.IgnoreQueryFilters().SingleOrDefaultAsync(p => p.Key == ProcessKey);
        if (process is null)
        {
            await FoundAsync(services, db);
            process = await db.Processes.IgnoreQueryFilters().SingleAsync(p => p.Key == ProcessKey);
        }
        Member member = await db.Members.IgnoreQueryFilters().SingleAsync();
        return new BusySchool(services, new Actor(process.InstitutionId, member.PersonId, new HashSet<string> { Roles.Curator, Roles.Director, Roles.Accountant, Roles.Deputy }), process.CurrentVersionId);
    }

    public async Task WorkAsync()
    {
        for (int turn = 0; ; turn++)
        {
            await StartAsync();
            if (turn % 3 == 0) await OrderAsync();
            await AdvanceAsync();
        }
    }

    public async Task FinishAsync()
    {
        while (await AdvanceAsync())
        {
        }
        await using MentorshipDb db = Db();
        // Whoever had taken these is dead: they are not waited for.
        foreach (Guid taken in await db.Mails.Where(m => m.Status == MailStatus.Waiting).Select(m => m.Id).ToListAsync()) Good(await _services.GetRequiredService<RetryMail>().RunAsync(_person, taken, default));
        while (await SendAsync() > 0)
        {
        }
    }

    private Task<int> SendAsync() => _services.GetRequiredService<SendOutgoingMail>().RunAsync(default);

    /// <summary>Does all that waits now, three things at a time; false when nothing did.</summary>
    private async Task<bool> AdvanceAsync()
    {
        List<WorkItem> open;
        List<Signature> pending;
        await using (MentorshipDb db = Db())
        {
            open = await db.WorkItems.Where(w => w.Status == WorkStatus.Open).ToListAsync();
            pending = await db.Signatures.Where(s => s.Status == SignatureStatus.Pending).ToListAsync();
        }
        Task<int> mails = SendAsync();
        await Parallel.ForEachAsync(open, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (item, _) => await (item.Kind == WorkKind.Sign ? SignAsync(item) : DecideAsync(item)));
        foreach (Signature signature in pending) await SendAsync(signature.Id, signature.DocumentId);
        int fired = await _services.GetRequiredService<FireDueTimers>().RunAsync(default);
        return await mails + open.Count + pending.Count + fired > 0;
    }

    private async Task StartAsync()
    {
        Case fresh = new() { InstitutionId = _person.InstitutionId, ProcessVersionId = _version, Title = "Закупка пособий" };
        await _services.GetRequiredService<Work>().DoAsync<Done>(_person.InstitutionId, async (db, at) =>
        {
            await _services.GetRequiredService<CaseDesk>().StartAsync(db, fresh, at, default);
            return default(Done);
        }, default);
        Say("started", fresh.Id);
    }

    private async Task OrderAsync()
    {
        IncentiveOrderForm form = new() { Period = "2026/2027 учебный год", Rows = [new AwardLine(AwardKind.Payment, _person.PersonId, "за высокие результаты", 1000)] };
        Guid order = Good(await _services.GetRequiredService<DraftOrder>().RunAsync(_person, form, default));
        await using MentorshipDb db = Db();
        int version = await db.Documents.Where(d => d.Id == order).Select(d => d.Version).SingleAsync();
        Good(await _services.GetRequiredService<SubmitOrder>().RunAsync(_person, order, version, null, default));
    }

    private async Task DecideAsync(WorkItem item)
    {
        await AnswerAsync(item);
        if (item.NodeId != "two" || Random.Shared.Next(3) > 0) return;
        Good(await _services.GetRequiredService<TakeBackDecision>().RunAsync(_person, item.Id, null, default));
        Say("takenback", item.Id);
        await AnswerAsync(item);
    }

    private async Task AnswerAsync(WorkItem item)
    {
        string outcome = item.Kind == WorkKind.Concur ? "Approved" : "Done";
        Good(await _services.GetRequiredService<DecideWorkItem>().RunAsync(_person.InstitutionId, new DecisionRequest(item.Id, _person.PersonId, outcome, Door.Session, null, item.DocumentVersionId), default));
        Say("decided", item.Id);
    }

    private async Task SignAsync(WorkItem item)
    {
        PendingSignature pending = Good(await _services.GetRequiredService<RequestSignature>().RunAsync(_person, item.Id, item.DocumentVersionId!.Value, "session", Pin, default));
        await SendAsync(pending.Id, item.DocumentId!.Value);
    }

    private async Task SendAsync(Guid signature, Guid document)
    {
        Good(await _services.GetRequiredService<CompleteSignatures>().NowAsync(_person, signature, default));
        Say("signed", document);
    }

    private static void Say(string what, Guid id) => Console.Out.WriteLine($"{what} {id}");

    private MentorshipDb Db()
    {
        MentorshipDb db = _services.GetRequiredService<IDbContextFactory<MentorshipDb>>().CreateDbContext();
        db.Scope = _person.InstitutionId;
        return db;
    }

    private static T Good<T>(Outcome<T> outcome) => outcome.Refusal is { } no ? throw new InvalidOperationException($"{no.Code}: {no.Text}") : outcome.Value!;

    private static async Task FoundAsync(IServiceProvider services, MentorshipDb db)
    {
        FirstPerson first = Good(await services.GetRequiredService<CreateInstitution>().RunAsync(new NewInstitution("Школа", "Школа", InstitutionKind.School, "Город", "Иванова", "Анна", "Петровна", Gender.Female,
            "busy@example.org", "четыре слова подряд") { Roles = [Roles.Curator, Roles.Director, Roles.Accountant, Roles.Deputy] }, default));
        db.Scope = first.InstitutionId;
        Institution institution = await db.Institutions.SingleAsync();
        institution.ElectronicSigning = new ElectronicSigning("15-од", new DateOnly(2026, 1, 15), "письмо учредителя");
        Member member = await db.Members.Include(m => m.Person).SingleAsync();
        member.JoinedAgreementOn = new DateOnly(2026, 1, 20);
        if (services.GetRequiredService<PinDesk>().Set(member.Person, Pin) is { } no) throw new InvalidOperationException(no.Text);
        institution.StaffChanged();
        Process roadmap = new() { InstitutionId = institution.Id, Key = "roadmap", Name = "Дорожная карта" };
        Process process = new() { InstitutionId = institution.Id, Key = ProcessKey, Name = "Согласования" }, child = new() { InstitutionId = institution.Id, Key = ChildKey, Name = "Согласование внутри" };
        db.AddRange(roadmap, roadmap.Publish("{}", "", null, institution.CreatedAt), process, process.Publish(DefinitionWriter.Write(Approvals()), "", null, institution.CreatedAt),
            child, child.Publish(DefinitionWriter.Write(InnerApproval()), "", null, institution.CreatedAt),
            new Programme { InstitutionId = institution.Id, Title = "Дорожная карта", FirstYear = 2026, ProcessId = roadmap.Id, Status = ProgrammeStatus.Running });
        await db.SaveChangesAsync();
    }

    /// <summary>An approval, another process and its end, a timer that is due at once, an approval that may be taken back, and what that leads to.</summary>
    private static ProcessDefinition Approvals()
    {
        DefinitionBuilder process = new("0000000000000002", ProcessKey, "Согласования");
        process.Root.Add("Elsa.Start", "start", "Начало");
        process.Root.Add("Mentorship.Approval", "one", "Первое").Text("approver", "role:deputy");
        process.Root.Add("Elsa.ExecuteWorkflow", "run", "Другой процесс").Text("workflowDefinitionId", ChildKey);
        process.Root.Add("Elsa.Delay", "wait", "Ждать").Text("timeSpan", "00:00:00");
        process.Root.Add("Mentorship.Approval", "two", "Второе").Text("approver", "role:deputy");
        process.Root.Add("Mentorship.Approval", "three", "Третье").Text("approver", "role:deputy");
        process.Root.Add("Elsa.End", "end", "Конец");
        process.Root.Connect("start", "one").Connect("one", "run", "Approved").Connect("run", "wait").Connect("wait", "two").Connect("two", "three", "Approved").Connect("three", "end", "Approved");
        return process.Build();
    }

    private static ProcessDefinition InnerApproval()
    {
        DefinitionBuilder process = new("0000000000000003", ChildKey, "Согласование внутри");
        process.Root.Add("Elsa.Start", "start", "Начало");
        process.Root.Add("Mentorship.Approval", "inner", "Внутри").Text("approver", "role:deputy");
        process.Root.Connect("start", "inner");
        return process.Build();
    }
}
