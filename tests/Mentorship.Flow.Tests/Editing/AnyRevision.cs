using System.Text.Json;

namespace Mentorship.Flow.Tests.Editing;

/// <summary>Random newer versions of a process: a few edits, sensible and senseless.</summary>
internal static class AnyRevision
{
    private static readonly string[] Types = ["Mentorship.Approval", "Mentorship.Task", "Mentorship.Signature", "Mentorship.Document", "Elsa.Event", "Elsa.FlowJoin", "Elsa.End"];
    private static readonly string[] Modes = ["one", "any", "all", "sequence", "quorum:50%"];

    /// <param name="standing">Steps on which a case stands: edits touch them more often than others.</param>
    public static ProcessDefinition Of(Random random, ProcessDefinition definition, IReadOnlyCollection<string> standing)
    {
        for (int edits = random.Next(1, 5); edits > 0; edits--)
            definition = (random.Next(2) == 0 ? AnyEdit.Next(random, definition) : Next(random, definition, standing)).Apply(definition).Definition ?? definition;
        return definition;
    }

    /// <summary>What an administrator does to a process under way: a step beside or behind another, another kind, another way of asking or joining, another place.</summary>
    private static Edit Next(Random random, ProcessDefinition definition, IReadOnlyCollection<string> standing)
    {
        Activity[] steps = [.. definition.Activities()];
        Activity Any(Func<Activity, bool> wanted) => steps.Where(wanted).ToArray() is { Length: > 0 } some ? some[random.Next(some.Length)] : definition.Root;
        Activity holder = Any(s => s.Type == "Elsa.Flowchart"), step = random.Next(2) == 0 ? Any(s => standing.Contains(s.Id)) : Any(s => s.Children.Count == 0);
        string Beside() => holder.Children is { Count: > 0 } all ? all[random.Next(all.Count)].Id : holder.Id;
        return random.Next(10) switch
        {
            0 => new AddStep(holder.Id, Types[random.Next(Types.Length)], "Рядом") { From = new ArrowStart((holder.Children.FirstOrDefault(c => c.Type is "Elsa.Start" or "Elsa.FlowFork") ?? holder).Id, "Done") },
            1 => new ConnectSteps((holder.Children.FirstOrDefault(c => c.Type is "Elsa.Start" or "Elsa.FlowFork") ?? holder).Id, "Done", Beside()),
            2 => new PutProperty(step.Id, "type", JsonSerializer.SerializeToElement(Types[random.Next(Types.Length)])),
            3 => new SetInput(Any(s => s.Type == "Elsa.FlowJoin").Id, "mode", random.Next(2) == 0 ? "WaitAny" : "WaitAll"),
            4 => new RemoveSteps([step.Id], random.Next(2) == 0),
            5 => new ShiftSteps([step.Id], Any(s => s.Type == "Mentorship.Stage").Id),
            6 => holder.Connections is [var first, ..] ? new CutArrow(first.Source, first.Outcome, first.Target) : new RenameStep(step.Id, "Иначе"),
            7 => new SetInput(step.Id, "mode", Modes[random.Next(Modes.Length)]),
            8 => new SetInput(Any(s => s.Type == "Elsa.Event").Id, "eventName", random.Next(2) == 0 ? "другое" : null),
            _ => new SetInput(step.Id, "deadline", "до 1 ноября")
        };
    }
}
