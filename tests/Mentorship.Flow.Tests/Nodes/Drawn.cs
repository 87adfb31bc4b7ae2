namespace Mentorship.Flow.Tests.Nodes;

/// <summary>Definitions written as Elsa Studio writes them.</summary>
internal static class Drawn
{
    /// <summary>A process whose root is this flowchart of activities, one after another by Done.</summary>
    public static ProcessDefinition With(string more, params string[] activities) => Some.Read(
        $$"""{"id":"1","definitionId":"d","name":"Процесс",{{more}}"root":{{Flowchart("flow", "", activities)}} }""");

    public static ProcessDefinition InARow(params string[] activities) => With("", activities);

    public static string Flowchart(string id, string more, params string[] activities)
    {
        string[] ids = [.. activities.Select(IdOf)];
        string arrows = string.Join(',', Enumerable.Range(1, Math.Max(0, ids.Length - 1)).Select(i => Arrow(ids[i - 1], ids[i])));
        return Activity(id, "Elsa.Flowchart", $$""","activities":[{{string.Join(',', activities)}}],"connections":[{{arrows}}]{{more}}""");
    }

    public static string Arrow(string from, string to, string port = "Done") =>
        $$$"""{"source":{"activity":"{{{from}}}","port":"{{{port}}}"},"target":{"activity":"{{{to}}}","port":"In"}}""";

    public static string Activity(string id, string type, string more = "") => $$"""{"id":"{{id}}","type":"{{type}}","version":1{{more}}}""";

    public static string Task(string id, string more = "") => Activity(id, "Mentorship.Task", $$""","assignee":"role:curator"{{more}}""");

    public static string Input(string name, string type, string value) =>
        $$$""","{{{name}}}":{"typeName":"Object","expression":{"type":"{{{type}}}","value":{{{System.Text.Json.JsonSerializer.Serialize(value)}}}}}""";

    public static string Variable(string name, string typeName, string value) => $$"""{"id":"v-{{name}}","name":"{{name}}","typeName":"{{typeName}}","isArray":false,"value":"{{value}}"}""";

    private static string IdOf(string activity) => activity.Split('"')[3];
}
