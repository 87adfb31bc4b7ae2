using Mentorship.Domain.Calendars;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Reading;

namespace Mentorship.Domain.Tests.Roadmaps.Reading;

public sealed class RoadmapReaderTests
{
    private static SourceTable Table(params string[] rows) => new(new TableGrid(rows.SelectMany((row, index) => row.Split('|').Select((text, column) => new TableCell(index, column, text.Trim())))));

    private static Roadmap Read(params SourceBlock[] blocks) => RoadmapReader.Read(new RoadmapSource("план.docx", blocks, [])).Roadmap!;

    [Theory]
    [InlineData("План на 2023-2024 учебный год", "октябрь 2020", 2023)]
    [InlineData("План на 2023/24 уч. год", "октябрь", 2023)]
    [InlineData("План", "октябрь 2020", 2020)]
    [InlineData("План", "до 15.02.2021", 2020)]
    [InlineData("План", "август 2021", 2021)]
    public void Read_SchoolYear_ComesFromTheTitleElseFromTheItems(string title, string deadline, int expected) =>
        Assert.Equal(expected, Read(new SourceParagraph(title), Table("№ | Мероприятие | Срок", $"1 | Приказ | {deadline}")).SchoolYear?.FirstYear);

    [Fact]
    public void Read_OptionForTheSchoolYear_WinsOverTheTitle() =>
        Assert.Equal(2025, RoadmapReader.Read(new RoadmapSource("план.docx", [new SourceParagraph("План на 2023-2024 учебный год"), Table("№ | Мероприятие | Срок", "1 | Приказ | май")], []),
            new ReadingOptions(new SchoolYear(2025))).Roadmap!.SchoolYear?.FirstYear);

    [Fact]
    public void Read_NothingSaysTheYear_LeavesItOpenWithADoubt()
    {
        Roadmap roadmap = Read(new SourceParagraph("План"), Table("№ | Мероприятие | Срок", "1 | Приказ | май"));
        Assert.Null(roadmap.SchoolYear);
        Assert.Contains(roadmap.Doubts, doubt => doubt.Place == "учебный год");
    }

    [Fact]
    public void Read_HeaderRepeatedInTheMiddle_IsNoItem() =>
        Assert.Equal(["Приказ", "Отчёт"], Read(new SourceParagraph("План"), Table("№ | Мероприятие | Срок", "1 | Приказ | май", "№ | Мероприятие | Срок", "2 | Отчёт | июнь")).Stages.Single().Items.Select(item => item.Activity));
}
