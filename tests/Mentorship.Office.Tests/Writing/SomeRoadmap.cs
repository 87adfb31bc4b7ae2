using Mentorship.Domain.Documents;
using Mentorship.Domain.Roadmaps;

namespace Mentorship.Office.Tests.Writing;

/// <summary>Roadmaps of two shapes: stages over the width, and long stages in a column of their own.</summary>
internal static class SomeRoadmap
{
    public static readonly Roadmap Staged = new()
    {
        Title = "Дорожная карта",
        Columns = [new("Срок", ColumnMeaning.Deadline), new("№", ColumnMeaning.Number), new("Что делаем", ColumnMeaning.Activity)],
        Stages = [new RoadmapStage { Number = "1", Title = "Подготовка", Items = [new RoadmapItem { Number = "1.1", Activity = "Педсовет", DeadlineText = "Май - Июнь 2023г" }] }],
    };

    public static readonly IReadOnlyList<ItemStatusText> Statuses = [new(0, 0, "выполнено")];

    public static readonly Roadmap Long = new()
    {
        Title = "План мероприятий («дорожная карта») реализации программы наставничества",
        Columns =
        [
            new("№ п/п", ColumnMeaning.Number), new("Этап", ColumnMeaning.Stage), new("Содержание деятельности", ColumnMeaning.Activity),
            new("Сроки", ColumnMeaning.Deadline), new("Ответственные", ColumnMeaning.Responsible), new("Ожидаемый результат", ColumnMeaning.Result),
        ],
        Stages = [.. Enumerable.Range(1, 10).Select(stage => new RoadmapStage
        {
            Number = $"{stage}", Title = "Подготовка условий для реализации системы наставничества",
            Items = [.. Enumerable.Range(1, 2).Select(item => new RoadmapItem
            {
                Activity = string.Join(' ', Enumerable.Repeat("Подготовка и принятие локальных нормативных актов организации;", 2 + (stage * item % 9))) + " конецпункта",
                DeadlineText = "сентябрь – октябрь 2026 г.", ResponsibleText = "Куратор программы наставничества", Result = "Принятие положения",
            })],
        })],
    };
}
