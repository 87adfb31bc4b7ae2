using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Domain.Processes;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Authoring;
using Mentorship.UseCases.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Authoring;

/// <summary>A school in which two people shape processes.</summary>
internal sealed class Desk(World world, Actor deputy)
{
    public Actor Curator => world.Curator;
    public Actor Deputy => deputy;

    public static async Task<Desk> InAsync(World world) =>
        new(world, world.Act(await world.AddAsync("Орлова", "Анна", "Ивановна", Gender.Female, "заместитель", Roles.Deputy), Roles.Deputy));

    /// <summary>A process of one task and one signature, published once.</summary>
    public async Task<Guid> ProcessAsync(Action<FlowchartBuilder>? draw = null, string name = "Заявка на поездку")
    {
        DefinitionBuilder builder = new("0123456789abcdef", "trip", name);
        (draw ?? Draw)(builder.Root);
        await using MentorshipDb db = world.Open();
        Process process = new() { InstitutionId = world.InstitutionId, Key = $"own-{Guid.CreateVersion7():N}", Name = name };
        db.AddRange(process, process.Publish(DefinitionWriter.Write(builder.Build()), "начало", world.CuratorId, world.Time.GetUtcNow()));
        await db.SaveChangesAsync();
        return process.Id;

        static void Draw(FlowchartBuilder root)
        {
            root.Add("Elsa.Start", "start", "Начало");
            root.Add("Mentorship.Task", "ask", "Написать заявку").Text("assignee", "role:curator").Text("deadline", "сентябрь 2026");
            root.Add("Mentorship.Signature", "sign", "Подписать").Text("signer", "role:director");
            root.Connect("start", "ask").Connect("ask", "sign").Connect("sign", "ask", "Returned");
        }
    }

    public async Task<ProcessSheet> LookAsync(Guid process, Actor? actor = null) => Value(await world.Get<LookAtProcess>().RunAsync(actor ?? Curator, process, default));

    /// <summary>Makes the edits and saves the draft, as an open designer does.</summary>
    public async Task<Outcome<DraftStanding>> SaveAsync(Guid process, Actor actor, int seen, ProcessDefinition from, params Edit[] edits) =>
        await world.Get<SaveDraft>().RunAsync(actor, process, new DraftSave(seen, Edited(from, edits)), default);

    public Task<Outcome<Publishing>> PublishAsync(Guid process, int seen, bool warningsSeen = true, string note = "поправлен срок", Actor? actor = null) =>
        world.Get<PublishProcess>().RunAsync(actor ?? Curator, process, new PublishRequest(seen, note, warningsSeen), default);

    /// <summary>Edits what is there and publishes it.</summary>
    public async Task<int> ChangeAsync(Guid process, params Edit[] edits)
    {
        ProcessSheet sheet = await LookAsync(process);
        DraftStanding draft = Value(await SaveAsync(process, Curator, sheet.Draft?.Revision ?? 0, sheet.Definition, edits));
        Publishing published = Value(await PublishAsync(process, draft.Revision));
        Assert.True(published.Number is not null, string.Join("; ", published.Problems.Select(p => p.Message)));
        return published.Number.Value;
    }

    public static ProcessDefinition Edited(ProcessDefinition definition, params Edit[] edits)
    {
        foreach (Edit edit in edits)
        {
            Edited edited = edit.Apply(definition);
            Assert.Null(edited.Refusal);
            definition = edited.Definition!;
        }
        return definition;
    }

    public static T Value<T>(Outcome<T> outcome)
    {
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    /// <summary>Starts a case of the published version.</summary>
    public async Task<Guid> StartAsync(Guid process, string title)
    {
        await using MentorshipDb db = world.Open();
        Guid version = await db.Processes.Where(p => p.Id == process).Select(p => p.CurrentVersionId).SingleAsync();
        Domain.Cases.Case fresh = new() { InstitutionId = world.InstitutionId, ProcessVersionId = version, Title = title };
        await world.Get<UseCases.Cases.CaseDesk>().StartAsync(db, fresh, world.Time.GetUtcNow(), default);
        await db.SaveChangesAsync();
        return fresh.Id;
    }

    /// <summary>Somebody answers the open task of a case.</summary>
    public async Task DecideAsync(Guid caseId, Actor actor, string outcome = "Done")
    {
        await using MentorshipDb db = world.Open();
        Domain.Cases.WorkItem item = await db.WorkItems.SingleAsync(w => w.CaseId == caseId && w.Status == Domain.Cases.WorkStatus.Open);
        Assert.Null((await world.Get<DecideWorkItem>().RunAsync(actor, item.Id, new Answer(outcome) { Evidence = new EvidenceGiven { Unproved = true } }, default)).Refusal);
    }

    public async Task<int> VersionsAsync(Guid process)
    {
        await using MentorshipDb db = world.Open();
        return await db.ProcessVersions.CountAsync(v => v.ProcessId == process);
    }
}
