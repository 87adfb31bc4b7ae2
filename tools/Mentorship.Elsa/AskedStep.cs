using System.Text.Json;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Helpers;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Activities;
using Elsa.Workflows.Runtime.Notifications;
using Elsa.Workflows.Runtime.Stimuli;

namespace Mentorship.Elsa;

/// <summary>
/// A step that people or documents have to do with. On an Elsa server it is one of the server's own tasks: whoever listens to <c>RunTask</c>
/// (a handler, a webhook) gets its type, its inputs as they stand and the outcomes it may be left by, does it, and reports the task as completed
/// with the outcome: as a text, or as an object with <c>outcome</c>. Nothing reported is the first outcome.
/// </summary>
public abstract class AskedStep : Activity
{
    private const string TaskKey = "TaskId";

    /// <summary>The server finds waiting tasks by this name, whatever asked for them.</summary>
    private static readonly string Bookmark = ActivityTypeNameHelper.GenerateTypeName<RunTask>();

    [Input(DisplayName = "Срок", Description = "Русский текст, как в дорожной карте: «до 15 сентября», «3 рабочих дня».")]
    public Input<string?>? Deadline { get; set; }

    [Input(DisplayName = "Если никого нет", Description = "skip: пройти по первому исходу.")]
    public Input<string?>? WhenNobody { get; set; }

    [Input(DisplayName = "Напоминания")]
    public Input<object?>? Reminders { get; set; }

    [Input(DisplayName = "Кому сообщить, если не сделано")]
    public Input<object?>? Escalation { get; set; }

    [Input(DisplayName = "Как это сделать")]
    public Input<string?>? Help { get; set; }

    /// <summary>What the step may be left by; the first is work well done.</summary>
    private IReadOnlyCollection<string> Outcomes => [.. ((FlowNodeAttribute)Attribute.GetCustomAttribute(GetType(), typeof(FlowNodeAttribute))!).Outcomes];

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        string task = context.GetRequiredService<IIdentityGenerator>().GenerateId();
        context.SetProperty(TaskKey, task);
        Wait(context, task);
        Dictionary<string, object> asked = new() { ["step"] = Id, ["title"] = this.GetDisplayText() ?? Name ?? Id, ["outcomes"] = Outcomes };
        foreach (InputDescriptor input in context.ActivityDescriptor.Inputs)
            if (context.ActivityState.TryGetValue(input.Name, out object? value) && value is not null) asked[JsonNamingPolicy.CamelCase.ConvertName(input.Name)] = value;
        await context.GetRequiredService<ITaskDispatcher>().DispatchAsync(new RunTaskRequest(context, task, Type, asked), context.CancellationToken);
    }

    private void Wait(ActivityExecutionContext context, string task) =>
        context.CreateBookmark(new CreateBookmarkArgs { BookmarkName = Bookmark, Stimulus = new RunTaskStimulus(task, Type), Callback = GoOnAsync, IncludeActivityInstanceId = false });

    /// <summary>An answer that the step cannot be left by leaves it waiting: a mistake of the listener loses no work.</summary>
    private async ValueTask GoOnAsync(ActivityExecutionContext context)
    {
        string outcome = OutcomeOf(context.GetWorkflowInput<object?>(RunTask.InputKey)) ?? Outcomes.First();
        if (Outcomes.Contains(outcome)) await context.CompleteActivityWithOutcomesAsync(outcome);
        else
        {
            context.AddExecutionLogEntry("Refused", $"«{outcome}» is no outcome of {Type}; it may be left by {string.Join(", ", Outcomes)}");
            Wait(context, context.GetProperty<string>(TaskKey)!);
        }
    }

    private static string? OutcomeOf(object? reported) => reported switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString(),
        JsonElement { ValueKind: JsonValueKind.Object } json => json.TryGetProperty("outcome", out JsonElement outcome) ? OutcomeOf(outcome) : null,
        IDictionary<string, object> fields => fields.TryGetValue("outcome", out object? outcome) ? OutcomeOf(outcome) : null,
        _ => null
    };
}
