using Mentorship.Flow;

namespace Mentorship.Web.Pages.Designer.Panel;

/// <summary>What a setting is called, by its input.</summary>
public static class InputWords
{
    private static readonly string[] Types =
    [
        "Mentorship.Task", "Mentorship.Stage", "Mentorship.Approval", "Mentorship.Signature", "Mentorship.Acquaintance", "Mentorship.Document", "Mentorship.Mail", "Mentorship.Survey",
        "Mentorship.Consents", "Mentorship.Pairs", "Elsa.FlowDecision", "Elsa.FlowFork", "Elsa.FlowJoin", "Elsa.Delay", "Elsa.StartAt", "Elsa.Event", "Elsa.Fault",
    ];

    private static readonly Dictionary<string, string> Labels = Read();

    /// <summary>The input itself where no panel shows it.</summary>
    public static string Of(string input) => Labels.GetValueOrDefault(input, input);

    /// <summary>A process of one step of each kind: the first that has a setting names it.</summary>
    private static Dictionary<string, string> Read()
    {
        DefinitionBuilder builder = new("0000000000000000", "settings", "settings");
        foreach (string type in Types) builder.Root.Add(type, type, type);
        Dictionary<string, string> labels = new(StringComparer.Ordinal) { ["window"] = DesignerTexts.Window, ["columns"] = DesignerTexts.Columns };
        foreach (FlowNode node in FlowGraph.From(builder.Build()).Nodes)
            foreach (StepField field in StepFields.Of(node).SelectMany(g => g.Fields)) labels.TryAdd(field.Input, field.Label);
        return labels;
    }
}
