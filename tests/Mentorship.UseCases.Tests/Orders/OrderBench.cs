using Mentorship.Domain.Cases;
using Mentorship.Domain.Documents;
using Mentorship.Domain.Naming;
using Mentorship.Domain.Pairing;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Domain.Programmes;
using Mentorship.Storage;
using Mentorship.UseCases.Deciding;
using Mentorship.UseCases.Orders;
using Mentorship.UseCases.Pairing;
using Mentorship.UseCases.Signing;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Orders;

/// <summary>A school with a programme, people for pairs, and short words for what its people do.</summary>
public sealed class OrderBench(World world) : IAsyncDisposable
{
    public World World => world;
    public Guid MentorId { get; private set; }
    public Guid TeacherId { get; private set; }
    public Guid PupilId { get; private set; }
    public Guid AccountantId { get; private set; }

    public static async Task<OrderBench> CreateAsync(DateTimeOffset? start = null, bool electronic = true)
    {
        OrderBench bench = new(await World.CreateAsync(start));
        World world = bench.World;
        bench.MentorId = await world.AddAsync("Кравец", "Иван", "Сергеевич", Gender.Male, "учитель физики", Roles.Mentor);
        bench.TeacherId = await world.AddAsync("Шилова", "Анна", "Дмитриевна", Gender.Female, "учитель математики");
        bench.PupilId = await world.AddAsync("Юсупов", "Тимур", "Маратович", Gender.Male, "9 «А» класс", Roles.Mentee);
        bench.AccountantId = await world.AddAsync("Токарь", "Анна", "Николаевна", Gender.Female, "главный бухгалтер", Roles.Accountant);
        if (electronic) await world.AllowElectronicSigningAsync();
        await using MentorshipDb db = world.Open();
        Process roadmap = new() { InstitutionId = world.InstitutionId, Key = "roadmap-2026", Name = "Дорожная карта" };
        db.AddRange(roadmap, roadmap.Publish("{}", "для испытания", world.CuratorId, world.Time.GetUtcNow()),
            new Programme { InstitutionId = world.InstitutionId, Title = "Дорожная карта наставничества", FirstYear = 2026, ProcessId = roadmap.Id, Status = ProgrammeStatus.Running });
        await db.SaveChangesAsync();
        return bench;
    }

    /// <summary>A pair that has everything an order asks for.</summary>
    public PairInput Ready(Guid mentee, bool agreement = true) => new(MentorId, mentee, "педагог – педагог", new DateOnly(2026, 9, 15), new DateOnly(2027, 5, 31))
    {
        MentorConsentOn = new DateOnly(2026, 9, 1), MenteeConsentOn = new DateOnly(2026, 9, 2),
        AgreementNumber = agreement ? "7" : null, AgreementOn = agreement ? new DateOnly(2026, 9, 3) : null,
    };

    public async Task<Guid> AddPairAsync(PairInput input) => Good(await world.Get<AddPair>().RunAsync(world.Curator, input, default));

    public IncentiveOrderForm Awards(params decimal?[] sums) => new()
    {
        Period = "2025/2026 учебный год",
        Rows = [.. sums.Select(sum => new AwardLine(sum is null ? Domain.Documents.Orders.AwardKind.Gratitude : Domain.Documents.Orders.AwardKind.Payment, MentorId, "за высокие результаты", sum))],
    };

    public async Task<Guid> DraftAsync(OrderForm form) => Good(await world.Get<DraftOrder>().RunAsync(world.Curator, form, default));

    public async Task<Outcome<Done>> SubmitAsync(Guid document, string? change = null) =>
        await world.Get<SubmitOrder>().RunAsync(world.Curator, document, (await DocumentAsync(document)).Version, change, default);

    /// <summary>An order that waits for the director.</summary>
    public async Task<Guid> WaitingForDirectorAsync(OrderForm form)
    {
        Guid id = await DraftAsync(form);
        Good(await SubmitAsync(id));
        await ConcurAsync(id);
        return id;
    }

    public async Task ConcurAsync(Guid document)
    {
        while (await WorkAsync(document, WorkKind.Concur) is { } concur)
            Good(await world.Get<DecideWorkItem>().RunAsync(world.InstitutionId, new DecisionRequest(concur.Id, concur.PersonId!.Value, "Approved", Door.Session, null, concur.DocumentVersionId), default));
    }

    public async Task<Outcome<PendingSignature>> SignAsync(Guid document, string? pin = "2468")
    {
        WorkItem sign = (await WorkAsync(document, WorkKind.Sign))!;
        return await world.Get<RequestSignature>().RunAsync(world.Director, sign.Id, sign.DocumentVersionId!.Value, "s", pin, default);
    }

    /// <summary>The minute is over.</summary>
    public async Task<int> CompleteAsync()
    {
        world.Time.Advance(TimeSpan.FromSeconds(61));
        return await world.Get<CompleteSignatures>().RunAsync(default);
    }

    public async Task<Document> DocumentAsync(Guid id)
    {
        await using MentorshipDb db = world.Open();
        return await db.Documents.Include(d => d.Attachments).SingleAsync(d => d.Id == id);
    }

    public async Task<WorkItem?> WorkAsync(Guid document, WorkKind kind)
    {
        await using MentorshipDb db = world.Open();
        return await db.WorkItems.Where(w => w.DocumentId == document && w.Kind == kind && (w.Status == WorkStatus.Open || w.Status == WorkStatus.Signing)).OrderBy(w => w.Id).FirstOrDefaultAsync();
    }

    public async Task<Pair> PairAsync(Guid id)
    {
        await using MentorshipDb db = world.Open();
        return await db.Pairs.SingleAsync(p => p.Id == id);
    }

    public static T Good<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Succeeded, outcome.Refusal?.Text);
        return outcome.Value!;
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
