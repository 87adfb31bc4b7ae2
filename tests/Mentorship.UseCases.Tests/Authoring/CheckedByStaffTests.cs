using Mentorship.Domain.Naming;
using Mentorship.Domain.People;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Authoring;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Authoring;

/// <summary>The check of the designer asks the real institution: who holds what, how many are in a body, what the process is for.</summary>
public sealed class CheckedByStaffTests
{
    [Fact]
    public async Task MoreThanAsked_CountsWhoHoldsTheRolesToday()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        Guid process = await desk.ProcessAsync(Draw);
        Assert.Equal(["agree", "asked", "loop"], await FoundAsync(world, process));

        foreach (string surname in new[] { "Белова", "Серова" }) await world.AddAsync(surname, "Анна", "Ивановна", Gender.Female, "учитель", Roles.Deputy);
        Assert.Equal(["asked"], await FoundAsync(world, process));

        await BodyAsync(world);
        Assert.Empty(await FoundAsync(world, process));
    }

    [Fact]
    public async Task ASecondDocument_IsToldInARouteAlone()
    {
        await using World world = await World.CreateAsync();
        Desk desk = await Desk.InAsync(world);
        List<ProcessLine> all = Desk.Value(await world.Get<LookAtProcesses>().RunAsync(world.Curator, default)).ToList();
        foreach (string key in new[] { "order-pairs", "order-roadmap", "order-plans", "order-incentive", "order-own", "regulation" })
        {
            ProcessSheet sheet = await desk.LookAsync(all.Single(p => p.Key == key).Id);
            Assert.DoesNotContain(GraphChecker.Check(sheet.Definition, sheet.Context), p => p.Code == "SecondDocument");
            ProcessDefinition changed = new AddStep(sheet.Definition.Root.Id, "Mentorship.Document", "Справка") { Id = "second", Inputs = Template(sheet) }.Apply(sheet.Definition).Definition!;
            Assert.Equal("second", GraphChecker.Check(changed, sheet.Context).Single(p => p.Code == "SecondDocument").NodeId);
        }
        ProcessSheet own = await desk.LookAsync(await desk.ProcessAsync());
        ProcessDefinition alone = new AddStep(own.Definition.Root.Id, "Mentorship.Document", "Справка") { Id = "second", Inputs = Template(own) }.Apply(own.Definition).Definition!;
        Assert.DoesNotContain(GraphChecker.Check(alone, own.Context), p => p.Code is "SecondDocument" or "UnknownTemplate");
    }

    private static Dictionary<string, InputValue> Template(ProcessSheet sheet) =>
        new() { ["kind"] = new("order-own"), ["template"] = new(new[] { "order-model", "order-event" }.First(code => sheet.Context.IsTemplateKnown!(code))) };

    private static void Draw(FlowchartBuilder root)
    {
        root.Add("Mentorship.Approval", "agree", "Согласовать").Text("approver", "role:deputy, role:director").Text("mode", "quorum:3");
        root.Add("Mentorship.Consents", "asked", "Согласия").Text("people", "role:working-group, role:director").Text("enough", "3")
            .Json("form", new System.Text.Json.Nodes.JsonObject { ["purpose"] = "публикация", ["text"] = "Согласен." });
        root.Add("Elsa.ForEach", "loop", "По заместителям").Text("items", "people:role:deputy").Text("enough", "2");
        root.StartAll("start");
    }

    private static async Task<string[]> FoundAsync(World world, Guid process)
    {
        ProcessSheet sheet = Desk.Value(await world.Get<LookAtProcess>().RunAsync(world.Curator, process, default));
        return [.. GraphChecker.Check(sheet.Definition, sheet.Context).Where(p => p.Code == "MoreThanAsked").Select(p => p.NodeId!).Order()];
    }

    /// <summary>A working group of three: it concurs as one, and is asked for consents one by one.</summary>
    private static async Task BodyAsync(World world)
    {
        await using MentorshipDb db = world.Open();
        List<Guid> deputies = [.. (await db.Members.Include(m => m.Roles).ToListAsync()).Where(m => m.Roles.Any(r => r.Role == Roles.Deputy)).Select(m => m.PersonId)];
        Body body = new() { InstitutionId = world.InstitutionId, Name = "Рабочая группа", LeadId = deputies[0], Role = "working-group" };
        body.Members.AddRange(deputies.Select(d => new BodyMember { BodyId = body.Id, PersonId = d }));
        db.Add(body);
        (await db.Institutions.SingleAsync(i => i.Id == world.InstitutionId)).StaffChanged();
        await db.SaveChangesAsync();
    }
}
