using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace Mentorship.Elsa;

/// <summary>A stage of the roadmap: done when the steps in it are.</summary>
[Activity("Mentorship", "Stage", 1, "Этап дорожной карты с шагами внутри", "Наставничество", DisplayName = "Этап")]
public sealed class StageStep : Activity
{
    [Input(DisplayName = "Номер")] public Input<string?>? Number { get; set; }
    [Input(DisplayName = "Название")] public Input<string?>? Title { get; set; }
    [Input(DisplayName = "Задача")] public Input<string?>? Task { get; set; }
    [Input(DisplayName = "Цель")] public Input<string?>? Goal { get; set; }
    [Input(DisplayName = "Результат")] public Input<string?>? Result { get; set; }
    [Input(DisplayName = "Ключевой результат")] public Input<string?>? KeyResult { get; set; }
    [Input(DisplayName = "Срок")] public Input<string?>? Deadline { get; set; }
    [Input(DisplayName = "Ответственные")] public Input<string?>? Responsible { get; set; }
    [Input(DisplayName = "Подтверждение")] public Input<string?>? Evidence { get; set; }
    [Input(DisplayName = "Свои столбцы")] public Input<object?>? Columns { get; set; }

    [Port] public IActivity? Body { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (Body is null) await context.CompleteActivityAsync();
        else await context.ScheduleActivityAsync(Body, WhenStepsAreDoneAsync);
    }

    /// <summary>A method by name, for the server remembers a waiting step's way on by its name.</summary>
    private ValueTask WhenStepsAreDoneAsync(ActivityCompletedContext body) => body.TargetContext.CompleteActivityAsync();
}
