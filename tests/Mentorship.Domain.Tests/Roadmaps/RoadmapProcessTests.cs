using FsCheck;
using FsCheck.Fluent;
using Mentorship.Domain.Calendars;
using Mentorship.Domain.Deadlines;
using Mentorship.Domain.Roadmaps;
using Mentorship.Domain.Roadmaps.Defining;
using Mentorship.Flow;

namespace Mentorship.Domain.Tests.Roadmaps;

public sealed class RoadmapProcessTests
{
    private static readonly DateTimeOffset At = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);

    private static Gen<string?> Text => Gen.Elements<string?>(null, "1.2", "Приказ № 5", "В течение года\nпостоянно", "\"кавычки\" <b> & \\ ", "Ёлка 😀", "до 15.09.2026", " край ");

    private static Gen<Dictionary<string, string>> Cells =>
        from keys in Gen.Elements("Охват", "Столбец \"А\"", "Месяц").ListOf(2)
        from value in Gen.Elements("да", "", "10 %\nвсего")
        select keys.Distinct().ToDictionary(k => k, _ => value);

    private static Gen<RoadmapItem> Item =>
        from number in Text from activity in Text from deadline in Text from responsible in Text from result in Text from indicator in Text from key in Text from evidence in Text from cells in Cells
        select new RoadmapItem { Number = number, Activity = activity ?? "", DeadlineText = deadline, ResponsibleText = responsible, Result = result, Indicator = indicator, KeyResult = key, Evidence = evidence, Columns = cells };

    private static Gen<RoadmapStage> Stage =>
        from number in Text from title in Text from goal in Text from task in Text from result in Text from key in Text from deadline in Text from cells in Cells
        from count in Gen.Choose(0, 4)
        from items in Item.ListOf(count)
        select new RoadmapStage { Number = number, Title = title, Goal = goal, Task = task, Result = result, KeyResult = key, DeadlineText = deadline, ResponsibleText = goal, Evidence = task, Columns = cells, Items = [.. items] };

    private static Gen<Roadmap> Map =>
        from title in Text from stages in Gen.Choose(0, 4).SelectMany(n => Stage.ListOf(n)) from stamp in Text from dated in Gen.Elements(true, false)
        select new Roadmap
        {
            Title = title, SchoolYear = dated ? new SchoolYear(2026) : null, Stages = [.. stages], Goals = title is null ? [] : [title, "не менее 70 %"],
            Approval = stamp is null ? null : new RoadmapApproval(stamp, [stamp, "Директор"], dated ? "115/1" : null, dated ? new DateOnly(2023, 5, 17) : null),
            Columns = [new RoadmapColumn("№ п/п", ColumnMeaning.Number), new RoadmapColumn("Охват", ColumnMeaning.Other)], Doubts = [new ReadingDoubt("пункт 1", "Проверьте.")],
        };

    [Fact]
    public void Roadmap_ThereAndBackThroughTheFile_LosesNothing() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Map.ToArbitrary(), roadmap =>
    {
        string file = DefinitionWriter.Write(RoadmapProcess.ToDefinition(roadmap, "roadmap-2026", At, (_, _) => ItemWork.Nobody));
        DefinedRoadmap back = RoadmapProcess.FromDefinition(DefinitionReader.Read(file).Definition!);
        return Facts(roadmap) == Facts(back.Roadmap);
    }));

    [Fact]
    public void Definition_OfAnyRoadmapWithActivities_HasNothingThatForbidsPublishing() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Map.ToArbitrary(), roadmap =>
        !GraphChecker.Check(RoadmapProcess.ToDefinition(roadmap, "roadmap-2026", At, (_, _) => ItemWork.Nobody)).Any(p => p.Severity == Severity.Error)));

    [Fact]
    public void Item_WithItsWork_KeepsPeopleModeAndMeaning()
    {
        Deadline meaning = new("ежемесячно", DeadlineKind.Recurring, new DateOnly(2026, 9, 1), new DateOnly(2027, 5, 31), "FREQ=MONTHLY", [new DateWindow(new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30))]);
        ItemWork work = new("role:curator, role:mentor", "all", meaning);
        DefinedRoadmap back = RoadmapProcess.FromDefinition(RoadmapProcess.ToDefinition(One("ежемесячно"), "roadmap-2026", At, (_, _) => work));
        DefinedItem item = back.Item("s1-i1")!;
        Assert.Equal((work.Assignee, work.Mode), (item.Work.Assignee, item.Work.Mode));
        Assert.Equal(DeadlineJson.Write(meaning).ToJsonString(), DeadlineJson.Write(item.Work.Window!).ToJsonString());
    }

    [Fact]
    public void Change_OfADeadline_BringsItsMeaningAndLeavesTheRest()
    {
        ProcessDefinition before = RoadmapProcess.ToDefinition(One("до 15 сентября 2026"), "roadmap-2026", At, (_, _) => new ItemWork("role:curator"));
        DeadlineContext year = new() { SchoolYear = new SchoolYear(2026) };
        DefinedItem item = RoadmapProcess.FromDefinition(new ItemChange(new Dictionary<string, string> { ["Срок"] = "до 1 октября 2026" }).In(before, "s1-i1", year)!).Item("s1-i1")!;
        Assert.Equal(("до 1 октября 2026", new DateOnly(2026, 10, 1), "role:curator", "Издать приказ"), (item.Item.DeadlineText, item.Work.Window!.To!.Value, item.Work.Assignee, item.Item.Activity));
        Assert.Null(new ItemChange(new Dictionary<string, string> { ["Нет такого"] = "x" }).In(before, "s1-i1", year));
        Assert.Null(new ItemChange(new Dictionary<string, string>()).In(before, "s9-i1", year));
    }

    private static Roadmap One(string deadline) => new() { Stages = [new RoadmapStage { Items = [new RoadmapItem { Number = "1", Activity = "Издать приказ", DeadlineText = deadline }] }] };

    private static string Facts(Roadmap roadmap) => System.Text.Json.JsonSerializer.Serialize(roadmap);
}
