using Mentorship.Domain.Documents;
using Mentorship.Domain.Roadmaps;

namespace Mentorship.Domain.Tests.Documents;

public sealed class RoadmapTableTests
{
    private static readonly RoadmapItem Item = new() { Number = "1.1", Activity = "Педсовет", DeadlineText = "май 2023", ResponsibleText = "куратор" };

    [Fact]
    public void Of_StageWithoutColumn_IsRowOverTheWidth()
    {
        TextTable table = RoadmapTable.Of(Map([new("Срок", ColumnMeaning.Deadline), new("№", ColumnMeaning.Number), new("Что делаем", ColumnMeaning.Activity)],
            new RoadmapStage { Number = "1.", Title = "Подготовка", Task = "сообщить", Items = [Item] }), []);
        Assert.Equal(["Срок", "№", "Что делаем"], table.Columns.Select(column => column.Header));
        Assert.Equal(TextRowKind.Section, table.Rows[0].Kind);
        Assert.Equal("1. Подготовка\nЗадача: сообщить", table.Rows[0].Cells[0]);
        Assert.Equal(["май 2023", "1.1", "Педсовет"], table.Rows[1].Cells);
    }

    [Fact]
    public void Of_StageColumn_IsTallCellWithItsNumber()
    {
        TextTable table = RoadmapTable.Of(Map([new("№", ColumnMeaning.Number), new("Этап", ColumnMeaning.Stage), new("Содержание", ColumnMeaning.Activity)],
            new RoadmapStage { Number = "8", Title = "Мотивация", Items = [Item with { Number = null }, Item with { Number = null, Activity = "Итоги" }] }), []);
        Assert.Equal(["8", "Мотивация", "Педсовет"], table.Rows[0].Cells);
        Assert.Equal([null, null, "Итоги"], table.Rows[1].Cells);
    }

    [Fact]
    public void Of_StageWithCells_KeepsThemInTheirColumns()
    {
        TextTable table = RoadmapTable.Of(Map([new("№", ColumnMeaning.Number), new("Мероприятия", ColumnMeaning.Activity), new("Сроки", ColumnMeaning.Deadline), new("Прочее", ColumnMeaning.Other)],
            new RoadmapStage { Number = "2", Title = "База", DeadlineText = "постоянно", Items = [Item with { Columns = new Dictionary<string, string> { ["Прочее"] = "да" } }] }),
            [new ItemStatusText(0, 0, "выполнено")]);
        Assert.Equal(TextRowKind.Strong, table.Rows[0].Kind);
        Assert.Equal(["2", "База", "постоянно", "", ""], table.Rows[0].Cells);
        Assert.Equal(["1.1", "Педсовет", "май 2023", "да", "выполнено"], table.Rows[1].Cells);
        Assert.Equal("Состояние", table.Columns[^1].Header);
    }

    [Fact]
    public void Of_FlatList_HasNoStageRow() =>
        Assert.Single(RoadmapTable.Of(Map([new("Что", ColumnMeaning.Activity)], new RoadmapStage { Items = [Item] }), []).Rows);

    private static Roadmap Map(RoadmapColumn[] columns, params RoadmapStage[] stages) => new() { Columns = columns, Stages = stages };
}
