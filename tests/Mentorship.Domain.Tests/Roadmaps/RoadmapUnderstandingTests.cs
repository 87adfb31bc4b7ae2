using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Roadmaps;

namespace Mentorship.Domain.Tests.Roadmaps;

public sealed class RoadmapUnderstandingTests
{
    private static readonly RoadmapColumn[] Columns = [new("Мероприятие", ColumnMeaning.Activity), new("Срок", ColumnMeaning.Deadline), new("Ответственный", ColumnMeaning.Responsible)];

    private static RoadmapItem Item(string activity, string? deadline, string? responsible) => new() { Activity = activity, DeadlineText = deadline, ResponsibleText = responsible };

    [Fact]
    public void Of_RowThatRepeatsTheOneAbove_TakesItsMeaningAndKeepsItsText()
    {
        Roadmap roadmap = new() { Columns = Columns, Stages = [new RoadmapStage { Items = [Item("Приказ", "октябрь", "директор"), Item("Анкеты", "–//–", "то же")] }] };
        ItemUnderstanding second = RoadmapUnderstanding.Of(roadmap, InstitutionCalendar.ByRule, new SchoolYear(2023)).Stages[0].Items[1];
        Assert.Equal(new DateOnly(2023, 10, 31), second.Deadline.To);
        Assert.Equal("–//–", second.Item.DeadlineText);
        Assert.Equal("director", Assert.Single(second.Responsibles).Role);
    }

    [Fact]
    public void Of_August_DependsOnThePlaceOfItsRow()
    {
        RoadmapStage[] stages = [new() { Title = "Подготовка", Items = [Item("Приказ", "август", "директор")] }, new() { Title = "Завершение", Items = [Item("Отчёт", "май", "куратор"), Item("Новый план", "август", "куратор")] }];
        RoadmapUnderstanding understood = RoadmapUnderstanding.Of(new Roadmap { Columns = Columns, Stages = stages }, InstitutionCalendar.ByRule, new SchoolYear(2023));
        Assert.Equal(new DateOnly(2023, 8, 31), understood.Stages[0].Items[0].Deadline.To);
        Assert.Equal(new DateOnly(2024, 8, 31), understood.Stages[1].Items[1].Deadline.To);
        Assert.Equal((new DateOnly(2024, 5, 1), new DateOnly(2024, 8, 31)), (understood.Stages[1].Deadline!.From!.Value, understood.Stages[1].Deadline!.To!.Value));
    }

    [Fact]
    public void Of_NobodyNamed_SaysSoWithThePlace()
    {
        Roadmap roadmap = new() { Columns = Columns, Stages = [new RoadmapStage { Items = [Item("Приказ", "май", "Определяется ОО") with { Number = "1.1" }] }] };
        ReadingDoubt doubt = Assert.Single(RoadmapUnderstanding.Of(roadmap, InstitutionCalendar.ByRule, new SchoolYear(2023)).Doubts);
        Assert.Equal("пункт 1.1", doubt.Place);
        Assert.Contains("Назначьте", doubt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ItemWithoutResponsible_FallsToThoseOfItsStage()
    {
        Roadmap roadmap = new() { Columns = Columns, Stages = [new RoadmapStage { ResponsibleText = "куратор", DeadlineText = "май 2024", Items = [Item("Отчёт", null, null)] }] };
        ItemUnderstanding item = RoadmapUnderstanding.Of(roadmap, InstitutionCalendar.ByRule).Stages[0].Items[0];
        Assert.Equal("curator", Assert.Single(item.Responsibles).Role);
        Assert.Equal((DeadlineKind.Range, new DateOnly(2024, 5, 31)), (item.Deadline.Kind, item.Deadline.To!.Value));
    }
}
