using Mentorship.Domain.Cases;
using Mentorship.Domain.Processes;
using Mentorship.Flow;
using Mentorship.Storage;
using Mentorship.UseCases.Cases;
using Mentorship.UseCases.Deciding;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.UseCases.Tests.Cases;

/// <summary>Processes of an institution, published under a key, started and answered by the curator.</summary>
internal sealed class Workshop(World world, Guid? institution = null)
{
    private Guid Institution => institution ?? world.InstitutionId;

    public async Task PublishAsync(string key, string root, string more = "")
    {
        await using MentorshipDb db = world.Open(Institution);
        Process process = new() { InstitutionId = Institution, Key = key, Name = $"Процесс {key}" };
        db.AddRange(process, process.Publish($$"""{"id":"1","definitionId":"{{key}}-definition","name":"{{key}}",{{more}}"root":{{root}} }""", "", null, world.Time.GetUtcNow()));
        await db.SaveChangesAsync();
    }

    /// <summary>Publishes and starts a process of these steps, one after another.</summary>
    public async Task<Guid> StartAsync(string key, params string[] steps)
    {
        if (steps.Length > 0) await PublishAsync(key, Steps.Flowchart(key + "-flow", steps));
        await using MentorshipDb db = world.Open(Institution);
        Process process = await db.Processes.SingleAsync(p => p.Key == key);
        Case fresh = new() { InstitutionId = Institution, ProcessVersionId = process.CurrentVersionId, Title = process.Name };
        await world.Get<CaseDesk>().StartAsync(db, fresh, world.Time.GetUtcNow(), default);
        await db.SaveChangesAsync();
        return fresh.Id;
    }

    public async Task<Case> CaseAsync(Guid id)
    {
        await using MentorshipDb db = world.Open(Institution);
        return await db.Cases.AsNoTracking().Include(c => c.WorkItems).Include(c => c.Timers).AsSplitQuery().SingleAsync(c => c.Id == id);
    }

    public async Task<List<Case>> ChildrenAsync(Guid parent)
    {
        await using MentorshipDb db = world.Open(Institution);
        return [.. (await db.Cases.AsNoTracking().Include(c => c.WorkItems).Where(c => c.ParentCaseId == parent).ToListAsync()).OrderBy(c => c.Id)];
    }

    /// <summary>The curator approves what is open in a case.</summary>
    public async Task<Outcome<DecisionReceipt>> ApproveAsync(Guid caseId, string outcome = "Approved")
    {
        WorkItem item = (await CaseAsync(caseId)).WorkItems.Single(w => w.IsOpen);
        return await world.Get<DecideWorkItem>().RunAsync(Institution, new DecisionRequest(item.Id, item.PersonId!.Value, outcome, Door.Session, "почему"), default);
    }

    /// <summary>What is open in a case, by node.</summary>
    public async Task<string> OpenAsync(Guid caseId) => string.Join(' ', (await CaseAsync(caseId)).WorkItems.Where(w => w.IsOpen).Select(w => w.NodeId).Order(StringComparer.Ordinal));

    public async Task<object?> VariableAsync(Guid caseId, string name) => FlowStateJson.Read((await CaseAsync(caseId)).State).Variables[name];

    public async Task<string?> AttentionAsync(Guid caseId) =>
        FlowStateJson.Read((await CaseAsync(caseId)).State).Steps.FirstOrDefault(s => s.Status == StepStatus.Attention)?.Reason;
}

/// <summary>Steps as Elsa Studio writes them.</summary>
internal static class Steps
{
    public static string Activity(string id, string type, string more = "") => $$"""{"id":"{{id}}","type":"{{type}}","version":1{{more}}}""";

    public static string Flowchart(string id, params string[] steps)
    {
        string[] ids = [.. steps.Select(s => s.Split('"')[3])];
        return Flowchart(id, steps, [.. Enumerable.Range(1, steps.Length - 1).Select(i => (ids[i - 1], "Done", ids[i]))]);
    }

    /// <summary>An arrow by Done follows an approval that was given.</summary>
    public static string Flowchart(string id, string[] steps, (string From, string Port, string To)[] arrows)
    {
        string[] approvals = [.. steps.Where(s => s.Contains("Mentorship.Approval", StringComparison.Ordinal)).Select(s => s.Split('"')[3])];
        string drawn = string.Join(',', arrows.Select(a => $$$"""{"source":{"activity":"{{{a.From}}}","port":"{{{(a.Port == "Done" && approvals.Contains(a.From) ? "Approved" : a.Port)}}}"},"target":{"activity":"{{{a.To}}}","port":"In"}}"""));
        return Activity(id, "Elsa.Flowchart", $",\"activities\":[{string.Join(',', steps)}],\"connections\":[{drawn}]");
    }

    public static string Ask(string id, string approver = "role:curator") => Activity(id, "Mentorship.Approval", $",\"approver\":\"{approver}\"");

    public static string Run(string id, string process, string more = "", string type = "Elsa.ExecuteWorkflow") => Activity(id, type, $",\"workflowDefinitionId\":\"{process}\"{more}");

    public static string Input(string name, string type, string value) =>
        $$$""","{{{name}}}":{"typeName":"Object","expression":{"type":"{{{type}}}","value":{{{System.Text.Json.JsonSerializer.Serialize(value)}}}}}""";
}
